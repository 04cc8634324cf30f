import type { DeliveryConfig } from '../config';

/** Addresses that stand in the public JSON. */
export interface Addresses {
  /** Makes a path of this API absolute; an address that already is stays. */
  absoluteUrl(path: string): string;
  /** The front end's address of an item. */
  siteUrl(collection: string, locale: string, slug: string): string;
  /** The front end's first page in a language. */
  homeUrl(locale: string): string;
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '');

export const createAddresses = (config: DeliveryConfig, defaultLocale: string): Addresses => {
  const api = withoutSlash(config.publicApiUrl);
  const site = withoutSlash(config.publicSiteUrl);
  return {
    absoluteUrl: (path) =>
      /^[a-z][a-z0-9+.-]*:/i.test(path) ? path : `${api}${path.startsWith('/') ? '' : '/'}${path}`,
    homeUrl: (locale) => (locale === defaultLocale ? `${site}/` : `${site}/${encodeURIComponent(locale)}/`),
    siteUrl(collection, locale, slug) {
      const pattern =
        config.urlPatterns[collection] ??
        (locale === defaultLocale ? `/${collection}/:slug` : `/:locale/${collection}/:slug`);
      return site + pattern.replace(':locale', encodeURIComponent(locale)).replace(':slug', encodeURIComponent(slug));
    },
  };
};
