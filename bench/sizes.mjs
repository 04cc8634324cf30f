import { inRoot } from '../scripts/setup/paths.mjs';
import { load, median, startServer } from './measure.mjs';

const FIRST_PORT = 14_011;

/** Starts the application on a database. @param number which of several it is */
export const serve = async (environment, number) => {
  const port = FIRST_PORT + number;
  const end = await startServer(inRoot('bench/servers/gazette.cjs'), { ...environment, PORT: String(port) });
  return { base: `http://127.0.0.1:${port}`, end };
};

/**
 * Prints the time of each read in a small and in a large database, measured in turn.
 * @param sizes the two, each with `base` and whatever the paths need
 * @param labels how large they are
 * @param rows `[name, pathsOf(size)]`
 */
export const compareSizes = async ({ database, load: { rounds } }, [small, large], labels, rows) => {
  console.log(`\n${database}, one connection, milliseconds a request, medians of ${rounds} rounds\n`);
  console.log(`| what | ${labels[0]} | ${labels[1]} | ratio (target <= 1.5) |\n| --- | ---: | ---: | ---: |`);
  for (const [name, pathsOf] of rows) {
    const times = new Map([
      [small, []],
      [large, []],
    ]);
    for (let round = 0; round < rounds; round += 1)
      for (const one of [small, large]) {
        const { rate } = await load({ base: one.base, paths: pathsOf(one) }, { connections: 1, seconds: 2 });
        times.get(one).push(1_000 / rate);
      }
    const [a, b] = [median(times.get(small)), median(times.get(large))];
    console.log(`| ${name} | ${a.toFixed(3)} | ${b.toFixed(3)} | ${(b / a).toFixed(2)} |`);
  }
};
