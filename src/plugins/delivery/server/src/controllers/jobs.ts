import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { deliveryService } from '../services/access';

/** Background jobs, for the admin. */
export const jobsController = ({ strapi }: { strapi: Core.Strapi }) => ({
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
