import { errors } from '@strapi/utils';
import type { Context } from 'koa';

/**
 * Answers a refusal as it was made. Strapi's router takes an UnauthorizedError or ForbiddenError of a controller for one
 * of its own, and drops what it says.
 */
export const answerRefusals =
  (action: (ctx: Context) => Promise<void>) =>
  async (ctx: Context): Promise<void> => {
    try {
      await action(ctx);
    } catch (error) {
      if (error instanceof errors.UnauthorizedError) return ctx.unauthorized(error.message, error.details);
      if (error instanceof errors.ForbiddenError) return ctx.forbidden(error.message, error.details);
      throw error;
    }
  };
