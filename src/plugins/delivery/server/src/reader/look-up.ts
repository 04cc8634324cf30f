interface Waiting<Found> {
  key: string;
  resolve(found: Found | undefined): void;
  reject(error: unknown): void;
}

/**
 * Looks things up in company: what is asked for while an answer is on its way is asked for together, and each thing once.
 * Every question is put after it came, so nobody is told what was true before.
 * @param find finds what there is of the keys
 */
export const createLookUp = <Found>(
  find: (keys: readonly string[]) => Promise<Map<string, Found>>,
): ((key: string) => Promise<Found | undefined>) => {
  let waiting: Waiting<Found>[] = [];
  let isBusy = false;

  const ask = async (): Promise<void> => {
    // On the next turn of the loop, so that requests that came together go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      try {
        const found = await find([...new Set(asked.map(({ key }) => key))]);
        for (const { key, resolve } of asked) resolve(found.get(key));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    isBusy = false;
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (isBusy) return;
      isBusy = true;
      void ask();
    });
};
