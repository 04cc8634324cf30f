import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { ratingsService } from '../services/access';
import { answering, readBy } from './answering';

const numberUpTo = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from 1 to ${most}`)
    .transform(Number)
    .pipe(z.number().min(1).max(most));

const nothing = z.strictObject({});
const paging = z.strictObject({
  page: numberUpTo(1_000_000).default(1),
  pageSize: numberUpTo(100).default(25),
});
const ranking = z.strictObject({ limit: numberUpTo(50).default(5) });
const annulment = z.strictObject({ reason: z.string().trim().min(3).max(500) });

interface Editor {
  id: number | string;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  email?: string | null;
}

const nameOf = ({ firstname, lastname, username, email, id }: Editor): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || email || `user ${id}`;

/** Votes, for the admin: their shapes stand with the routes. */
export const editingController = ({ strapi }: { strapi: Core.Strapi }) => {
  const editing = () => ratingsService(strapi, 'editing');
  const targetOf = ({ params }: Context) => ({
    collection: ratingsService(strapi, 'targets').get(String(params.collection)).name,
    documentId: String(params.documentId),
  });

  return {
    targets: answering(async (ctx) => {
      readBy(nothing, { ...ctx.query });
      const targets = ratingsService(strapi, 'targets');
      const data = targets.names().map((name) => ({ collection: name, uid: targets.get(name).uid }));
      return { data, meta: {} };
    }),
    summary: answering(async (ctx) => {
      readBy(nothing, { ...ctx.query });
      return { data: await editing().overview(targetOf(ctx)), meta: {} };
    }),
    votes: answering(async (ctx) => {
      const { page, pageSize } = readBy(paging, { ...ctx.query });
      const { votes, total } = await editing().votes(targetOf(ctx), page, pageSize);
      return { data: votes, meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } } };
    }),
    events: answering(async (ctx) => {
      readBy(nothing, { ...ctx.query });
      return { data: await editing().events(targetOf(ctx)), meta: {} };
    }),
    annul: answering(async (ctx) => {
      const { reason } = readBy(annulment, (ctx.request as { body?: unknown }).body ?? {});
      const editor: Editor = ctx.state.user;
      const who = { id: String(editor.id), name: nameOf(editor) };
      return { data: await editing().annul(String(ctx.params.voteId), who, reason), meta: {} };
    }),
    top: answering(async (ctx) => {
      const { limit } = readBy(ranking, { ...ctx.query });
      const { name } = ratingsService(strapi, 'targets').get(String(ctx.params.collection));
      return { data: await editing().top(name, limit), meta: {} };
    }),
  };
};
