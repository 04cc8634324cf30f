import { factories, type UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { errors } from '@strapi/utils';
import { COLLECTION_TYPES, SINGLE_TYPES } from '../routes/types';
import { IF_MATCH, requireRevision } from '../rules/revision';
import { isRecord } from '../rules/model';

const setRevisionTag = (ctx: Context, answer: unknown) => {
  const data = isRecord(answer) && isRecord(answer.data) ? answer.data : {};
  if (data.revision !== undefined && data.revision !== null) ctx.set('ETag', `"${String(data.revision)}"`);
};

/** Reads `If-Match: "7"`; the answer's ETag is the revision. */
const readIfMatch = (ctx: Context): number | null => {
  const header = ctx.get('If-Match').trim();
  if (header === '' || header === '*') return null;
  const revision = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (revision === undefined) {
    throw new errors.ValidationError(`If-Match takes one ETag as it was answered, for example "3"; this is ${header}.`);
  }
  return Number(revision);
};

/** Hands the revision of If-Match to the rules, which compare it in the transaction of the save. */
const applyIfMatch = (ctx: Context): void => {
  const revision = readIfMatch(ctx);
  if (revision === null) return;
  const body: unknown = ctx.request.body;
  if (!isRecord(body) || !isRecord(body.data)) return;
  ctx.state[IF_MATCH] = true;
  body.data.revision = revision;
};

const managed = (type: string) => {
  const uid = `plugin::gazette.${type}` as UID.ContentType;
  return factories.createCoreController(
    uid as never,
    {
      async findOne(ctx: Context) {
        const answer: unknown = await super.findOne(ctx as never, undefined as never);
        setRevisionTag(ctx, answer);
        return answer;
      },
      async create(ctx: Context) {
        const answer: unknown = await super.create(ctx as never, undefined as never);
        setRevisionTag(ctx, answer);
        return answer;
      },
      async update(ctx: Context) {
        applyIfMatch(ctx);
        const answer: unknown = await super.update(ctx as never, undefined as never);
        setRevisionTag(ctx, answer);
        return answer;
      },
      async delete(ctx: Context) {
        const revision = readIfMatch(ctx);
        if (revision === null) return super.delete(ctx as never, undefined as never);
        ctx.state[IF_MATCH] = true;
        return strapi.db.transaction(async () => {
          await requireRevision(strapi, uid, String(ctx.params.id), ctx.query.locale, revision);
          return super.delete(ctx as never, undefined as never);
        });
      },
    } as never,
  );
};

const plain = (type: string) => factories.createCoreController(`plugin::gazette.${type}` as never);

export default {
  ...Object.fromEntries(COLLECTION_TYPES.map(({ singular }) => [singular, managed(singular)])),
  ...Object.fromEntries(SINGLE_TYPES.map(({ singular }) => [singular, plain(singular)])),
};
