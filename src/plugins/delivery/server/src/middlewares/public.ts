import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { createDispatcher } from '../public/dispatch';
import { deliveryService } from '../services/access';

/**
 * Answers public reads before anything else of Strapi runs. A host names it first in config/middlewares; where it does not,
 * the same addresses are served by ordinary routes.
 */
export const publicMiddleware = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const dispatcher = createDispatcher(strapi, deliveryService(strapi, 'publicRoutes'), true);
  return async (ctx: Context, next: Next): Promise<void> => {
    const match = dispatcher.find(ctx);
    if (match === null) await next();
    else await dispatcher.answer(ctx, match);
  };
};
