import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { DeliveryServices, LogEntry, LogPosition } from '@gazette/delivery/strapi-server';
import {
  beginCursor,
  claimCursor,
  cursorSeq,
  keepCursor,
  moveCursor,
  releaseCursor,
  type Cursor,
} from '../store/cursors';
import { inTransaction, tablesFor, type Transaction } from '../store/tables';
import { doubling } from './backoff';

/** What somebody who follows the change log does with it. */
export interface Follower {
  /** Under which its place is kept. */
  name: string;
  /** What happens close together is dealt with together. */
  gatherMs: number;
  /** Deals with entries, before the place moves on: after a crash, again. @param keep tells that work goes on */
  handle?(entries: readonly LogEntry[], keep: () => Promise<void>): Promise<void>;
  /** The same in the transaction in which the place moves on: exactly once. */
  record?(trx: Transaction, entries: readonly LogEntry[]): Promise<void>;
  /** Told when something was recorded. */
  onMoved?(): void;
}

export interface FollowContext {
  strapi: Core.Strapi;
  changes: DeliveryServices['changes'];
  signal: AbortSignal;
}

/** How long a silent worker keeps its claim: longer than one request takes. */
const CLAIM_MS = 20_000;
/** How often the log is looked at without a sign of its growth. */
const LOOK_MS = 15_000;
/** How long to leave a place alone that is another instance's, or rests. */
const YIELD_MS = 1_000;
const STRETCH = 1_000;
const MAX_ENTRIES = 20_000;

const inFuture = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** Follows the change log from its place on, until the signal comes. One instance at a time does. */
export const follow = async (context: FollowContext, follower: Follower): Promise<void> => {
  const { strapi, changes, signal } = context;
  const worker = randomUUID();
  const t = tablesFor(strapi);
  const { name } = follower;

  const own = <Result>(work: (trx: Transaction) => Promise<Result>) => inTransaction(strapi, work);

  /** What was written since, up to a limit; from the log's end where the place is none of this log. */
  const read = async (from: LogPosition): Promise<{ entries: LogEntry[]; position: LogPosition }> => {
    const entries: LogEntry[] = [];
    let position = from;
    for (let more = true; more && entries.length < MAX_ENTRIES;) {
      const stretch = await changes.log().after(position, STRETCH);
      if (stretch === null) {
        strapi.log.warn(
          `feeds: the change log is another one than before (a backup was restored?); "${name}" goes on from its end.`,
        );
        return { entries: [], position: await changes.log().end() };
      }
      entries.push(...stretch.entries);
      position = stretch.entries.at(-1)?.position ?? position;
      more = stretch.more;
    }
    return { entries, position };
  };

  const work = async (cursor: Cursor): Promise<void> => {
    const { entries, position } = await read(cursor);
    const shown = entries.filter(({ collection }) => changes.listed().has(collection));
    const keep = async () => {
      if (!(await own((trx) => keepCursor(trx, t, name, worker, inFuture(CLAIM_MS)))))
        throw new Error('another instance has gone on');
    };
    await follower.handle?.(shown, keep);
    await own(async (trx) => {
      if (await moveCursor(trx, t, name, worker, position)) await follower.record?.(trx, shown);
    });
    follower.onMoved?.();
  };

  const fail = async (cursor: Cursor, error: unknown): Promise<void> => {
    const message = error instanceof Error ? error.message : String(error);
    const stopped = signal.aborted;
    const seconds = doubling(cursor.attempts + 1);
    if (!stopped) strapi.log.warn(`feeds: "${name}" failed (${message}); it is tried again in ${seconds} s.`);
    await own((trx) =>
      releaseCursor(trx, t, name, worker, { again: stopped ? '' : inFuture(seconds * 1_000), error: message }),
    );
  };

  /** One round: waits for something to happen, and deals with it. */
  const round = async (): Promise<void> => {
    const seq = await own((trx) => cursorSeq(trx, t, name));
    if (seq === null) {
      const end = await changes.log().end();
      await own((trx) => beginCursor(trx, t, name, end));
      return;
    }
    if (!(await changes.tail().beyond(seq, LOOK_MS, signal)) || signal.aborted) return;
    await pause(follower.gatherMs, undefined, { signal });
    const cursor = await own((trx) => claimCursor(trx, t, name, worker, inFuture(CLAIM_MS)));
    if (!cursor) return void (await pause(YIELD_MS, undefined, { signal }));
    try {
      await work(cursor);
    } catch (error) {
      await fail(cursor, error);
    }
  };

  while (!signal.aborted) {
    try {
      await round();
    } catch (error) {
      if (signal.aborted) return;
      strapi.log.warn(`feeds: "${name}" pauses (${String(error)}).`);
      await pause(YIELD_MS * 5, undefined, { signal }).catch(() => undefined);
    }
  }
};
