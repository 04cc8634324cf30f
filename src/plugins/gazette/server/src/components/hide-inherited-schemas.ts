import type { Core } from '@strapi/strapi';

const INHERITED: ReadonlySet<unknown> = new Set(Object.getOwnPropertyNames(Object.prototype));

interface Registry {
  get(uid: unknown): unknown;
}

/**
 * Strapi keeps schemas in plain objects, in which "__proto__" and "constructor" are found as well: a section that names
 * one as its component fails deep inside, in the admin before any rule has seen it. Here they are no schemas.
 */
export const hideInheritedSchemas = (strapi: Core.Strapi): void => {
  for (const name of ['content-types', 'components'] as const) {
    const registry: Registry = strapi.get(name);
    const get = registry.get.bind(registry);
    registry.get = (uid) => (typeof uid === 'string' && !INHERITED.has(uid) ? get(uid) : undefined);
  }
};
