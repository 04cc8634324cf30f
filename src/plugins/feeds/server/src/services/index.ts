import type { Core } from '@strapi/strapi';
import { createOutgoing, type Outgoing } from './outgoing';

export default { outgoing: createOutgoing };

/** The service that tells others of changes, typed. */
export const outgoingService = (strapi: Core.Strapi): Outgoing => strapi.plugin('feeds').service<Outgoing>('outgoing');
