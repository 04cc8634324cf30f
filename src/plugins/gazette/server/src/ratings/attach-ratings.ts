import type { Core } from '@strapi/strapi';
import type { SummaryAudience } from '@gazette/ratings/strapi-server';
import { ratedCollection } from './rated-collection';
import type { ShownRating } from './shown-rating';
import { deliveryOf, ratingsOf } from './services';

/** Collections whose items carry the member `rating`. */
const RATED = [{ name: 'articles', uid: 'plugin::gazette.article' }] as const;

const MEMBER = 'rating';

/** Shows ratings in items and lists, as an overlay of delivery's. */
const audience = (strapi: Core.Strapi): SummaryAudience => ({
  show: (changes) =>
    deliveryOf(strapi, 'overlays').set(
      changes.map(({ collection, documentId, summary: { count, sum, average }, rank, revision }) => ({
        collection,
        documentId,
        member: MEMBER,
        value: { count, sum, average },
        sortKeys: { rating: rank },
        revision,
      })),
    ),
  async shown(targets) {
    const shown: Awaited<ReturnType<SummaryAudience['shown']>> = new Map();
    for (const collection of new Set(targets.map((target) => target.collection))) {
      const ids = targets.filter((target) => target.collection === collection).map(({ documentId }) => documentId);
      for (const [documentId, { value, revision }] of await deliveryOf(strapi, 'overlays').kept(
        collection,
        MEMBER,
        ids,
      )) {
        const { count, sum, average } = value as ShownRating;
        shown.set(`${collection}\n${documentId}`, { revision, summary: { count, sum, average } });
      }
    }
    return shown;
  },
});

/** Opens articles for rating, and shows what readers say of them. */
export const attachRatings = (strapi: Core.Strapi): void => {
  RATED.forEach((rated) => ratingsOf(strapi, 'targets').register(ratedCollection(strapi, rated)));
  ratingsOf(strapi, 'summaries').attach(audience(strapi));
};
