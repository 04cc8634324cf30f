import type { Core } from '@strapi/strapi';
import { openImportedBalances } from './opening-balances';
import { ratingsOf } from './services';

/** At the start: balances of what was imported earlier, and votes that a process which was killed left unshown. */
export const followRatings = async (strapi: Core.Strapi): Promise<void> => {
  if (strapi.config.get('plugin::ratings.background') === false) return;
  await openImportedBalances(strapi);
  // Nobody waits for it: with many rated items it takes a while, and what it finds is shown a moment later.
  ratingsOf(strapi, 'summaries')
    .catchUp()
    .catch((error) =>
      strapi.log.warn(`gazette: it could not be seen which ratings are not shown yet (${String(error)}).`),
    );
};
