import { setTimeout as pause } from 'node:timers/promises';
import { LOG_START, positionOf, type EntryIdentity, type LogPosition } from '../query/changes-cursor';
import { logEndSql } from '../query/changes-sql';
import {
  exportItemsSql,
  exportPartsSql,
  exportWindowSql,
  type ExportPart,
  type ExportWindow,
  type ExportWindowRow,
} from '../query/export-sql';
import type { Overlays } from '../query/overlay-sql';
import type { Tables } from '../store/tables';
import type { ReadConnection } from './connection';

/** Where an export begins: what is published behind this place of the log, or gets a higher id, is not in it. */
export interface ExportStart {
  position: LogPosition;
  lastSnapshot: number;
}

/** A collection, and what is read beside its snapshots. */
export interface ExportedCollection {
  name: string;
  overlays: Overlays;
}

/** Where an export begins that is made now, asked by `query`. */
export const exportStart = async (query: ReadConnection['all'], t: Tables): Promise<ExportStart> => {
  const [end] = await query<EntryIdentity & { lastSnapshot: number | string | null }>(logEndSql(t));
  if (!end) return { position: LOG_START, lastSnapshot: 0 };
  return { position: positionOf({ ...end, seq: Number(end.seq) }), lastSnapshot: Number(end.lastSnapshot ?? 0) };
};

export interface ExportReader {
  start(): Promise<ExportStart>;
  /**
   * Every item of some collections in every language, as lines, a batch at a time. Each item at most once; whatever changes
   * meanwhile is told by the log behind the start.
   */
  lines(start: ExportStart, collections: readonly ExportedCollection[]): AsyncGenerator<string | Buffer>;
}

/** A batch is about this long, so that a few of them are all that an export holds in memory. */
const BATCH_BYTES = 2 * 2 ** 20;
const FIRST_BATCH = 32;
const MAX_BATCH = 1_000;

/** How long a replica may be behind the one that told where the log ends. */
const PATIENCE_MS = 15_000;
const PATIENCE_STEP_MS = 200;

interface Batch {
  lines: Buffer;
  /** How many items there were when it began. */
  count: number;
  /** The id of the last one; null where there are none. */
  last: number | null;
}

type Range = Omit<ExportWindow, 'upTo'>;

export const createExportReader = (connection: ReadConnection, t: Tables): ExportReader => {
  const read = async (start: ExportStart, overlays: Overlays, range: Range): Promise<Batch> => {
    for (let waited = 0; ; waited += PATIENCE_STEP_MS) {
      const { rows, lines } = await connection.linesBehind<ExportWindowRow>(
        exportWindowSql(t, { ...range, upTo: start.lastSnapshot }),
        // Another replica may not know yet what the cursor promises to be in the export.
        ([window]) =>
          !window || Number(window.seq ?? 0) < start.position.seq || window.last === null
            ? null
            : exportItemsSql(t, overlays, { ...range, upTo: Number(window.last) }),
      );
      const [window] = rows;
      if (window && Number(window.seq ?? 0) >= start.position.seq)
        return { lines, count: Number(window.count), last: window.last === null ? null : Number(window.last) };
      if (waited >= PATIENCE_MS)
        throw new Error('delivery: an export was broken off, because the database for public reads is too far behind.');
      await pause(PATIENCE_STEP_MS);
    }
  };

  async function* part(start: ExportStart, { overlays }: ExportedCollection, of: ExportPart) {
    const next = (after: number, limit: number) => {
      const batch = read(start, overlays, { ...of, after, limit });
      // Whoever stops reading never looks at it.
      batch.catch(() => undefined);
      return batch;
    };
    let limit = FIRST_BATCH;
    let batch = await next(0, limit);
    while (batch.last !== null) {
      const { lines, count, last } = batch;
      const isLast = count < limit;
      const bytesEach = Math.max(1, lines.length / count);
      limit = Math.max(1, Math.min(MAX_BATCH, limit * 4, Math.floor(BATCH_BYTES / bytesEach)));
      // The database makes the next one while this one is sent.
      const following = isLast ? null : next(last, limit);
      // All of them may have been taken back in the meantime.
      if (lines.length > 0) yield lines;
      if (following === null) return;
      batch = await following;
    }
  }

  return {
    start: () => exportStart((statement) => connection.all(statement), t),
    async *lines(start, collections) {
      const names = collections.map(({ name }) => name);
      const parts = await connection.all<ExportPart>(exportPartsSql(t, names));
      for (const collection of collections)
        for (const one of parts) if (one.collection === collection.name) yield* part(start, collection, one);
    },
  };
};
