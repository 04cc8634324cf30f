import type { Core } from '@strapi/strapi';
import type { RatingsConfig } from '../config';
import { describeRatings } from '../public/describe';
import { ratingsService } from './access';

/** What the public addresses of ratings are, for whoever describes the API of the host. */
export interface RatingsDescription {
  /** @param locales the languages of the site */
  describe(locales: readonly string[]): ReturnType<typeof describeRatings>;
}

export const createDescription = ({ strapi }: { strapi: Core.Strapi }): RatingsDescription => ({
  describe(locales) {
    const { prefix, cookieName } = strapi.config.get<RatingsConfig>('plugin::ratings');
    return describeRatings(prefix, cookieName, ratingsService(strapi, 'targets').names(), locales);
  },
});
