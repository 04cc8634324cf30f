import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { createDispatcher, type Dispatcher } from '../public/dispatch';
import { deliveryService } from '../services/access';

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

/** Background jobs, for the admin. */
const jobsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(ctx: Context) {
    const jobs = await deliveryService(strapi, 'jobs').list();
    ctx.body = {
      data: jobs.map(({ id, kind, label, done, total, state, error }) => ({
        id,
        kind,
        label,
        done,
        total,
        state,
        error,
      })),
    };
  },
});

export default { public: publicController, jobs: jobsController };
