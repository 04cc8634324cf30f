import { init } from '@paralleldrive/cuid2';
import type { Core, UID } from '@strapi/strapi';
import { refuseUsedDocument } from '../usage/guard';
import { finishClone, prepareClone } from './clone';
import { discardedLocales, keepRevisions, restoreLinks, storedRevisions } from './discard';
import { releaseUnusedIdentities } from './document-identity';
import { inEditorLanguage } from './editor-errors';
import { ARTICLE, defaultLocale, hasDrafts, isGazette, isRecord, type Data } from './model';
import { passOnDeleted, passOnUnpublished } from './pass-on-shared';
import { finishPublication, localesOf, preparePublication } from './publication';
import { requirePublishingRight } from './publishing-right';
import { requireRevision } from './revision';
import { prepareSave } from './save';
import { releaseUnusedSlugs } from './slugs';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];

const createDocumentId = init({ length: 24 });

const record = (value: unknown): Data => (isRecord(value) ? value : {});

/** The rules that hold by every way in: admin, management API, import and scheduled work all pass the Document Service. */
export const createRulesMiddleware = (strapi: Core.Strapi): Middleware => {
  const releaseUnused = async (uid: UID.ContentType, documentId: string): Promise<void> => {
    await releaseUnusedSlugs(strapi, uid, documentId);
    await releaseUnusedIdentities(strapi, uid, documentId);
  };

  const save: Middleware = async (context, next) => {
    const uid = context.uid;
    const params = record(context.params);
    const isCreate = context.action === 'create';
    const documentId = isCreate
      ? String(record(params.data).documentId ?? createDocumentId())
      : String(params.documentId);
    // Nothing may be reserved for a document that is not there.
    if (!isCreate && (await strapi.db.query(uid).count({ where: { documentId } })) === 0) return next();
    const data = await prepareSave(strapi, {
      uid,
      documentId,
      isCreate,
      locale: params.locale,
      data: record(params.data),
    });
    // A publication that comes with a save is made a publication of its own, so that one set of rules sees every one.
    const publishes = hasDrafts(strapi, uid) && params.status === 'published';
    Object.assign(
      context.params,
      { data: isCreate ? { ...data, documentId } : data },
      publishes ? { status: 'draft' } : {},
    );
    const saved = await next();
    if (!saved) return saved;
    await releaseUnused(uid, documentId);
    if (!publishes) return saved;
    const { entries } = await strapi.documents(uid).publish({
      documentId,
      ...(params.locale === undefined ? {} : { locale: params.locale as string }),
      ...(params.populate === undefined ? {} : { populate: params.populate as never }),
      ...(params.fields === undefined ? {} : { fields: params.fields as never }),
    });
    return entries[0] ?? saved;
  };

  const publish: Middleware = async (context, next) => {
    const { uid } = context;
    const { documentId, locale } = record(context.params);
    const id = String(documentId);
    await preparePublication(strapi, uid, id, locale);
    const result = await next();
    const drafts: Data[] = await strapi.db
      .query(uid)
      .findMany({ where: { documentId: id, publishedAt: null }, select: ['locale'] });
    await finishPublication(strapi, uid, id, localesOf(locale, drafts, await defaultLocale(strapi)));
    await releaseUnused(uid, id);
    return result;
  };

  const clone: Middleware = async (context, next) => {
    const { uid } = context;
    const params = record(context.params);
    Object.assign(context.params, { data: await prepareClone(strapi, uid, record(params.data)) });
    const result = await next();
    const documentId = record(result).documentId;
    if (typeof documentId === 'string') {
      const slugs = await finishClone(strapi, uid, documentId, params.data);
      const entries = record(result).entries;
      if (Array.isArray(entries))
        entries.filter(isRecord).forEach((entry) => (entry.slug = slugs.get(String(entry.locale ?? '')) ?? entry.slug));
    }
    return result;
  };

  const remove: Middleware = async (context, next) => {
    const { uid } = context;
    const documentId = String(record(context.params).documentId);
    const { locale } = record(context.params);
    await requireRevision(strapi, uid, documentId, locale);
    const rows: Data[] = await strapi.db.query(uid).findMany({ where: { documentId }, select: ['locale'] });
    const deleted = localesOf(locale, rows, await defaultLocale(strapi));
    // One language of several may go while the rest stays in use. Types without languages have a row without one.
    const remain = rows.some((row) => row.locale !== null && !deleted.includes(String(row.locale)));
    // An article is nobody's foundation: those that name it as related just lose the link.
    if (!remain && uid !== ARTICLE) await refuseUsedDocument(strapi, { uid, documentId });
    await requirePublishingRight(strapi, uid, documentId);
    if (remain) await passOnDeleted(strapi, uid, documentId, deleted);
    const result = await next();
    await releaseUnused(uid, documentId);
    return result;
  };

  const unpublish: Middleware = async (context, next) => {
    const { uid } = context;
    const { documentId, locale } = record(context.params);
    const id = String(documentId);
    const rows: Data[] = await strapi.db.query(uid).findMany({ where: { documentId: id }, select: ['locale'] });
    await passOnUnpublished(strapi, uid, id, localesOf(locale, rows, await defaultLocale(strapi)));
    const result = await next();
    await releaseUnused(uid, id);
    return result;
  };

  const discard: Middleware = async (context, next) => {
    const { uid } = context;
    const params = record(context.params);
    const documentId = String(params.documentId);
    const locales = await discardedLocales(strapi, uid, documentId, params.locale);
    Object.assign(context.params, { locale: locales });
    const revisions = await storedRevisions(strapi, uid, documentId);
    const result = await next();
    await keepRevisions(strapi, uid, documentId, revisions, locales);
    await restoreLinks(strapi, uid, documentId);
    await releaseUnused(uid, documentId);
    return result;
  };

  const byAction: Record<string, Middleware> = {
    create: save,
    update: save,
    publish,
    clone,
    delete: remove,
    unpublish,
    discardDraft: discard,
  };

  return async (context, next) => {
    const rule = isGazette(context.uid) ? byAction[context.action] : undefined;
    if (!rule) return next();
    return inEditorLanguage(strapi, async () => {
      const isOwn = !strapi.db.inTransaction();
      const [result, commit] = await strapi.db.transaction(
        async ({ trx }) => [await rule(context, next), isOwn ? { done: trx.executionPromise } : null] as const,
      );
      // Strapi takes a commit for done as soon as it was tried; one that failed must not tell an editor "saved".
      await commit?.done;
      return result;
    });
  };
};
