import { createRequire } from 'node:module';

const EVERY_MS = 5_000;

/** Where nobody watches a terminal: a line for each part that is done, and one now and then in between. */
const lines = () => {
  let last = 0;
  return {
    show({ collection, done, total }) {
      if (done < total && Date.now() - last < EVERY_MS) return;
      last = Date.now();
      console.log(`${collection}: ${done} of ${total}`);
    },
    say: (text) => console.log(text),
    stop() {},
  };
};

const bars = () => {
  const { MultiBar, Presets } = createRequire(import.meta.url)('cli-progress');
  const multi = new MultiBar(
    { format: '{bar} {percentage}% | {name}: {value} of {total}', hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  );
  const byName = new Map();
  return {
    show({ collection, done, total }) {
      const bar = byName.get(collection) ?? multi.create(total, 0, { name: collection });
      byName.set(collection, bar);
      bar.setTotal(total);
      bar.update(done);
    },
    say: (text) => multi.log(`${text}\n`),
    stop: () => multi.stop(),
  };
};

/**
 * Shows how far a walk over collections has come.
 * @returns `show` for each step, `say` for a line of text beside it, `stop` at the end
 */
export const createProgress = () => (process.stdout.isTTY ? bars() : lines());
