import type { Core } from '@strapi/strapi';
import type { DeliveryConfig } from '../config';
import { digest } from '../projection/present-document';
import { countRows, visitCollection } from '../jobs/steps';
import { INDEX_REVISION } from '../search';
import { recount } from '../store/counts';
import { lockPublishing } from '../store/lock';
import { readMeta, writeMeta } from '../store/meta';
import { dropStrays } from '../store/strays';
import { inTransaction, tablesFor } from '../store/tables';
import { deliveryService } from './access';

/** How far a walk over all collections has come, in rows of content. */
export interface Progress {
  collection: string;
  done: number;
  total: number;
}

/** Makes snapshots again from content. */
export interface Rebuilder {
  /**
   * Projects every published document of every collection, a batch a transaction, while the site serves, and counts every
   * list anew: whatever was damaged is right again, but for the log and old versions, which no content tells.
   * @param onProgress told after each batch
   * @returns how many changes readers can see
   */
  all(onProgress?: (progress: Progress) => void): Promise<{ changes: number }>;
  /**
   * Leaves the rebuilding to background jobs where the stored snapshots were made with other settings, or by a release
   * with other collections.
   * @returns whether it did
   */
  whereStale(): Promise<boolean>;
  /** The settings of this process that are not those which what is public was made with; none before anything was made. */
  otherSettings(): Promise<OtherSetting[]>;
}

/** A setting that stands in snapshots. */
export interface OtherSetting {
  name: string;
  madeWith: unknown;
  here: unknown;
}

/** What a release decides, not a setting. */
const SHAPE = 'shape';

const BATCH = 100;

export const createRebuilder = ({ strapi }: { strapi: Core.Strapi }): Rebuilder => {
  const collections = () => deliveryService(strapi, 'collections');
  /** What snapshots are made of besides content. */
  const fingerprint = async (): Promise<string> => {
    const { publicApiUrl, publicSiteUrl, urlPatterns } = strapi.config.get<DeliveryConfig>('plugin::delivery');
    const { default: defaultLocale } = await deliveryService(strapi, 'reader').locales();
    const shape = collections()
      .all()
      .map(({ name, revision = 0, itemFields, summaryFields, facetNames, sortKinds }) => [
        name,
        revision,
        collections().placesOf(name),
        itemFields,
        summaryFields,
        facetNames,
        sortKinds,
      ]);
    return JSON.stringify({
      publicApiUrl,
      publicSiteUrl,
      urlPatterns,
      defaultLocale,
      shape: digest([INDEX_REVISION, ...shape]),
    });
  };

  const store = (made: string) => inTransaction(strapi, (trx) => writeMeta(trx, tablesFor(strapi), 'made-with', made));

  return {
    async all(onProgress) {
      const made = await fingerprint();
      const context = {
        strapi,
        registry: collections(),
        projector: deliveryService(strapi, 'projector'),
      };
      let changes = 0;
      for (const definition of collections().all()) {
        const total = await countRows(strapi, definition);
        let done = 0;
        const step = (position: string) =>
          inTransaction(strapi, async (trx) => {
            await lockPublishing(trx, tablesFor(strapi));
            return visitCollection(context, trx, definition, position, { batch: BATCH, rewrite: true });
          });
        for (let result = await step('0'); result !== null; result = await step(result.position)) {
          changes += result.changes;
          done += result.visited;
          onProgress?.({ collection: definition.name, done, total: Math.max(total, done) });
        }
      }
      await inTransaction(strapi, async (trx) => {
        await lockPublishing(trx, tablesFor(strapi));
        await dropStrays(trx, tablesFor(strapi));
        await recount(trx, tablesFor(strapi));
      });
      await store(made);
      return { changes };
    },
    async otherSettings() {
      const stored = await inTransaction(strapi, (trx) => readMeta(trx, tablesFor(strapi), 'made-with'));
      if (stored === null) return [];
      const madeWith: Record<string, unknown> = JSON.parse(stored);
      return Object.entries<unknown>(JSON.parse(await fingerprint()))
        .filter(([name, here]) => name !== SHAPE && JSON.stringify(here) !== JSON.stringify(madeWith[name]))
        .map(([name, here]) => ({ name, madeWith: madeWith[name], here }));
    },
    async whereStale() {
      const now = await fingerprint();
      const stored = await inTransaction(strapi, (trx) => readMeta(trx, tablesFor(strapi), 'made-with'));
      if (stored === now) return false;
      await deliveryService(strapi, 'jobs').rebuildLater(collections().all());
      await store(now);
      return true;
    },
  };
};
