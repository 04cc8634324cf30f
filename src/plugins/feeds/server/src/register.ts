import type { Core } from '@strapi/strapi';
import type { FeedsConfig } from './config';
import { deliveryService } from './delivery-service';
import { describeFeeds } from './public/describe-feeds';
import { feedHandler } from './public/feed-handler';
import { listFeeds } from './public/list-links';
import { describeSitemap, describeSitemapIndex } from './sitemaps/describe-sitemaps';
import { sitemapHandler, sitemapIndexHandler } from './sitemaps/sitemap-handler';

/** Adds the feeds and sitemaps to delivery's public addresses. */
export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  const host = {
    collections: deliveryService(strapi, 'collections'),
    reader: deliveryService(strapi, 'reader'),
    config: strapi.config.get<FeedsConfig>('plugin::feeds'),
    homePageUrl: strapi.config.get<string>('plugin::delivery.publicSiteUrl'),
  };
  deliveryService(strapi, 'listLinks').add(listFeeds(host));
  const table = deliveryService(strapi, 'publicRoutes');
  table.add({ path: '/feeds/:file', handler: feedHandler(host), describe: describeFeeds(host) });
  table.add({ path: '/sitemap.xml', handler: sitemapIndexHandler(host), describe: describeSitemapIndex });
  table.add({ path: '/sitemaps/:file', handler: sitemapHandler(host), describe: describeSitemap });
  deliveryService(strapi, 'description').add(() => ({
    operations: [],
    tags: [{ name: 'Feeds', description: 'For feed readers and search engines.' }],
  }));
};
