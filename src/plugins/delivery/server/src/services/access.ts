import type { Core } from '@strapi/strapi';
import type { CollectionRegistry } from '../collections/registry';
import type { Projector } from '../projection/projector';
import type { RouteTable } from '../public/route-table';
import type { Changes } from './changes';
import type { Descriptions } from './description';
import type { History } from './history';
import type { Jobs } from './jobs';
import type { Links } from './links';
import type { ListLinks } from './list-links';
import type { OverlayService } from './overlays';
import type { Publishing } from './publishing';
import type { ReaderService } from './reader';
import type { Rebuilder } from './rebuild';
import type { Redactor } from './redact';
import type { Reservations } from './reservations';
import type { Verifier } from './verify';

/** What delivery offers to other plugins, by service name. */
export interface DeliveryServices {
  collections: CollectionRegistry;
  publicRoutes: RouteTable;
  projector: Projector;
  changes: Changes;
  description: Descriptions;
  history: History;
  jobs: Jobs;
  links: Links;
  listLinks: ListLinks;
  overlays: OverlayService;
  publishing: Publishing;
  reader: ReaderService;
  rebuild: Rebuilder;
  redact: Redactor;
  reservations: Reservations;
  verify: Verifier;
}

/** A service of this plugin, typed. */
export const deliveryService = <Name extends keyof DeliveryServices>(
  strapi: Core.Strapi,
  name: Name,
): DeliveryServices[Name] => strapi.plugin('delivery').service<DeliveryServices[Name]>(name);
