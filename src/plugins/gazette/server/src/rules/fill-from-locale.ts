import type { Core, UID } from '@strapi/strapi';
import { attributesOf, isGazette, type Data } from './model';

interface FillFromLocale {
  transformDocument(source: Data, uid: string, targetLocale: string, ability: unknown): Promise<Data>;
}

/**
 * The admin's "fill in from another locale" copies every attribute of the other language's row into the form, its revision
 * too, which tells of no save of the language that is filled in: the form keeps the revision of its own row.
 */
export const keepRevisionOfForm = (strapi: Core.Strapi): void => {
  const service = strapi.plugin('i18n').service<FillFromLocale>('fill-from-locale');
  const transform = service.transformDocument.bind(service);
  service.transformDocument = async (source, uid, targetLocale, ability) => {
    const filled = await transform(source, uid, targetLocale, ability);
    if (!isGazette(uid) || !('revision' in attributesOf(strapi, uid))) return filled;
    return { ...filled, revision: await storedRevision(strapi, uid, source.documentId, targetLocale) };
  };
};

/** 0 where the language has no text yet, as in a form that was opened on nothing. */
const storedRevision = async (strapi: Core.Strapi, uid: UID.ContentType, documentId: unknown, locale: string) => {
  const row: Data | null = await strapi.db
    .query(uid)
    .findOne({ where: { documentId, locale, publishedAt: null }, select: ['revision'] });
  return Number(row?.revision ?? 0);
};
