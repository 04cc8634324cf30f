import type { Core, UID } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { RuleError } from '../errors';
import { attributesOf, defaultLocale, OLDEST_FIRST, sharedDraft, type Data } from './model';
import { localesOf } from './publication';

/**
 * The locales that a discard can go back to what is published in. Strapi deletes the draft of any other one.
 * @throws RuleError where there is none
 */
export const discardedLocales = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  locale: unknown,
): Promise<string[]> => {
  const published: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId, publishedAt: { $notNull: true } }, select: ['locale'] });
  const locales = localesOf(locale, published, await defaultLocale(strapi));
  if (locales.length > 0) return locales;
  throw new RuleError([], {
    vi: 'Chưa có bản đã xuất bản để quay về; bản nháp được giữ nguyên.',
    en: 'There is no published version to go back to; the draft was kept.',
  });
};

type Revisions = Map<string, number>;

const draftRows = (strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<Data[]> =>
  strapi.db.query(uid).findMany({ where: { documentId, publishedAt: null }, orderBy: OLDEST_FIRST });

/** The revisions of the drafts, by locale. */
export const storedRevisions = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
): Promise<Revisions> =>
  new Map((await draftRows(strapi, uid, documentId)).map((row) => [String(row.locale), Number(row.revision ?? 0)]));

/** A discard counts as a save: a revision that came back with the published text could be met by a save made from the discarded one. */
export const keepRevisions = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  before: Revisions,
  locales: string[],
): Promise<void> => {
  if (!('revision' in attributesOf(strapi, uid))) return;
  for (const locale of locales) {
    const revision = (before.get(locale) ?? 0) + 1;
    // Many, though it is one: this leaves the time of the last change, by which the admin tells a modified draft.
    await strapi.db.query(uid).updateMany({ where: { documentId, locale, publishedAt: null }, data: { revision } });
  }
};

/**
 * Gives the draft back the links that were published. Strapi drops a published relation when its target is unpublished,
 * so that a draft made from the published row would lose the link for good.
 */
export const restoreLinks = async (strapi: Core.Strapi, uid: UID.ContentType, documentId: string): Promise<void> => {
  const links = await strapi.plugin('delivery').service<DeliveryServices['links']>('links').from(documentId);
  if (links.length === 0) return;
  const draft = await sharedDraft(strapi, uid, documentId);
  if (!draft) return;
  for (const [name, { type, target, unstable_virtual: isVirtual }] of Object.entries(attributesOf(strapi, uid))) {
    const ids = links.filter(({ targetUid }) => targetUid === target).map(({ targetId }) => targetId);
    if (type !== 'relation' || isVirtual || ids.length === 0) continue;
    const rows: Data[] = await strapi.db
      .query(target as UID.ContentType)
      .findMany({ where: { documentId: { $in: ids }, locale: draft.locale, publishedAt: null } });
    const rowIds = ids.flatMap((id) => rows.filter((row) => row.documentId === id).map((row) => row.id));
    await strapi.db.query(uid).update({ where: { id: draft.id }, data: { [name]: { set: rowIds } } });
  }
};
