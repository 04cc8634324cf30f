import type { Core } from '@strapi/strapi';
import type { Found, RatedCollection, TargetTitle } from '@gazette/ratings/strapi-server';
import { isRecord } from '../rules/model';
import { deliveryOf } from './services';

/** What delivery says of an address that shows nothing: an error with a status. */
const refusalOf = (error: unknown): { status: number; message: string; details: Record<string, unknown> } | null => {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  return {
    status: error.status,
    message: error.message,
    details: 'details' in error && isRecord(error.details) ? error.details : {},
  };
};

const absent = (error: unknown): Found => {
  const refusal = refusalOf(error);
  if (refusal?.status === 404) return { state: 'unknown', message: refusal.message, details: refusal.details };
  if (refusal?.status !== 410) throw error;
  const { documentId, collection, deletedAt } = refusal.details;
  return {
    state: 'gone',
    details: { documentId: String(documentId), collection: String(collection), deletedAt: String(deletedAt) },
  };
};

/** A collection whose items readers may rate, unless an item's editors say no, or have withdrawn it. */
export const ratedCollection = (
  strapi: Core.Strapi,
  { name, uid }: Pick<RatedCollection, 'name' | 'uid'>,
): RatedCollection => {
  const reader = () => deliveryOf(strapi, 'reader');
  return {
    name,
    uid,
    async resolve(id, asked) {
      const locales = await reader().locales();
      const locale = asked ?? locales.default;
      if (!locales.all.includes(locale)) return { state: 'no-such-locale', allowed: locales.all };
      try {
        const { documentId, slug, withdrawn, facts, hasMoved } = await reader().findTarget(name, id, locale);
        const place = { documentId, ...(hasMoved ? { movedTo: slug } : {}) };
        if (withdrawn) return { state: 'closed', reason: 'This item was withdrawn and takes no more votes.', ...place };
        return facts.allowRating === false
          ? { state: 'closed', reason: 'This item is not open for rating.', ...place }
          : { state: 'rateable', ...place };
      } catch (error) {
        return absent(error);
      }
    },
    async titles(documentIds) {
      const { default: locale, all } = await reader().locales();
      const titles = new Map<string, TargetTitle>();
      // What is not public in the main language has its title in another one.
      for (const one of [locale, ...all.filter((other) => other !== locale)]) {
        const missing = documentIds.filter((documentId) => !titles.has(documentId));
        const view = { locale: one, fallback: null, overlays: { day: null, placeholder: '', counted: [] } };
        for (const text of await reader().summaries(missing, view)) {
          const { documentId, title, url }: { documentId: string; title: string; url: string } = JSON.parse(text);
          titles.set(documentId, { title, url });
        }
      }
      return titles;
    },
  };
};
