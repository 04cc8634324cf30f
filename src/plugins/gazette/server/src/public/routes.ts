import type { PublicRoute } from '@gazette/delivery/strapi-server';
import { citingHandler } from './citing';
import {
  describeCiting,
  describeExtract,
  describeLookup,
  describeRelated,
  describeRelations,
  describeTimeline,
} from './describe';
import { extractHandler } from './extract';
import type { RegisterHost } from './host';
import { lookupHandler } from './lookup';
import { relatedHandler } from './related';
import { relationsHandler } from './relations';
import { timelineHandler } from './timeline';

/** The public addresses that only a register of official documents has. */
export const registerRoutes = (host: RegisterHost): PublicRoute[] => [
  { path: '/documents/lookup', handler: lookupHandler(host), describe: describeLookup },
  ...['documents', 'directives', 'resolutions'].flatMap((list) => [
    { path: `/${list}/:id/relations`, handler: relationsHandler(host, list), describe: describeRelations(list) },
    { path: `/${list}/:id/timeline`, handler: timelineHandler(host, list), describe: describeTimeline(list) },
    { path: `/${list}/:id/citing`, handler: citingHandler(host, list), describe: describeCiting(list) },
  ]),
  { path: '/articles/:id/related', handler: relatedHandler(host), describe: describeRelated },
  { path: '/citations/extract', method: 'POST', handler: extractHandler(host), describe: describeExtract },
];
