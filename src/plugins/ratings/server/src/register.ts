import type { Core } from '@strapi/strapi';
import { guardVotes } from './guard-votes';
import { tablesOf } from './store/tables';

export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  // Before anything is written: a database that votes cannot be kept in must stop the boot in one sentence.
  tablesOf(strapi.db.dialect.client);
  guardVotes(strapi);
};
