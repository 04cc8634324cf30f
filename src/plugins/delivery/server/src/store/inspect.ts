import { linksFrom } from './links';
import { namesOf } from './names';
import { inParts, marks, rows, type Tables, type Transaction } from './tables';

/** A snapshot with everything that is stored of it. */
export interface InspectedSnapshot {
  id: number;
  collection: string;
  documentId: string;
  locale: string;
  slug: string;
  version: number;
  hash: string;
  indexHash: string;
  overlay: string;
  summary: string;
  item: string;
}

const overAll = async <Row>(
  ids: readonly string[],
  read: (part: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> => {
  const found: Row[] = [];
  for (const part of inParts(ids)) found.push(...(await read(part)));
  return found;
};

export const inspectSnapshots = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<InspectedSnapshot[]> =>
  (
    await overAll(documentIds, (part) =>
      rows<InspectedSnapshot>(
        trx,
        `SELECT id, collection, document_id AS "documentId", locale, slug, version, hash, index_hash AS "indexHash", overlay, summary, item
         FROM ${t.snapshots} WHERE document_id IN (${marks(part)})`,
        [...part],
      ),
    )
  ).map((row) => ({ ...row, id: Number(row.id) }));

/** Where snapshots are found, one text a row, by snapshot: `sort articles title=…`, `facet articles topic=… (label)`. */
export const inspectIndex = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<Map<number, string[]>> => {
  const keys = await overAll(documentIds, (part) =>
    rows<{ id: number | string; text: string }>(
      trx,
      `SELECT k.snapshot_id AS id, 'sort ' || k.list || ' ' || k.locale || ' ' || k.name || '=' || k.value AS text
       FROM ${t.sortKeys} k JOIN ${t.snapshots} s ON s.id = k.snapshot_id WHERE s.document_id IN (${marks(part)})`,
      [...part],
    ),
  );
  const facets = await overAll(documentIds, (part) =>
    rows<{ id: number | string; text: string }>(
      trx,
      `SELECT f.snapshot_id AS id, 'facet ' || f.list || ' ' || f.locale || ' ' || f.name || '=' || f.value || ' (' || f.label || ') ' || f.default_sort AS text
       FROM ${t.facets} f JOIN ${t.snapshots} s ON s.id = f.snapshot_id WHERE s.document_id IN (${marks(part)})`,
      [...part],
    ),
  );
  const index = new Map<number, string[]>();
  for (const { id, text } of [...keys, ...facets]) index.set(Number(id), [...(index.get(Number(id)) ?? []), text]);
  return index;
};

/** What documents embed, `uid documentId` a row, by document. */
export const inspectDependencies = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<Map<string, string[]>> => {
  const found = await overAll(documentIds, (part) =>
    rows<{ source: string; target: string }>(
      trx,
      `SELECT source_id AS source, target_uid || ' ' || target_id AS target FROM ${t.dependencies} WHERE source_id IN (${marks(part)})`,
      [...part],
    ),
  );
  const dependencies = new Map<string, string[]>();
  for (const { source, target } of found) dependencies.set(source, [...(dependencies.get(source) ?? []), target]);
  return dependencies;
};

/** The last entry of the log for each language of documents. */
export interface LastChange {
  collection: string;
  documentId: string;
  locale: string;
  event: string;
  slug: string;
  version: number;
  etag: string;
}

const LAST = (t: Tables) =>
  `SELECT c.collection, c.document_id AS "documentId", c.locale, c.event, c.slug, c.version, c.etag FROM ${t.changes} c
   WHERE c.seq = (SELECT MAX(m.seq) FROM ${t.changes} m WHERE m.document_id = c.document_id AND m.locale = c.locale)`;

export const inspectLastChanges = (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<LastChange[]> =>
  overAll(documentIds, (part) => rows<LastChange>(trx, `${LAST(t)} AND c.document_id IN (${marks(part)})`, [...part]));

/** What the log says is public and has no snapshot. */
export const publicOnlyInLog = (trx: Transaction, t: Tables): Promise<LastChange[]> =>
  rows(
    trx,
    `${LAST(t)} AND c.event NOT IN ('unpublished', 'deleted')
     AND NOT EXISTS (SELECT 1 FROM ${t.snapshots} s WHERE s.document_id = c.document_id AND s.locale = c.locale)`,
  );

/** Which of these snapshots have no remembered address, and which have another text than their version's. */
export const unremembered = (trx: Transaction, t: Tables, documentIds: readonly string[]): Promise<{ id: number }[]> =>
  overAll(documentIds, (part) =>
    rows(
      trx,
      `SELECT s.id FROM ${t.snapshots} s WHERE s.document_id IN (${marks(part)}) AND NOT EXISTS (SELECT 1 FROM ${t.addresses} a
       WHERE a.slug = s.slug AND a.locale = s.locale AND a.collection = s.collection AND a.document_id = s.document_id)`,
      [...part],
    ),
  );

export const withoutVersion = (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<{ id: number }[]> =>
  overAll(documentIds, (part) =>
    rows(
      trx,
      `SELECT s.id FROM ${t.snapshots} s WHERE s.document_id IN (${marks(part)}) AND NOT EXISTS (SELECT 1 FROM ${t.versions} v
       WHERE v.document_id = s.document_id AND v.locale = s.locale AND v.version = s.version AND v.item = s.item || '}')`,
      [...part],
    ),
  );

/** A kept count that is not what there is to count. */
export interface WrongCount {
  list: string;
  locale: string;
  name: string;
  value: string;
  kept: number | string | null;
  real: number | string | null;
}

/** Every kept count that differs from the rows that it counts. */
export const wrongCounts = (trx: Transaction, t: Tables): Promise<WrongCount[]> => {
  const real = `SELECT list, locale, '' AS name, '' AS value, COUNT(DISTINCT snapshot_id) AS real FROM ${t.sortKeys} GROUP BY list, locale
    UNION ALL SELECT list, locale, name, '', COUNT(DISTINCT snapshot_id) FROM ${t.facets} GROUP BY list, locale, name
    UNION ALL SELECT list, locale, name, value, COUNT(*) FROM ${t.facets} GROUP BY list, locale, name, value`;
  return rows(
    trx,
    `SELECT r.list, r.locale, r.name, r.value, c.count AS kept, r.real AS real FROM (${real}) r
       LEFT JOIN ${t.counts} c ON c.list = r.list AND c.locale = r.locale AND c.name = r.name AND c.value = r.value
       WHERE c.count IS NULL OR c.count <> r.real
     UNION ALL
     SELECT c.list, c.locale, c.name, c.value, c.count, NULL FROM ${t.counts} c
       LEFT JOIN (${real}) r ON c.list = r.list AND c.locale = r.locale AND c.name = r.name AND c.value = r.value
       WHERE c.count <> 0 AND r.real IS NULL`,
  );
};

/** The names of documents and their links, one text a row, by document: `name …`, `link kind target data`. */
export const inspectMentions = async (
  trx: Transaction,
  t: Tables,
  documentIds: readonly string[],
): Promise<Map<string, string[]>> => {
  const mentions = new Map<string, string[]>();
  const add = (documentId: string, text: string) =>
    mentions.set(documentId, [...(mentions.get(documentId) ?? []), text]);
  for (const { documentId, name } of await namesOf(trx, t, documentIds)) add(documentId, nameText(name));
  for (const link of await linksFrom(trx, t, documentIds)) add(link.sourceId, linkText(link));
  return mentions;
};

/** How `inspectMentions` writes a name. */
export const nameText = (name: string): string => `name ${name}`;

/** How `inspectMentions` writes a link. */
export const linkText = ({ kind, targetId, data }: { kind: string; targetId: string; data: string }): string =>
  `link ${kind} ${targetId} ${data}`;
