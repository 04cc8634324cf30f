interface Waiting<Found> {
  key: string;
  resolve(found: Found | undefined): void;
  reject(error: unknown): void;
}

export interface LookUpOptions {
  /** How many questions may be on their way at once. */
  atOnce: number;
  /** How many keys one question takes at most. */
  most: number;
}

/** A question that is not answered after so long holds back nobody else any more. */
const PATIENCE_MS = 1_000;

/** Whether something takes longer than that. */
const isLate = (answered: Promise<void>): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), PATIENCE_MS);
    void answered.then(() => {
      clearTimeout(timer);
      resolve(false);
    });
  });

const ONE_QUESTION: LookUpOptions = { atOnce: 1, most: Infinity };

/**
 * Looks things up in company: what is asked for while an answer is on its way is asked for together, and each thing once.
 * Every question is put after it came, so nobody is told what was true before.
 * @param find finds what there is of the keys
 * @param whenIdle called each time that nothing is left to be asked or answered
 */
export const createLookUp = <Found>(
  find: (keys: readonly string[]) => Promise<Map<string, Found>>,
  { atOnce, most }: LookUpOptions = ONE_QUESTION,
  whenIdle = () => {},
): ((key: string) => Promise<Found | undefined>) => {
  let waiting: Waiting<Found>[] = [];
  let asking = 0;

  const askThem = async (asked: readonly Waiting<Found>[]): Promise<void> => {
    try {
      const found = await find([...new Set(asked.map(({ key }) => key))]);
      for (const { key, resolve } of asked) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };

  const ask = async (): Promise<void> => {
    // On the next turn of the loop, so that requests that came together go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const asked = waiting.slice(0, most);
      waiting = waiting.slice(most);
      if (await isLate(askThem(asked))) break;
    }
    asking -= 1;
    if (waiting.length > 0) begin();
    else if (asking === 0) whenIdle();
  };

  const begin = (): void => {
    asking += 1;
    void ask();
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (asking < atOnce) begin();
    });
};

/**
 * Look-ups of several groups, of which each asks its own questions.
 * @param nameOf what tells a group from others
 */
export const createLookUps = <Group, Found>(
  nameOf: (group: Group) => string,
  find: (group: Group, keys: readonly string[]) => Promise<Map<string, Found>>,
  options: LookUpOptions = ONE_QUESTION,
): ((group: Group, key: string) => Promise<Found | undefined>) => {
  // Only of what is being asked: clients may name as many groups as there are days.
  const lookUps = new Map<string, ReturnType<typeof createLookUp<Found>>>();
  return (group, key) => {
    const name = nameOf(group);
    let lookUp = lookUps.get(name);
    if (!lookUp) {
      lookUp = createLookUp(
        (keys) => find(group, keys),
        options,
        () => lookUps.delete(name),
      );
      lookUps.set(name, lookUp);
    }
    return lookUp(key);
  };
};
