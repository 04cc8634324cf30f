import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { createDispatcher, type Dispatcher } from '../public/dispatch';
import { deliveryService } from '../services/access';
import { jobsController } from './jobs';
import { versionsController } from './versions';

/** Serves the public addresses on hosts that do not name the middleware. */
const publicController = ({ strapi }: { strapi: Core.Strapi }) => {
  let dispatcher: Dispatcher | null = null;
  return {
    async answer(ctx: Context) {
      dispatcher ??= createDispatcher(strapi, deliveryService(strapi, 'publicRoutes'), false);
      const match = dispatcher.find(ctx);
      if (match === null) return ctx.notFound();
      await dispatcher.answer(ctx, match);
    },
  };
};

export default { public: publicController, jobs: jobsController, versions: versionsController };
