import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Answer } from '../http/send';
import { ratingsService } from '../services/access';
import { findTarget } from './find-target';
import type { RouteMatch } from './route';

/** `GET /ratings/{collection}/{id}`: exact at once. */
export const showSummary = async (
  strapi: Core.Strapi,
  ctx: Context,
  match: RouteMatch,
  locale: string | undefined,
): Promise<Answer> => {
  const collection = ratingsService(strapi, 'targets').get(match.collection);
  const { documentId, movedTo } = await findTarget(collection, match.id, locale);
  if (movedTo !== undefined) {
    const location = `${ctx.path.replace(/\/[^/]*\/?$/, '')}/${encodeURIComponent(movedTo)}${ctx.search}`;
    return {
      status: 301,
      cache: 'shared',
      body: { data: null, meta: { location } },
      headers: { Location: location },
    };
  }
  const tally = await ratingsService(strapi, 'votes').tally({ collection: collection.name, documentId });
  return {
    status: 200,
    cache: 'shared',
    body: { data: ratingsService(strapi, 'summaries').of(tally), meta: {} },
    headers: { 'Surrogate-Key': `ratings/${collection.name}/${documentId}` },
  };
};
