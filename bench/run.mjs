import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { freshSecrets } from '../scripts/setup/env-file.mjs';
import { inRoot } from '../scripts/setup/paths.mjs';
import { prepareToTest } from '../scripts/setup/prepare.mjs';
import { interleave, load, median, startServer } from './measure.mjs';

const USAGE = `Usage: npm run bench -- [--quick] [--database sqlite|postgres] [--scale 100000]

Measures this application against Strapi's own REST on the same data, a bare server and a prepared select, in turn.
--quick: short rounds. --scale N: also compares the time of each read among N articles with that among the first ones.`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    database: { type: 'string', default: 'sqlite' },
    scale: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
if (!['sqlite', 'postgres'].includes(options.database)) {
  console.error(`--database is "${options.database}"; it takes sqlite or postgres.\n${USAGE}`);
  process.exit(1);
}

const say = (text) => process.stderr.write(`${text}\n`);
const ARTICLES = options.quick ? 300 : 1_000;
const LOAD = options.quick ? { rounds: 3, seconds: 3, connections: 16 } : { rounds: 5, seconds: 8, connections: 16 };
const PORTS = { gazette: 14_001, koa: 14_002, bareItem: 14_003, bareList: 14_004 };
const at = (name) => `http://127.0.0.1:${PORTS[name]}`;

const folder = mkdtempSync(path.join(tmpdir(), 'gazette-bench-'));
mkdirSync(path.join(folder, 'uploads'));
const databaseName = `gazette_bench_${process.pid}`;
const SERVER = 'postgres://postgres@127.0.0.1:5432/postgres';

const onServer = async (sql) => {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL || SERVER });
  await client.connect();
  await client.query(sql);
  await client.end();
};

const environmentFor = (name) => ({
  ...freshSecrets(),
  NODE_ENV: 'production',
  ENV_PATH: '/dev/null',
  SAMPLE_CONTENT: 'false',
  STRAPI_TELEMETRY_DISABLED: 'true',
  PUBLIC_API_URL: 'http://localhost:1337',
  PUBLIC_DIR: folder,
  DATABASE_CLIENT: options.database,
  ...(options.database === 'postgres'
    ? { DATABASE_URL: SERVER.replace(/postgres$/, name) }
    : { DATABASE_FILENAME: path.join(folder, `${name}.db`) }),
});

const fill = async (name, copies) => {
  const environment = environmentFor(name);
  if (options.database === 'postgres') await onServer(`CREATE DATABASE ${name}`);
  const slugFile = path.join(folder, `${name}.json`);
  const child = fork(inRoot('bench/content/fill.cjs'), [String(ARTICLES), String(copies), slugFile], {
    env: { ...process.env, ...environment },
  });
  child.on('message', say);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The content could not be made.');
  return { environment, ...JSON.parse(readFileSync(slugFile, 'utf8')) };
};

const POPULATE =
  'populate[topics]=true&populate[tags]=true&populate[directives][populate][issuer]=true&populate[body][populate]=*';
const some = (values, count) => values.filter((_, index) => index % Math.ceil(values.length / count) === 0);

const compare = async () => {
  const { environment, slugs } = await fill(databaseName, 0);
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
      `\n${options.database}, ${ARTICLES} articles, ${LOAD.connections} connections, medians of ${LOAD.rounds} rounds of ${LOAD.seconds} s\n`,
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

const SCALED = [
  ['item', (slugs) => some(slugs, 100).map((slug) => `/api/articles/${slug}`)],
  ['list', () => ['/api/articles?pagination[pageSize]=20']],
  ['list by title', () => ['/api/articles?pagination[pageSize]=20&sort=title']],
  ['filter by one value', () => ['/api/articles?pagination[pageSize]=20&filters[topic]=kinh-te']],
  ['filter by two facets', () => ['/api/articles?pagination[pageSize]=20&filters[topic]=kinh-te&filters[tag]=lua']],
  [
    'filter and range',
    () => [
      '/api/articles?pagination[pageSize]=20&filters[tag]=lua&filters[firstPublishedAt][$gte]=2010-01-02&filters[firstPublishedAt][$lt]=2024-01-05',
    ],
  ],
  ['facets', () => ['/api/articles?pagination[pageSize]=20&facets=topic,tag,year,author']],
  ['facets of a filtered list', () => ['/api/articles?pagination[pageSize]=20&filters[topic]=kinh-te&facets=tag,year']],
];

const DOCUMENTS = [
  ['documents', () => ['/api/documents?pagination[pageSize]=20']],
  [
    'documents of an issuer',
    () => ['/api/documents?pagination[pageSize]=20&filters[issuer]=uy-ban-nhan-dan-huyen&issuerTree=true'],
  ],
  ['documents by title, facets', () => ['/api/documents?pagination[pageSize]=20&sort=title&facets=kind,year,level']],
];

const scale = async (size) => {
  const sizes = new Map();
  for (const copies of [0, size]) {
    const name = `${databaseName}_${copies}`;
    const { environment, slugs, copied } = await fill(name, copies);
    const end = await startServer(inRoot('bench/servers/gazette.cjs'), {
      ...environment,
      PORT: String(PORTS.gazette + sizes.size * 10),
    });
    const base = `http://127.0.0.1:${PORTS.gazette + sizes.size * 10}`;
    // Deep in the list: nine tenths of the way down, reached from page to page.
    const start = copies === 0 ? Math.floor(ARTICLES * 0.9) : 10_000;
    const answer = await fetch(`${base}/api/articles?pagination[start]=${start}&pagination[limit]=1`);
    const next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    const cursor = new URL(next).searchParams.get('pagination[cursor]');
    sizes.set(copies, { base, end, slugs: copied.length > 0 ? copied : slugs, cursor });
  }
  const small = sizes.get(0);
  const large = sizes.get(size);
  try {
    const rows = [
      ...SCALED,
      ...DOCUMENTS,
      [
        'deep page (cursor)',
        (_slugs, cursor) => [`/api/articles?pagination[pageSize]=20&pagination[cursor]=${cursor}`],
      ],
    ];
    console.log(`\n${options.database}, one connection, milliseconds a request, medians of ${LOAD.rounds} rounds\n`);
    console.log(`| what | ${ARTICLES} | ${ARTICLES + size} | ratio (target <= 1.5) |\n| --- | ---: | ---: | ---: |`);
    for (const [name, pathsOf] of rows) {
      const times = new Map([
        [small, []],
        [large, []],
      ]);
      for (let round = 0; round < LOAD.rounds; round += 1)
        for (const one of [small, large]) {
          const { rate } = await load(
            { base: one.base, paths: pathsOf(one.slugs, one.cursor) },
            { connections: 1, seconds: 2 },
          );
          times.get(one).push(1_000 / rate);
        }
      const [a, b] = [median(times.get(small)), median(times.get(large))];
      console.log(`| ${name} | ${a.toFixed(3)} | ${b.toFixed(3)} | ${(b / a).toFixed(2)} |`);
    }
  } finally {
    await small.end();
    await large.end();
  }
};

await prepareToTest();
try {
  await compare();
  if (Number(options.scale) > 0) await scale(Number(options.scale));
} finally {
  rmSync(folder, { recursive: true, force: true });
  if (options.database === 'postgres')
    for (const name of [databaseName, `${databaseName}_0`, `${databaseName}_${options.scale}`])
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}
