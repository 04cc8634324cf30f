import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { forbidden, notFound, PublicError, versionNotFound } from '../errors';
import { checkQueryString, parseQueryString, type QueryValue } from '../query/parse-query-string';
import { deliveryService } from '../services/access';
import { readDiffQuery, readVersionLocale, readVersionsQuery, versionNumber, type VersionTarget } from '../versions';

interface PermissionChecker {
  cannot: { read(entity?: unknown): boolean };
}

interface PermissionCheckers {
  create(options: { userAbility: unknown; model: UID.ContentType }): PermissionChecker;
}

/** The versions of a document as editors see them: whoever may read its entry in the Content Manager may read them. */
export const versionsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const locales = () => deliveryService(strapi, 'reader').locales();

  /** @throws PublicError 404 for an unknown collection, 403 where the person may not read the entry */
  const targetOf = async (ctx: Context, locale: string): Promise<VersionTarget> => {
    const { collection = '', documentId = '' }: Record<string, string> = ctx.params;
    const definition = deliveryService(strapi, 'collections').get(collection);
    if (!definition) throw notFound(`There is no collection ${collection}.`);
    const { uid } = definition;
    const checker = strapi
      .plugin('content-manager')
      .service<PermissionCheckers>('permission-checker')
      .create({ userAbility: ctx.state.userAbility, model: uid });
    // Of what was deleted no row tells who made it: then only those may look whose right needs no such condition.
    const rows: { locale: string | null }[] = await strapi.db
      .query(uid)
      .findMany({ where: { documentId }, populate: { createdBy: true } });
    const ofLocale = rows.filter((row) => row.locale === locale || row.locale === null);
    const entities = ofLocale.length > 0 ? ofLocale : [{ documentId, locale }];
    if (checker.cannot.read() || entities.every((entity) => checker.cannot.read(entity))) throw forbidden();
    return { collection, documentId, locale };
  };

  const answering =
    (work: (ctx: Context, query: Record<string, QueryValue>) => Promise<{ data: unknown; meta: object }>) =>
    async (ctx: Context): Promise<void> => {
      ctx.set('Cache-Control', 'no-store');
      try {
        checkQueryString(ctx.querystring);
        ctx.body = await work(ctx, parseQueryString(ctx.querystring));
      } catch (error) {
        if (!(error instanceof PublicError)) throw error;
        ctx.status = error.status;
        ctx.body = error.toBody();
      }
    };

  const history = () => deliveryService(strapi, 'history');
  const WHERE = '/delivery/versions/{collection}/{documentId}';

  return {
    list: answering(async (ctx, parameters) => {
      const query = readVersionsQuery(parameters, WHERE, await locales());
      const { data, pagination } = await history().versions(await targetOf(ctx, query.locale), query);
      return { data, meta: { pagination } };
    }),
    one: answering(async (ctx, parameters) => {
      const target = await targetOf(ctx, readVersionLocale(parameters, `${WHERE}/{n}`, await locales()));
      const number = versionNumber(String(ctx.params.n));
      if (number === null) throw versionNotFound(String(ctx.params.n));
      const { item, version, at, event, major } = await history().version(target, number);
      return { data: JSON.parse(item), meta: { version, at, event, major } };
    }),
    diff: answering(async (ctx, parameters) => {
      const { locale, from, to } = readDiffQuery(parameters, `${WHERE}/diff`, await locales());
      return { data: await history().diff(await targetOf(ctx, locale), from, to), meta: {} };
    }),
  };
};
