import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { createPublicApi } from '../public/public-api';

/**
 * Answers the public addresses before Strapi's own chain, which would cap votes at a third of what the database takes. A
 * host names it near the head of config/middlewares; where it does not, the same addresses are served by ordinary routes.
 */
export const publicMiddleware = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const api = createPublicApi(strapi, true);
  return async (ctx: Context, next: Next): Promise<void> => {
    const match = api.find(ctx);
    if (match === null) await next();
    else await api.answer(ctx, match);
  };
};
