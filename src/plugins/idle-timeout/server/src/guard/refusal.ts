import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { REFUSALS } from '../errors';
import type { EndReason } from '../sessions/session-state';

/** Why the request in hand was refused; Strapi's strategies swallow what they are told. */
const refusals = new WeakMap<object, EndReason>();

/** Remembers why a token of the request in hand is refused. */
export const noteRefusal = (strapi: Core.Strapi, reason: EndReason): void => {
  const ctx = strapi.requestContext.get();
  if (ctx) refusals.set(ctx, reason);
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Says in a 401 why: `details.reason`, and a sentence. Strapi itself says only that credentials are missing or invalid. */
export const explainRefusals = async (ctx: Context, next: Next): Promise<void> => {
  await next();
  const reason = refusals.get(ctx);
  if (reason === undefined || ctx.status !== 401 || !isRecord(ctx.body) || !isRecord(ctx.body.error)) return;
  const { error } = ctx.body;
  ctx.body = {
    ...ctx.body,
    error: {
      ...error,
      message: REFUSALS[reason],
      details: { ...(isRecord(error.details) ? error.details : {}), reason },
    },
  };
  ctx.set('Cache-Control', 'private, no-store');
};
