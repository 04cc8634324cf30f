import type { Core } from '@strapi/strapi';
import type { RatingsConfig } from '../config';
import { ACTIONS } from '../permissions';

/** The public addresses as Strapi routes, for hosts without the middleware and for Strapi's listings. */
const contentApi = ({ strapi }: { strapi: Core.Strapi }) => {
  const { prefix } = strapi.config.get<RatingsConfig>('plugin::ratings');
  return {
    type: 'content-api' as const,
    routes: ['/ratings/:collection/:id', '/ratings/:collection/:id/mine'].map((path) => ({
      method: 'ALL' as const,
      path: `${prefix}${path}`,
      handler: 'public.answer',
      config: { auth: false as const, prefix: '' },
    })),
  };
};

const forEditors = (method: 'GET' | 'POST', path: string, handler: string, action: string) => ({
  method,
  path,
  handler,
  config: {
    policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action] } }],
  },
});

/**
 * What editors see, below `/ratings` of the admin's own API (`Authorization: Bearer {admin jwt}`; `useFetchClient` sends it).
 * Every answer is `{data, meta}`; a bad parameter is a 400 that names it. `{collection}` is a rated collection, `articles`.
 *
 *     GET  /ratings/targets    plugin::ratings.read
 *       data: [{collection, uid}]     what is rated, and the content types it is
 *     GET  /ratings/summary/{collection}/{documentId}    plugin::ratings.read
 *       data: {collection, documentId, count, sum, average, bayesian, histogram: [n1..n5], opening: {count, sum},
 *              trend: [{day: 'YYYY-MM-DD', count, sum}]}     days with new votes of the last 90 days, the oldest first
 *     GET  /ratings/votes/{collection}/{documentId}?page=1&pageSize=25    plugin::ratings.read
 *       data: [{id, score, origin: 'visitor' | 'member', votedOn: 'YYYY-MM-DD', createdAt, updatedAt}]    the newest first
 *       meta: {pagination: {page, pageSize, pageCount, total}}     pageSize at most 100
 *     GET  /ratings/events/{collection}/{documentId}    plugin::ratings.read
 *       data: [{id, at, event: 'annulled', vote: {id, score, origin, votedOn}, who: {id, name}, reason}]  the latest 100
 *     POST /ratings/votes/{voteId}/annul  {"reason": "..."}     plugin::ratings.annul; reason of 3 to 500 characters
 *       data: the event, as above; 404 where the vote is gone
 *     GET  /ratings/top/{collection}?limit=5    plugin::ratings.read; limit at most 50
 *       data: {best: [...], most: [...]}, each [{collection, documentId, item: {title, url} | null, count, sum, average, bayesian}]
 *     GET  /ratings/export/{collection}.csv     plugin::ratings.read; all rated documents of the collection
 *     GET  /ratings/export/{collection}/{documentId}.csv     plugin::ratings.read; all votes on one document
 *       text/csv; charset=utf-8 with a header line; the file's name is in Content-Disposition
 */
const admin = () => ({
  type: 'admin' as const,
  routes: [
    forEditors('GET', '/targets', 'editing.targets', ACTIONS.read),
    forEditors('GET', '/summary/:collection/:documentId', 'editing.summary', ACTIONS.read),
    forEditors('GET', '/votes/:collection/:documentId', 'editing.votes', ACTIONS.read),
    forEditors('GET', '/events/:collection/:documentId', 'editing.events', ACTIONS.read),
    forEditors('POST', '/votes/:voteId/annul', 'editing.annul', ACTIONS.annul),
    forEditors('GET', '/top/:collection', 'editing.top', ACTIONS.read),
    forEditors('GET', '/export/:collection', 'exports.summaries', ACTIONS.read),
    forEditors('GET', '/export/:collection/:documentId', 'exports.votes', ACTIONS.read),
  ],
});

export default { 'content-api': contentApi, admin };
