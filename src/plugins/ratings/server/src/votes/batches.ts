/** Takes work one by one and hands it on in batches: what comes while a batch is being done makes the next one. */
export interface Batches<Item, Result> {
  add(item: Item): Promise<Result>;
  /** Waits until nothing is in hand. */
  settle(): Promise<void>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

interface Options {
  /** How many batches are done at once. */
  workers: number;
  /** How many items one batch takes at most. */
  size: number;
  /** How many items may wait at most. */
  waiting: number;
  /** The error for one more. */
  onFull(): Error;
}

/** @param execute does a batch, all of it or nothing, and gives a result for each item */
export const createBatches = <Item, Result>(
  execute: (items: readonly Item[]) => Promise<Result[]>,
  { workers, size, waiting, onFull }: Options,
): Batches<Item, Result> => {
  const queue: Waiting<Item, Result>[] = [];
  const running = new Set<Promise<void>>();

  const finish = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await execute(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result === undefined) reject(new Error('A batch gave no result for one of its items.'));
        else resolve(result);
      });
    } catch (error) {
      const [only, ...others] = batch;
      if (only && others.length === 0) return only.reject(error);
      // One of them may be at fault; the others must not go down with it.
      for (const one of batch) await finish([one]);
    }
  };

  const work = async (): Promise<void> => {
    while (queue.length > 0) await finish(queue.splice(0, size));
  };

  const start = (): void => {
    if (running.size >= workers) return;
    // On the next turn of the loop, so that requests that came together go together.
    const worker = new Promise<void>((resolve) => setImmediate(resolve)).then(work).finally(() => {
      running.delete(worker);
      if (queue.length > 0) start();
    });
    running.add(worker);
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (queue.length >= waiting) return reject(onFull());
        queue.push({ item, resolve, reject });
        start();
      }),
    async settle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
};
