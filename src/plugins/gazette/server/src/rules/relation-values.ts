import { RuleError } from '../errors';
import { isRecord } from './model';
import type { Path } from './walk';

/** What a client asks for in a relation. */
export interface RelationChange {
  /** Takes the place of what is stored; undefined where the change only adds and takes away. */
  set?: string[];
  connect: string[];
  disconnect: string[];
}

const NOTHING: RelationChange = { connect: [], disconnect: [] };

/** As Strapi reads it: a text that begins like a number is the number of a row. */
const isRowId = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && !Number.isNaN(Number.parseInt(value, 10))) ||
  (isRecord(value) && typeof value.documentId !== 'string' && value.id !== undefined);

/** The documentId in one entry. @throws RuleError for the number of a database row, which no rule can follow, or another value */
const idOf = (path: Path, entry: unknown): string => {
  if (isRowId(entry)) {
    throw new RuleError(path, {
      vi: `"${path.join('.')}" nhận documentId, không nhận mã số của dòng dữ liệu.`,
      en: `"${path.join('.')}" takes a documentId, not the number of a database row.`,
    });
  }
  const id = isRecord(entry) ? entry.documentId : entry;
  if (typeof id === 'string' && id.trim() !== '') return id;
  throw new RuleError(path, {
    vi: `"${path.join('.')}" nhận documentId của mục được liên kết, hoặc {"set": […]}, {"connect": […], "disconnect": […]}.`,
    en: `"${path.join('.')}" takes the documentId of the item it links to, or {"set": […]}, {"connect": […], "disconnect": […]}.`,
  });
};

const idsOf = (path: Path, entries: unknown): string[] =>
  entries === undefined || entries === null
    ? []
    : [entries]
        .flat(Infinity)
        .filter((entry) => entry !== undefined && entry !== null)
        .map((entry: unknown) => idOf(path, entry));

/**
 * Reads a relation in every form that Strapi takes: a documentId, an object that holds one, a list of either, and the
 * same inside `set`, `connect` and `disconnect`.
 * @throws RuleError for what is none of these
 */
export const readRelation = (path: Path, sent: unknown): RelationChange => {
  if (sent === undefined) return NOTHING;
  if (sent === null) return { ...NOTHING, set: [] };
  if (!isRecord(sent) || 'id' in sent || 'documentId' in sent) return { ...NOTHING, set: idsOf(path, sent) };
  // Strapi overlooks a `set` of null, and lets any other one win over what stands beside it.
  if (sent.set) return { ...NOTHING, set: idsOf(path, sent.set) };
  return { connect: idsOf(path, sent.connect), disconnect: idsOf(path, sent.disconnect) };
};

/** The document that a relation to one will point at after a save. @throws RuleError where it would be several */
export const relationTarget = (path: Path, sent: unknown, stored: unknown): string | null => {
  const { set, connect, disconnect } = readRelation(path, sent);
  const [target, ...more] = set ?? connect;
  if (more.length > 0) {
    throw new RuleError(path, {
      vi: `"${path.join('.')}" chỉ liên kết tới một mục.`,
      en: `"${path.join('.')}" links to one item only.`,
    });
  }
  if (target !== undefined) return target;
  if (set !== undefined) return null;
  const now = isRecord(stored) && typeof stored.documentId === 'string' ? stored.documentId : null;
  return now !== null && disconnect.includes(now) ? null : now;
};
