/** Runs one piece of work after another where they have the same key, and others beside them. */
export type Turns = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

export const createTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    // Whether the one before has failed is its own affair.
    const own = before.catch(() => undefined).then(work);
    last.set(key, own);
    try {
      return await own;
    } finally {
      if (last.get(key) === own) last.delete(key);
    }
  };
};
