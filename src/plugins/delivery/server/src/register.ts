import type { Core } from '@strapi/strapi';
import { createDocumentsMiddleware } from './projection/documents-middleware';
import { docsRoutes } from './public/docs-routes';
import { deliveryService } from './services/access';
import { tablesOf } from './store/tables';

/** Addresses of delivery's own that the API describes and that this release does not serve. */
const NOT_BUILT = ['/preview/:collection/:id'];

export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  // Before anything is written: a database that delivery cannot use must stop the boot in one sentence.
  tablesOf(strapi.db.dialect.client);
  strapi.documents.use(
    createDocumentsMiddleware(strapi, deliveryService(strapi, 'collections'), deliveryService(strapi, 'projector')),
  );
  const table = deliveryService(strapi, 'publicRoutes');
  deliveryService(strapi, 'changes')
    .routes()
    .forEach((route) => table.add(route));
  table.add(deliveryService(strapi, 'description').route());
  docsRoutes().forEach((route) => table.add(route));
  NOT_BUILT.forEach((path) => table.reserve(path));
};
