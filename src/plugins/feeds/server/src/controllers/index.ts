import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { FeedError, invalidRequest } from '../errors';
import { outgoingService } from '../services';

const numberUpTo = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from 1 to ${most}`)
    .transform(Number)
    .pipe(z.number().min(1).max(most));

const nothing = z.strictObject({});
const paging = z.strictObject({ page: numberUpTo(1_000_000).default(1), pageSize: numberUpTo(100).default(25) });
const which = z.union([z.strictObject({ id: z.int().min(1) }), z.strictObject({ webhook: z.string().min(1) })], {
  error: 'The body takes {"id": 12}, a message, or {"webhook": "name"}, all of a webhook',
});

const readBy = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidRequest(
    result.error.issues.map(({ path, message }) => ({
      path: path.map(String),
      message: `${[...path, message].join(': ')}.`,
    })),
  );
};

const answering =
  (work: (ctx: Context) => Promise<unknown>) =>
  async (ctx: Context): Promise<void> => {
    ctx.set('Cache-Control', 'no-store');
    try {
      ctx.body = await work(ctx);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      ctx.status = error.status;
      ctx.body = JSON.parse(String(error.toAnswer().body));
    }
  };

/** Webhooks, for the admin: their shapes stand with the routes. */
const webhooks = ({ strapi }: { strapi: Core.Strapi }) => ({
  states: answering(async (ctx) => {
    readBy(nothing, { ...ctx.query });
    return { data: await outgoingService(strapi).states(), meta: {} };
  }),
  dead: answering(async (ctx) => {
    const { page, pageSize } = readBy(paging, { ...ctx.query });
    const { messages, total } = await outgoingService(strapi).dead({ page, pageSize });
    return { data: messages, meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } };
  }),
  replay: answering(async (ctx) => {
    const target = readBy(which, (ctx.request as { body?: unknown }).body ?? {});
    return { data: { replayed: await outgoingService(strapi).replay(target) }, meta: {} };
  }),
});

export default { webhooks };
