import { factories, type UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { inEditorLanguage } from '../rules/editor-errors';
import { isRecord } from '../rules/model';
import { checkInput } from './check-input';
import { applyIfMatch } from './if-match';

/** The answer's ETag is the revision. */
const withRevisionTag = (ctx: Context, answer: unknown): unknown => {
  const data = isRecord(answer) && isRecord(answer.data) ? answer.data : {};
  if (data.revision !== undefined && data.revision !== null) ctx.set('ETag', `"${String(data.revision)}"`);
  return answer;
};

const uidOf = (singular: string) => `plugin::gazette.${singular}` as UID.ContentType;

/** What a type of either kind does: Strapi's own, with If-Match, and with errors that name the field in the client's language. */
const changes = (uid: UID.ContentType) => ({
  update: (ctx: Context, standard: () => Promise<unknown>) =>
    inEditorLanguage(strapi, async () => {
      applyIfMatch(strapi, uid, ctx);
      checkInput(strapi, uid, ctx);
      return withRevisionTag(ctx, await standard());
    }),
  remove: (ctx: Context, standard: () => Promise<unknown>) =>
    inEditorLanguage(strapi, async () => {
      applyIfMatch(strapi, uid, ctx);
      return standard();
    }),
});

/** The controller of a collection type in the management API. */
export const collectionController = (singular: string) => {
  const uid = uidOf(singular);
  const { update, remove } = changes(uid);
  return factories.createCoreController(
    uid as never,
    {
      async findOne(ctx: Context) {
        return withRevisionTag(ctx, await super.findOne(ctx as never, undefined as never));
      },
      create(ctx: Context) {
        return inEditorLanguage(strapi, async () => {
          checkInput(strapi, uid, ctx);
          return withRevisionTag(ctx, await super.create(ctx as never, undefined as never));
        });
      },
      update(ctx: Context) {
        return update(ctx, () => super.update(ctx as never, undefined as never));
      },
      delete(ctx: Context) {
        return remove(ctx, () => super.delete(ctx as never, undefined as never));
      },
    } as never,
  );
};

/** The controller of a single type. */
export const singleController = (singular: string) => {
  const uid = uidOf(singular);
  const { update, remove } = changes(uid);
  return factories.createCoreController(
    uid as never,
    {
      update(ctx: Context) {
        return update(ctx, () => super.update(ctx as never, undefined as never));
      },
      delete(ctx: Context) {
        return remove(ctx, () => super.delete(ctx as never, undefined as never));
      },
    } as never,
  );
};
