import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { articles } from './articles';
import { directives } from './directives';
import { resolutions } from './resolutions';

/** Hands every collection of this plugin to delivery. Documents come first: articles show them. */
export const registerCollections = (define: DeliveryServices['collections']['define']): void => {
  define(directives);
  define(resolutions);
  define(articles);
};
