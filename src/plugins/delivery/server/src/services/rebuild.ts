import type { Core } from '@strapi/strapi';
import { lockPublishing } from '../store/lock';
import { readMeta, writeMeta } from '../store/meta';
import { publishedOf } from '../store/snapshots';
import { inTransaction, tablesFor } from '../store/tables';
import type { DeliveryConfig } from '../config';
import { deliveryService } from './access';

/** Makes snapshots again from content. */
export interface Rebuilder {
  /**
   * Projects every published document of every collection, a batch a transaction, while the site serves.
   * @param onProgress told after each batch
   * @returns how many changes readers can see
   */
  all(
    onProgress?: (progress: { collection: string; done: number; total: number }) => void,
  ): Promise<{ changes: number }>;
  /** Whether the stored addresses were made with other settings than today's. */
  isStale(): Promise<boolean>;
}

const BATCH = 100;

export const createRebuilder = ({ strapi }: { strapi: Core.Strapi }): Rebuilder => {
  const config = () => strapi.config.get<DeliveryConfig>('plugin::delivery');
  /** What the addresses in snapshots are made of. */
  const fingerprint = async (): Promise<string> => {
    const { publicApiUrl, publicSiteUrl, urlPatterns } = config();
    const locales = await deliveryService(strapi, 'reader').locales();
    return JSON.stringify({ publicApiUrl, publicSiteUrl, urlPatterns, defaultLocale: locales.default });
  };
  const projector = () => deliveryService(strapi, 'projector');

  /** What is published by content or public by snapshot: the latter alone is an orphan that must go. */
  const publishedIds = async (name: string, uid: string): Promise<string[]> => {
    const found: { documentId: string }[] = await strapi.db
      .query(uid)
      .findMany({ select: ['documentId'], where: { publishedAt: { $notNull: true } }, orderBy: { id: 'asc' } });
    const stored = await inTransaction(strapi, (trx) => publishedOf(trx, tablesFor(strapi), name));
    return [...new Set([...found.map(({ documentId }) => documentId), ...stored])];
  };

  return {
    async all(onProgress) {
      let changes = 0;
      for (const { name, uid } of deliveryService(strapi, 'collections').all()) {
        const ids = await publishedIds(name, uid);
        for (let start = 0; start < ids.length; start += BATCH) {
          const batch = ids.slice(start, start + BATCH);
          await inTransaction(strapi, async (trx) => {
            await lockPublishing(trx, tablesFor(strapi));
            for (const documentId of batch) changes += await projector().reproject(trx, { uid, documentId });
          });
          onProgress?.({ collection: name, done: start + batch.length, total: ids.length });
        }
      }
      const made = await fingerprint();
      await inTransaction(strapi, (trx) => writeMeta(trx, tablesFor(strapi), 'addresses', made));
      return { changes };
    },
    async isStale() {
      const now = await fingerprint();
      return inTransaction(strapi, async (trx) => {
        const stored = await readMeta(trx, tablesFor(strapi), 'addresses');
        if (stored === null) await writeMeta(trx, tablesFor(strapi), 'addresses', now);
        return stored !== null && stored !== now;
      });
    },
  };
};
