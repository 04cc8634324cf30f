import type { TestApp } from '../../support';

export interface Facet {
  values: { value: string; count: number }[];
  missing: number;
}
export type Item = Record<string, unknown> & { documentId: string };

interface Page {
  data: Item[] & Item;
  meta: { pagination: { total: number; nextCursor: string | null }; facets: Record<string, Facet> };
}

/** Reads what is public, over HTTP. */
export const createReader = (app: TestApp) => {
  /** @throws where the answer is no 200 */
  const get = async (path: string): Promise<Page> => {
    const { status, body } = await app.request.get(encodeURI(path));
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body.error)}`);
    return body;
  };

  /** The whole of a list, by cursor. */
  const whole = async (list: string, query: string): Promise<{ items: Item[]; total: number }> => {
    const items: Item[] = [];
    let total = 0;
    for (let cursor: string | null = ''; cursor !== null;) {
      const { data, meta }: Page = await get(
        `/api/${list}?pagination[pageSize]=100&pagination[cursor]=${cursor}&${query}`,
      );
      items.push(...data);
      ({ total } = meta.pagination);
      cursor = meta.pagination.nextCursor;
    }
    return { items, total };
  };
  return { get, whole };
};

export type Reader = ReturnType<typeof createReader>;

export const idsOf = (items: { documentId: string }[]) => items.map(({ documentId }) => documentId).sort();
