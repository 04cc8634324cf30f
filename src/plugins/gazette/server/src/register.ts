import type { Core } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { registerCollections } from './collections/register-collections';
import { registerComponents } from './components';
import { addDigestAttributes } from './files';
import { registerRoutes } from './public/routes';
import { describeOthers } from './public/describe-others';
import { attachRatings } from './ratings';
import { createRulesMiddleware } from './rules/documents-middleware';

export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  registerComponents(strapi);
  addDigestAttributes(strapi);
  strapi.documents.use(createRulesMiddleware(strapi));

  const delivery = strapi.plugin('delivery');
  const collections = delivery.service<DeliveryServices['collections']>('collections');
  registerCollections(collections);
  const table = delivery.service<DeliveryServices['publicRoutes']>('publicRoutes');
  const reader = delivery.service<DeliveryServices['reader']>('reader');
  registerRoutes({ reader, collections }).forEach((route) => table.add(route));
  attachRatings(strapi);
  describeOthers(strapi);
};
