/** What the server says of this session. */
export interface SessionTimes {
  idleTimeoutSeconds: number;
  warnBeforeSeconds: number;
  /** null where no end is known: nothing is counted down then. */
  remainingSeconds: number | null;
}

/** What a watch needs of the page that it stands in. Times are milliseconds. */
export interface Surroundings {
  now(): number;
  /** Asks without extending. @throws where the server refuses or cannot be reached */
  ask(): Promise<SessionTimes>;
  /** Extends the session. @throws as `ask` */
  keepAlive(): Promise<SessionTimes>;
  /** Whether this error is the server's refusal, not a network that is down. */
  isRefusal(error: unknown): boolean;
  showCountdown(seconds: number): void;
  hideCountdown(): void;
  /** The server has refused: the session is over. */
  ended(): void;
  /** Tells other tabs how long the session now lasts. */
  tell(until: number): void;
}

export interface Watch {
  /** Begins with what the server says. */
  start(): Promise<void>;
  /** Called every second or so; a tab that slept catches up. */
  tick(): Promise<void>;
  /** The editor did something in this tab. */
  activity(): void;
  /** The editor wants to stay. */
  stay(): Promise<void>;
  /** Another tab has extended the session. */
  heard(until: number): void;
}

const LONGEST_UNREPORTED_MS = 30_000;
/** After an attempt that the network swallowed. */
const RETRY_MS = 3_000;

/**
 * Watches over one session. Activity goes to the server every 30 seconds at most, and at once where the end is near;
 * before a countdown is shown, the server is asked, because another window may have extended the session.
 */
export const createWatch = (at: Surroundings): Watch => {
  /** null until the server has been asked, and where it knows of no end. */
  let until: number | null = null;
  let isKnown = false;
  let warnMs = 0;
  let reportMs = LONGEST_UNREPORTED_MS;
  let lastReport = 0;
  let isActive = false;
  let isWarning = false;
  let isBusy = false;
  let retryAt = 0;

  const hide = () => {
    if (isWarning) at.hideCountdown();
    isWarning = false;
  };

  const setUntil = (time: number | null) => {
    until = time;
    if (time === null || time - at.now() > warnMs) hide();
  };

  const take = ({ idleTimeoutSeconds, warnBeforeSeconds, remainingSeconds }: SessionTimes) => {
    isKnown = true;
    warnMs = warnBeforeSeconds * 1000;
    reportMs = Math.min(LONGEST_UNREPORTED_MS, (idleTimeoutSeconds * 1000) / 6);
    setUntil(remainingSeconds === null ? null : at.now() + remainingSeconds * 1000);
  };

  /** One request at a time; false where it failed. */
  const request = async (send: () => Promise<SessionTimes>): Promise<boolean> => {
    if (isBusy || at.now() < retryAt) return false;
    isBusy = true;
    try {
      take(await send());
      return true;
    } catch (error) {
      if (at.isRefusal(error)) {
        isKnown = true;
        until = null;
        hide();
        at.ended();
      } else retryAt = at.now() + RETRY_MS;
      return false;
    } finally {
      isBusy = false;
    }
  };

  const extend = async () => {
    isActive = false;
    if (await request(at.keepAlive)) {
      lastReport = at.now();
      if (until !== null) at.tell(until);
    } else isActive = until !== null;
  };

  return {
    async start() {
      await request(at.ask);
    },
    async tick() {
      if (!isKnown) await request(at.ask);
      if (until === null) return;
      const remaining = until - at.now();
      const isNear = remaining <= warnMs;
      if (isActive && !isWarning && (isNear || at.now() - lastReport >= reportMs)) return extend();
      if (!isNear) return;
      if (!isWarning || remaining <= 0) {
        await request(at.ask);
        // The server may know of a longer time; then there is nothing to warn of.
        if (until === null || until - at.now() > warnMs) return;
        isWarning = true;
      }
      at.showCountdown(Math.max(0, Math.ceil((until - at.now()) / 1000)));
    },
    activity() {
      // Behind the countdown nothing but its button counts: whoever brushes the mouse has not read it.
      if (!isWarning) isActive = true;
    },
    stay: extend,
    heard(time) {
      if (until !== null) setUntil(Math.max(until, time));
    },
  };
};
