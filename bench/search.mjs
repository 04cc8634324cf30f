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

/** The time of searches among many items, against the bare query of the same index behind Koa. */
export const search = async (context, size) => {
  const { fill, databaseName, database } = context;
  const { environment, perSecond } = await fill(`${databaseName}_s${size}`, 'search.cjs', size);
  console.log(`\n${database}: ${perSecond} items indexed a second`);
  const ours = await serve(environment, 8);
  const ends = [ours.end];
  try {
    ends.push(await startServer(inRoot('bench/servers/koa-search.mjs'), { ...environment, PORT: String(PORT) }));
    const { rounds } = context.load;
    console.log(`${database}, ${size} items, one connection, milliseconds a request, medians of ${rounds} rounds\n`);
    console.log('| search | hits | bare query | /api/search | ratio (target <= 1.5) | /api/articles?q= |');
    console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
    for (const [name, places] of SEARCHES) {
      const words = places.map(wordAt);
      const q = encodeURIComponent(words.join(' '));
      const targets = [
        { base: `http://127.0.0.1:${PORT}`, paths: [`/?q=${q}`] },
        { base: ours.base, paths: [`/api/search?pagination[pageSize]=${PAGE}&q=${q}`] },
        { base: ours.base, paths: [`/api/articles?pagination[pageSize]=${PAGE}&q=${q}`] },
      ];
      const times = targets.map(() => []);
      for (let round = 0; round < rounds; round += 1)
        for (const [index, target] of targets.entries()) {
          const { rate } = await load(target, { connections: 1, seconds: 2 });
          times[index].push(1_000 / rate);
        }
      const [bare, hits, list] = times.map(median);
      const { meta } = await (await fetch(ours.base + targets[1].paths[0])).json();
      console.log(
        `| ${name} | ${meta.pagination.total} | ${bare.toFixed(3)} | ${hits.toFixed(3)} | ${(hits / bare).toFixed(2)} | ${list.toFixed(3)} |`,
      );
      say(`searched for ${words.join(' ')}`);
    }
  } finally {
    for (const end of ends) await end();
  }
};
