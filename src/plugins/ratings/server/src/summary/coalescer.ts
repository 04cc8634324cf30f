/** Hands changed things on, not one by one but all that changed within a while. */
export interface Coalescer<Item> {
  add(key: string, item: Item): void;
  /** How many wait, or are on their way. */
  waiting(): number;
  /** Hands on what waits, and takes no more. */
  stop(): Promise<void>;
}

interface Options<Item> {
  /** From one handing on to the next, milliseconds. */
  every: number;
  /** How many go together at most. */
  size: number;
  /** Of two changes of one thing, the later one. */
  newer(a: Item, b: Item): Item;
  send(items: Item[]): Promise<void>;
  /** Told of the first failure in a row; what failed is tried again. */
  onFailure(error: unknown): void;
}

/** After a failure; a database that is away is not asked every second. */
const RETRY_MS = 5_000;

export const createCoalescer = <Item>({ every, size, newer, send, onFailure }: Options<Item>): Coalescer<Item> => {
  const changed = new Map<string, Item>();
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<void> | null = null;
  let lastAt = 0;
  let hasFailed = false;
  let isStopped = false;

  const put = (key: string, item: Item): void => {
    const other = changed.get(key);
    changed.set(key, other === undefined ? item : newer(other, item));
  };

  const handOn = async (): Promise<void> => {
    const batch = [...changed].slice(0, size);
    batch.forEach(([key]) => changed.delete(key));
    try {
      await send(batch.map(([, item]) => item));
      hasFailed = false;
    } catch (error) {
      batch.forEach(([key, item]) => put(key, item));
      if (!hasFailed) onFailure(error);
      hasFailed = true;
    }
  };

  const flush = async (): Promise<void> => {
    lastAt = Date.now();
    do await handOn();
    while (changed.size > 0 && !hasFailed && changed.size >= size);
  };

  const schedule = (): void => {
    if (timer || sending || isStopped || changed.size === 0) return;
    const wait = hasFailed ? RETRY_MS : Math.max(0, lastAt + every - Date.now());
    timer = setTimeout(() => {
      timer = null;
      sending = flush().finally(() => {
        sending = null;
        schedule();
      });
    }, wait);
    timer.unref();
  };

  return {
    add(key, item) {
      put(key, item);
      schedule();
    },
    waiting: () => changed.size + (sending ? 1 : 0),
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      timer = null;
      await sending;
      if (changed.size > 0) await flush();
    },
  };
};
