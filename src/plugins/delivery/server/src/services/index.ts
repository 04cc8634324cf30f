import type { Core } from '@strapi/strapi';
import { createRegistry } from '../collections/registry';
import { createProjector } from '../projection/projector';
import { collectionRoutes } from '../public/collection-routes';
import { createRouteTable } from '../public/route-table';
import { deliveryService } from './access';
import { createHistory } from './history';
import { createLinks } from './links';
import { createReaderService } from './reader';
import { createRebuilder } from './rebuild';
import { createReservations } from './reservations';

export default {
  collections: ({ strapi }: { strapi: Core.Strapi }) =>
    createRegistry((definition) => {
      if (definition.served === false) return;
      const host = deliveryService(strapi, 'reader');
      const table = deliveryService(strapi, 'publicRoutes');
      collectionRoutes(host, definition.name, [definition]).forEach((route) => table.add(route));
    }),
  publicRoutes: () => createRouteTable(),
  projector: ({ strapi }: { strapi: Core.Strapi }) => createProjector(strapi, deliveryService(strapi, 'collections')),
  reader: createReaderService,
  history: createHistory,
  links: createLinks,
  rebuild: createRebuilder,
  reservations: createReservations,
};
