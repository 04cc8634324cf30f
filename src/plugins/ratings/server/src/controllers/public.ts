import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { createPublicApi, type PublicApi } from '../public/public-api';

/** Serves the public addresses on hosts that do not name the middleware. */
export const publicController = ({ strapi }: { strapi: Core.Strapi }) => {
  let api: PublicApi | null = null;
  return {
    async answer(ctx: Context) {
      api ??= createPublicApi(strapi, false);
      const match = api.find(ctx);
      if (match === null) return ctx.notFound();
      await api.answer(ctx, match);
    },
  };
};
