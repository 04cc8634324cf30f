import type { StoredJson, StoredPage } from './reader';

/** A page as one row: see `listSql`. */
export interface PageRow {
  json: StoredJson | null;
  heads: string | null;
}

type HeadRow = [string, string, number, string, number, number, ...(string | number)[]];

/** The one row of a page's query; without rows in the list its columns are null. */
export const readPageRow = (row: PageRow | undefined, keys: number): StoredPage => {
  const { json, heads } = row ?? { json: null, heads: null };
  if (json === null || heads === null) return { heads: [], json: Buffer.alloc(0), fingerprint: '' };
  const found: HeadRow[] = JSON.parse(`[${heads}]`);
  let start = 0;
  return {
    heads: found.map(([documentId, locale, , , , bytes, ...values]) => {
      const head = { documentId, locale, values: values.slice(0, keys).map(String), start, bytes };
      // A comma follows.
      start += bytes + 1;
      return head;
    }),
    json: typeof json === 'string' ? Buffer.from(json) : json,
    fingerprint: heads,
  };
};
