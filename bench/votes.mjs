import { inRoot } from '../scripts/setup/paths.mjs';
import { say, some } from './context.mjs';
import { interleave, startServer } from './measure.mjs';

const PORTS = { gazette: 14_021, koa: 14_022 };
const at = (name) => `http://127.0.0.1:${PORTS[name]}`;

const SPREAD = 200;
/** Every request is the vote of a visitor who is new, from this one address. */
const UNLIMITED = { RATINGS_NEW_VOTES_PER_ADDRESS: '1000000' };

/** Votes on many articles, and a storm on one, against one bare upsert behind Koa. */
export const votes = async ({ fill, database, databaseName, load }) => {
  const { environment, slugs } = await fill(`${databaseName}_v`, 'fill.cjs', SPREAD, 0);
  const ends = [
    await startServer(inRoot('bench/servers/gazette.cjs'), {
      ...environment,
      ...UNLIMITED,
      PORT: String(PORTS.gazette),
    }),
  ];
  try {
    ends.push(await startServer(inRoot('bench/servers/koa-upsert.mjs'), { ...environment, PORT: String(PORTS.koa) }));
    const vote = {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ score: 4 }),
    };
    const chosen = some(slugs, SPREAD);
    const targets = [
      {
        name: 'votes',
        base: at('gazette'),
        paths: chosen.map((slug) => `/api/ratings/articles/${slug}/mine`),
        ...vote,
      },
      { name: 'storm', base: at('gazette'), paths: [`/api/ratings/articles/${slugs[0]}/mine`], ...vote },
      { name: 'upserts', base: at('koa'), paths: chosen.map((slug) => `/${slug}`), ...vote },
      { name: 'upserts of one', base: at('koa'), paths: [`/${slugs[0]}`], ...vote },
    ];
    const results = await interleave(targets, load, say);
    console.log(
      `\n${database}, votes, ${load.connections} connections, medians of ${load.rounds} rounds of ${load.seconds} s\n`,
    );
    console.log('| what | requests/s | p50 ms | p99 ms |\n| --- | ---: | ---: | ---: |');
    for (const [name, { rate, p50, p99 }] of results)
      console.log(`| ${name} | ${Math.round(rate)} | ${p50} | ${p99} |`);
    const ratio = (a, b) => (results.get(a).rate / results.get(b).rate).toFixed(2);
    console.log('\n| ratio | measured | target |\n| --- | ---: | ---: |');
    console.log(`| vote against a bare upsert behind Koa | ${ratio('votes', 'upserts')} | >= 0.5 |`);
    console.log(`| storm on one article against the same | ${ratio('storm', 'upserts of one')} | >= 0.3 |`);
  } finally {
    for (const end of ends) await end();
  }
};
