import { changedFields } from '../diff';
import type { Statement } from '../query/list-parts';
import type { Tables } from '../store/tables';
import {
  publicVersionSql,
  versionCountSql,
  versionHeadsSql,
  versionItemsSql,
  versionSql,
  type VersionTarget,
  type Visibility,
} from './versions-sql';

/** What the log tells of a version. `etag` is the hash of its content; null where the version was erased. */
export interface VersionHead {
  version: number;
  at: string;
  event: string;
  major: boolean;
  etag: string | null;
  /** Its text was erased: nothing of it is left but that it was there. */
  redacted: boolean;
}

/** A version as a list shows it. */
export interface VersionSummary extends VersionHead {
  title: string | null;
  /** The members that differ from the version before; null for the first one, and where either of the two was erased. */
  changed: string[] | null;
}

export interface StoredVersion extends VersionHead {
  /** The public JSON as it was, complete; '' where it was erased. */
  item: string;
}

export interface VersionSlice {
  before: number | null;
  limit: number;
  offset: number;
}

/** Reads kept versions. */
export interface VersionReader {
  /** Newest first. */
  heads(target: VersionTarget, slice: VersionSlice): Promise<VersionHead[]>;
  count(target: VersionTarget): Promise<number>;
  /** Heads that follow one another, newest first, as a list shows them. @param previous the head behind the last one */
  summaries(
    target: VersionTarget,
    heads: readonly VersionHead[],
    previous: VersionHead | null,
  ): Promise<VersionSummary[]>;
  head(target: VersionTarget, version: number): Promise<VersionHead | null>;
  version(target: VersionTarget, version: number): Promise<StoredVersion | null>;
  /** The number of the version that is public now; null where none is. */
  publicVersion(target: VersionTarget): Promise<number | null>;
}

interface RawHead {
  version: number | string;
  at: string;
  event: string;
  major: boolean | number;
  etag: string;
  redacted: boolean | number;
}

const headOf = ({ version, at, event, major, etag, redacted }: RawHead): VersionHead => ({
  version: Number(version),
  at,
  event,
  major: Boolean(major),
  etag: redacted ? null : etag,
  redacted: Boolean(redacted),
});

type Item = Record<string, unknown>;

const titleOf = (item: Item): string | null => {
  const title = item.title ?? item.name;
  return typeof title === 'string' ? title : null;
};

/** @param all runs a statement on the connection or transaction to read by */
export const createVersionReader = (
  all: <Row>(statement: Statement) => Promise<Row[]>,
  t: Tables,
  visibility: Visibility,
): VersionReader => ({
  heads: async (target, slice) => (await all<RawHead>(versionHeadsSql(t, target, visibility, slice))).map(headOf),
  async count(target) {
    const [row] = await all<{ total: number | string }>(versionCountSql(t, target, visibility));
    return Number(row?.total ?? 0);
  },
  async summaries(target, heads, previous) {
    const [newest] = heads;
    const oldest = previous ?? heads[heads.length - 1];
    if (!newest || !oldest) return [];
    const stored = await all<{ version: number | string; item: string }>(
      versionItemsSql(t, target, visibility, [oldest.version, newest.version]),
    );
    const texts = new Map(stored.map(({ version, item }) => [Number(version), item]));
    const parsed = (head: VersionHead | null | undefined): Item | null => {
      const text = head && !head.redacted ? texts.get(head.version) : undefined;
      // Erased between the two looks: an empty text.
      return text ? JSON.parse(text) : null;
    };
    const found: VersionSummary[] = [];
    let item = parsed(newest);
    heads.forEach((head, index) => {
      const before = parsed(heads[index + 1] ?? previous);
      const changed = item && before ? changedFields(before, item) : null;
      found.push({ ...head, title: item && titleOf(item), changed });
      item = before;
    });
    return found;
  },
  async head(target, version) {
    const [row] = await all<RawHead>(versionSql(t, target, visibility, { version, withItem: false }));
    return row ? headOf(row) : null;
  },
  async version(target, version) {
    const [row] = await all<RawHead & { item: string }>(versionSql(t, target, visibility, { version, withItem: true }));
    return row ? { ...headOf(row), item: row.redacted ? '' : row.item } : null;
  },
  async publicVersion(target) {
    const [row] = await all<{ version: number | string }>(publicVersionSql(t, target));
    return row ? Number(row.version) : null;
  },
});
