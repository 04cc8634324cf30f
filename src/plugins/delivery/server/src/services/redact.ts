import type { Core } from '@strapi/strapi';
import type { DeliveryConfig } from '../config';
import { createAddresses } from '../projection/addresses';
import { appendChanges } from '../store/changes';
import { lockPublishing } from '../store/lock';
import { eraseVersions, keptVersions, type KeptVersion } from '../store/redactions';
import { snapshotsOf } from '../store/snapshots';
import { inTransaction, tablesFor } from '../store/tables';
import { deliveryService } from './access';

/** What is to be erased, by whom and why. */
export interface RedactRequest {
  collection: string;
  documentId: string;
  /** One language; all of them where it is absent. */
  locale?: string;
  /** Version numbers; every version that is not public now where it is absent. */
  versions?: readonly number[];
  who: string;
  reason: string;
}

/** A request that cannot be carried out; nothing was erased. */
export class RedactError extends Error {}

export interface Redactor {
  /**
   * Erases what was published by mistake from versions, log and addresses, and leaves an entry in the log that makes
   * mirrors look again: `deleted` where nothing of the item is public any more, else `updated`.
   * @returns the versions that were erased
   * @throws RedactError where a version is public now, or is not there
   */
  redact(request: RedactRequest): Promise<KeptVersion[]>;
}

const named = ({ locale, version }: { locale: string; version: number }) => `${locale} ${version}`;

export const createRedactor = ({ strapi }: { strapi: Core.Strapi }): Redactor => ({
  redact: (request) =>
    inTransaction(strapi, async (trx) => {
      const t = tablesFor(strapi);
      await lockPublishing(trx, t);
      const { collection, documentId, who, reason } = request;
      if (who.trim() === '' || reason.trim() === '') throw new RedactError('An erasure needs a name and a reason.');
      const kept = (await keptVersions(trx, t, documentId)).filter((one) => one.collection === collection);
      if (kept.length === 0) throw new RedactError(`No item of ${collection} was ever public as ${documentId}.`);
      const live = (await snapshotsOf(trx, t, [documentId])).filter((one) => one.collection === collection);
      const isLive = (one: KeptVersion) => live.some((row) => named(row) === named(one));
      const inLocale = kept.filter(({ locale }) => request.locale === undefined || request.locale === locale);
      const asked = request.versions;
      const unknown = asked?.filter((number) => inLocale.every(({ version }) => version !== number)) ?? [];
      if (unknown.length > 0)
        throw new RedactError(
          `There is no version ${unknown.join(', ')}. Versions: ${inLocale.map(named).join(', ') || 'none in this language'}.`,
        );
      const chosen = inLocale.filter((one) => (asked ? asked.includes(one.version) : !isLive(one)));
      const stillPublic = chosen.filter(isLive);
      if (stillPublic.length > 0)
        throw new RedactError(
          `Version ${stillPublic.map(named).join(', ')} is public now. Correct the item and publish it, or unpublish it; then erase the version.`,
        );
      const todo = chosen.filter(({ redacted }) => !redacted);
      const at = new Date().toISOString();
      const locales = [...new Set(todo.map(({ locale }) => locale))];
      for (const locale of locales) {
        const versions = todo.filter((one) => one.locale === locale).map(({ version }) => version);
        await eraseVersions(trx, t, { documentId, locale, versions, at, who, reason });
      }
      const { default: main } = await deliveryService(strapi, 'reader').locales();
      const addresses = createAddresses(strapi.config.get<DeliveryConfig>('plugin::delivery'), main);
      await appendChanges(
        trx,
        t,
        locales.map((locale) => {
          const snapshot = live.find((one) => one.locale === locale);
          const last = Math.max(...kept.filter((one) => one.locale === locale).map(({ version }) => version));
          return {
            at,
            event: snapshot ? ('updated' as const) : ('deleted' as const),
            major: false,
            collection,
            documentId,
            locale,
            slug: snapshot?.slug ?? '',
            url: snapshot ? addresses.siteUrl(collection, locale, snapshot.slug) : '',
            version: snapshot?.version ?? last,
            etag: snapshot?.hash ?? '',
          };
        }),
      );
      strapi.log.warn(
        JSON.stringify({ event: 'redacted', who, when: at, reason, collection, documentId, versions: todo.map(named) }),
      );
      return todo;
    }),
});
