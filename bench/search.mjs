import { inRoot } from '../scripts/setup/paths.mjs';
import { wordAt } from './content/words.mjs';
import { say } from './context.mjs';
import { load, median, startServer } from './measure.mjs';
import { serve } from './sizes.mjs';

const PORT = 14_031;
const PAGE = 20;

/** What is looked for, by how frequent the words are. The bare query asks for the same words, folded, in any part. */
const SEARCHES = [
  ['rare word', [1_900]],
  ['two rare words', [700, 900]],
  ['frequent word', [60]],
  ['rare and very frequent', [1_500, 0]],
  ['two frequent words', [20, 40]],
  ['word in nearly all', [0]],
  ['two words in nearly all', [0, 1]],
];

const FEW = 1_000;

const bareSearch = async (environment, port) => {
  const end = await startServer(inRoot('bench/servers/koa-search.mjs'), { ...environment, PORT: String(port) });
  return { base: `http://127.0.0.1:${port}`, end };
};

const COLUMNS = [
  'search',
  'hits',
  '/api/search, first time',
  '/api/search',
  'bare query, ranked',
  'ratio (target <= 1.5)',
  'bare query, newest first',
  'ratio',
  `/api/search among ${FEW}`,
  'ratio (target <= 1.5)',
  '/api/articles?q=',
];

/** The time of searches among many items, against the bare queries of the same index behind Koa, and against searches among few. */
export const search = async (context, size) => {
  const { fill, databaseName, database } = context;
  const many = await fill(`${databaseName}_s${size}`, 'search.cjs', size);
  const few = await fill(`${databaseName}_s${FEW}`, 'search.cjs', FEW);
  console.log(`\n${database}: ${many.perSecond} items indexed a second`);
  const ends = [];
  try {
    const [ours, small, bare] = [
      await serve(many.environment, 8),
      await serve(few.environment, 9),
      await bareSearch(many.environment, PORT),
    ];
    ends.push(ours.end, small.end, bare.end);
    const { rounds } = context.load;
    console.log(`${database}, ${size} items, one connection, milliseconds a request, medians of ${rounds} rounds\n`);
    console.log(
      `| ${COLUMNS.join(' | ')} |\n| --- |${COLUMNS.slice(1)
        .map(() => ' ---: |')
        .join('')}`,
    );
    for (const [name, places] of SEARCHES) {
      const words = places.map(wordAt);
      const q = encodeURIComponent(words.join(' '));
      const found = `/api/search?pagination[pageSize]=${PAGE}&q=${q}`;
      const targets = [
        { base: ours.base, paths: [found] },
        { base: bare.base, paths: [`/ranked?q=${q}`] },
        { base: bare.base, paths: [`/newest?q=${q}`] },
        { base: small.base, paths: [found] },
        { base: ours.base, paths: [`/api/articles?pagination[pageSize]=${PAGE}&q=${q}`] },
      ];
      const begun = performance.now();
      const { meta } = await (await fetch(ours.base + found)).json();
      const first = performance.now() - begun;
      const times = targets.map(() => []);
      for (let round = 0; round < rounds; round += 1)
        for (const [index, target] of targets.entries()) {
          const { rate } = await load(target, { connections: 1, seconds: 2 });
          times[index].push(1_000 / rate);
        }
      const [hits, ranked, newest, among, list] = times.map(median);
      const figures = [first, hits, ranked, hits / ranked, newest, hits / newest, among, hits / among, list];
      const cells = figures.map((figure) => figure.toFixed(figure < 0.1 ? 3 : 2));
      console.log(`| ${name} | ${meta.pagination.total} | ${cells.join(' | ')} |`);
      say(`searched for ${words.join(' ')}`);
    }
  } finally {
    for (const end of ends) await end();
  }
};
