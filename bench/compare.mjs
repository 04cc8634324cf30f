import { inRoot } from '../scripts/setup/paths.mjs';
import { say, some } from './context.mjs';
import { interleave, startServer } from './measure.mjs';

const PORTS = { gazette: 14_001, koa: 14_002, bareItem: 14_003, bareList: 14_004 };
const at = (name) => `http://127.0.0.1:${PORTS[name]}`;

const POPULATE =
  'populate[topics]=true&populate[tags]=true&populate[directives][populate][issuer]=true&populate[body][populate]=*';

/** This application against Strapi's own REST on the same data, a bare server and a prepared select, in turn. */
export const compare = async ({ fill, database, databaseName, articles: ARTICLES, load: LOAD }) => {
  const { environment, slugs } = await fill(databaseName, 'fill.cjs', ARTICLES, 0);
  const ends = [
    await startServer(inRoot('bench/servers/gazette.cjs'), { ...environment, PORT: String(PORTS.gazette) }),
  ];
  try {
    ends.push(await startServer(inRoot('bench/servers/koa-select.mjs'), { ...environment, PORT: String(PORTS.koa) }));
    const item = `/api/articles/${slugs[0]}`;
    const list = '/api/articles?pagination[pageSize]=20&pagination[withCount]=false';
    const cursorOf = async (start) => {
      const answer = await fetch(
        `${at('gazette')}/api/articles?pagination[start]=${start}&pagination[limit]=1&pagination[withCount]=false`,
      );
      const next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      return new URL(next).searchParams.get('pagination[cursor]');
    };
    const cursor = await cursorOf(Math.floor(ARTICLES / 2));
    for (const [name, target] of [
      ['bareItem', item],
      ['bareList', list],
    ])
      ends.push(
        await startServer(inRoot('bench/servers/bare.mjs'), {
          PORT: String(PORTS[name]),
          BODY_FROM: at('gazette') + target,
        }),
      );
    const etag = (await fetch(at('gazette') + item, { headers: { 'accept-encoding': 'identity' } })).headers.get(
      'etag',
    );
    const conditional = { headers: { 'if-none-match': etag }, expected: 304 };
    const chosen = some(slugs, 200);
    const after = new Date(Date.UTC(2024, 0, 1) + Math.floor(ARTICLES / 2) * 3_600_000).toISOString();
    const filtered = `${list}&filters[topic]=kinh-te`;
    const targets = [
      { name: 'item', base: at('gazette'), paths: chosen.map((slug) => `/api/articles/${slug}`) },
      { name: 'item, prepared select', base: at('koa'), paths: chosen.map((slug) => `/item/${slug}`) },
      {
        name: "item, Strapi's REST",
        base: at('gazette'),
        paths: chosen.map((slug) => `/api/gazette/articles?filters[slug][$eq]=${slug}&${POPULATE}`),
      },
      { name: 'item, bare', base: at('bareItem'), paths: ['/'] },
      { name: '304', base: at('gazette'), paths: [item], ...conditional },
      { name: '304, bare', base: at('bareItem'), paths: ['/'], ...conditional },
      { name: 'list', base: at('gazette'), paths: [list] },
      { name: 'list, prepared select', base: at('koa'), paths: ['/list'] },
      {
        name: "list, Strapi's REST",
        base: at('gazette'),
        paths: [
          '/api/gazette/articles?pagination[pageSize]=20&sort=publishedAt:desc&populate[topics]=true&populate[tags]=true',
        ],
      },
      { name: 'list, counted', base: at('gazette'), paths: ['/api/articles?pagination[pageSize]=20'] },
      { name: 'list, bare', base: at('bareList'), paths: ['/'] },
      { name: 'filtered', base: at('gazette'), paths: [filtered] },
      { name: 'filtered, prepared select', base: at('koa'), paths: ['/list/kinh-te'] },
      { name: 'deep page', base: at('gazette'), paths: [`${list}&pagination[cursor]=${cursor}`] },
      { name: 'deep page, prepared select', base: at('koa'), paths: [`/after/${after}`] },
    ];
    const results = await interleave(targets, LOAD, say);
    console.log(
      `\n${database}, ${ARTICLES} articles, ${LOAD.connections} connections, medians of ${LOAD.rounds} rounds of ${LOAD.seconds} s\n`,
    );
    console.log('| what | requests/s | p50 ms | p99 ms |\n| --- | ---: | ---: | ---: |');
    for (const [name, { rate, p50, p99 }] of results)
      console.log(`| ${name} | ${Math.round(rate)} | ${p50} | ${p99} |`);
    console.log('\n| ratio | measured | target |\n| --- | ---: | ---: |');
    const ratio = (name, a, b, target) =>
      console.log(`| ${name} | ${(results.get(a).rate / results.get(b).rate).toFixed(2)} | ${target} |`);
    ratio("cold item against Strapi's REST", 'item', "item, Strapi's REST", '>= 50');
    ratio('cold item against a prepared select', 'item', 'item, prepared select', '>= 0.6');
    ratio('cold list against a prepared select', 'list', 'list, prepared select', '>= 0.5');
    ratio('filtered list against the same', 'filtered', 'filtered, prepared select', '>= 0.5');
    ratio('deep page (cursor) against the same', 'deep page', 'deep page, prepared select', '>= 0.5');
    ratio('304 against a bare 304', '304', '304, bare', '>= 0.5');
    ratio('item against a bare server with the same bytes', 'item', 'item, bare', 'no cache yet: 0.5 when hot');
    ratio("list against Strapi's REST", 'list', "list, Strapi's REST", '-');
  } finally {
    for (const end of ends) await end();
  }
};
