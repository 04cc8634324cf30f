/** Waits for the end of the change log to move. */
export interface ChangeTail {
  /**
   * Waits until the log goes on behind an entry, the time is over, the signal comes or the tail is closed. Holds no
   * connection meanwhile: whoever waits, one query asks for all.
   * @returns whether the log goes on
   */
  beyond(seq: number, milliseconds: number, signal: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
}

export interface TailSource {
  lastSeq(): Promise<number>;
  /** Calls back whenever the log may have grown. @returns what ends that */
  watch(onGrowth: () => void): () => Promise<void>;
  onError(error: unknown): void;
}

interface Waiter {
  seq: number;
  end(isMoved: boolean): void;
}

export const createChangeTail = ({ lastSeq, watch, onError }: TailSource): ChangeTail => {
  const waiters = new Set<Waiter>();
  let unwatch: (() => Promise<void>) | null = null;
  let isAsking = false;
  let isStale = false;
  let isClosed = false;

  /** One question at a time; what happens while it is asked is asked again. */
  const ask = async (): Promise<void> => {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    try {
      while (isStale && waiters.size > 0) {
        isStale = false;
        const last = await lastSeq();
        for (const waiter of waiters) if (waiter.seq < last) waiter.end(true);
      }
    } catch (error) {
      // They ask again at the next sign of growth, and give up when their time is over.
      if (!isClosed) onError(error);
    } finally {
      isAsking = false;
    }
  };

  return {
    beyond: (seq, milliseconds, signal) =>
      new Promise((resolve) => {
        if (isClosed || signal.aborted) return resolve(false);
        const giveUp = () => waiter.end(false);
        const timer = setTimeout(giveUp, milliseconds);
        timer.unref();
        signal.addEventListener('abort', giveUp);
        const waiter: Waiter = {
          seq,
          end(isMoved) {
            clearTimeout(timer);
            signal.removeEventListener('abort', giveUp);
            waiters.delete(waiter);
            resolve(isMoved);
          },
        };
        waiters.add(waiter);
        unwatch ??= watch(() => void ask());
        // What was committed between the caller's reading and now.
        void ask();
      }),
    async close() {
      isClosed = true;
      for (const waiter of waiters) waiter.end(false);
      await unwatch?.();
      unwatch = null;
    },
  };
};
