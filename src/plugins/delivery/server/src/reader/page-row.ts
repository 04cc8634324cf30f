import type { StoredJson, StoredPage } from './reader';

/** A page as one row: see `listSql`. */
export interface PageRow {
  json: StoredJson | null;
  heads: string | null;
}

type HeadRow = [string, string, number, string, number, number, ...(string | number)[]];

/** So many columns stand before the sort values. */
const BEFORE_VALUES = 6;

/** The one row of a page's query; without rows in the list its columns are null. */
export const readPageRow = (row: PageRow | undefined, keys: number): StoredPage => {
  const { json, heads } = row ?? { json: null, heads: null };
  if (json === null || heads === null) return { heads: [], json: Buffer.alloc(0), fingerprint: '' };
  const found: HeadRow[] = JSON.parse(`[${heads}]`);
  let start = 0;
  return {
    heads: found.map((row) => {
      const [documentId, locale, , , , bytes] = row;
      const values = row.slice(BEFORE_VALUES, BEFORE_VALUES + keys).map(String);
      const head = { documentId, locale, values, start, bytes };
      // A comma follows.
      start += bytes + 1;
      return head;
    }),
    json: typeof json === 'string' ? Buffer.from(json) : json,
    fingerprint: heads,
  };
};
