import type { Core } from '@strapi/strapi';

const TELLING_TYPES = [
  'plugin::gazette.article',
  'plugin::gazette.directive',
  'plugin::gazette.resolution',
  'plugin::gazette.issuer',
  'plugin::gazette.topic',
] as const;

/** Whether nobody has written anything yet: no article, document, issuer or topic, in any language or state. */
export async function isEmptyDatabase(strapi: Core.Strapi): Promise<boolean> {
  for (const uid of TELLING_TYPES) {
    if ((await strapi.db.query(uid).count()) > 0) return false;
  }
  return true;
}
