import type { Core } from '@strapi/strapi';
import { ARTICLE, isRecord, type Data } from '../rules/model';
import { ratingsOf } from './services';

/** Set once every article that was imported before ratings were built has its balance. */
const DONE = { type: 'plugin', name: 'gazette', key: 'imported-balances' } as const;
const BATCH = 200;

/**
 * Makes the totals that a page of the old portal printed the opening balance of its article. Totals that cannot be (each vote
 * is 1 to 5 points) are left out; the import has said so.
 */
export const openBalance = async (strapi: Core.Strapi, documentId: string, imported: unknown): Promise<void> => {
  if (!isRecord(imported)) return;
  const { ratingCount: count, ratingSum: sum } = imported;
  if (typeof count !== 'number' || typeof sum !== 'number' || count < 1 || sum < count || sum > 5 * count) return;
  await ratingsOf(strapi, 'openings').set({ collection: 'articles', documentId }, { count, sum });
};

/** Opens the balances of articles that are in already. Once; cut off, it starts over, which changes nothing twice. */
export const openImportedBalances = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store(DONE);
  if (await store.get()) return;
  for (let position = 0; ;) {
    const found: Data[] = await strapi.db.query(ARTICLE).findMany({
      select: ['id', 'documentId', 'imported'],
      where: { imported: { $notNull: true }, id: { $gt: position } },
      orderBy: { id: 'asc' },
      limit: BATCH,
    });
    const last = found[found.length - 1];
    if (!last) break;
    for (const { documentId, imported } of found) await openBalance(strapi, String(documentId), imported);
    position = Number(last.id);
  }
  await store.set({ value: true });
};
