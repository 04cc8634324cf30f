import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import type { DeliveryConfig } from '../config';
import { createRegistry } from '../collections/registry';
import { createProjector } from '../projection/projector';
import { collectionRoutes } from '../public/collection-routes';
import { SEARCH, searchRoute, type SearchTypes } from '../public/search-routes';
import { createRouteTable } from '../public/route-table';
import { deliveryService } from './access';
import { createChanges } from './changes';
import { createDescriptions } from './description';
import { createHistory } from './history';
import { createJobs } from './jobs';
import { createLinks } from './links';
import { createListLinks } from './list-links';
import { createOverlays } from './overlays';
import { createPublishing } from './publishing';
import { createReaderService } from './reader';
import { createRebuilder } from './rebuild';
import { createRedactor } from './redact';
import { createReservations } from './reservations';
import { createVerifier } from './verify';

export default {
  collections: ({ strapi }: { strapi: Core.Strapi }) => {
    const serve = (definition: CollectionDefinition, members: CollectionDefinition[]) => {
      const host = deliveryService(strapi, 'reader');
      const table = deliveryService(strapi, 'publicRoutes');
      const config = strapi.config.get<DeliveryConfig>('plugin::delivery');
      if (definition.name === SEARCH && !registry.get(SEARCH)) {
        table.add(searchRoute(host, definition, members, searchTypes(members)));
        return;
      }
      if (definition.served === false) return;
      collectionRoutes(host, definition, members, config).forEach((route) => table.add(route));
    };
    const registry = createRegistry((definition) => serve(definition, [definition]), serve);
    /** The lists whose collections are all searched. */
    const searchTypes =
      (members: readonly CollectionDefinition[]): SearchTypes =>
      () => {
        const searched = new Set(members.map(({ name }) => name));
        const lists = [...new Set([...searched].flatMap((name) => registry.listsOf(name)))];
        const collectionsOf = (list: string) => registry.membersOf(list).map(({ name }) => name);
        const isType = (list: string) =>
          list !== SEARCH &&
          registry.readAs(list)?.served !== false &&
          collectionsOf(list).every((name) => searched.has(name));
        return new Map(lists.filter(isType).map((list) => [list, collectionsOf(list)]));
      };
    return registry;
  },
  publicRoutes: () => createRouteTable(),
  projector: ({ strapi }: { strapi: Core.Strapi }) =>
    createProjector(strapi, deliveryService(strapi, 'collections'), (trx) =>
      deliveryService(strapi, 'jobs').wakeAfter(trx),
    ),
  reader: createReaderService,
  changes: createChanges,
  description: createDescriptions,
  history: createHistory,
  jobs: createJobs,
  links: createLinks,
  listLinks: () => createListLinks(),
  overlays: createOverlays,
  publishing: createPublishing,
  rebuild: createRebuilder,
  redact: createRedactor,
  reservations: createReservations,
  verify: createVerifier,
};
