import type { Context } from 'koa';
import type { z } from 'zod';
import { invalid, notFound, RatingError } from '../errors';

/** PostgreSQL has no text that holds a NUL, so nothing has such a name. @throws RatingError 404 */
export const refuseNul = ({ params }: Context): void => {
  const names: unknown[] = Object.values(params);
  if (names.some((name) => String(name).includes('\0'))) throw notFound('A part of the address holds a NUL character.');
};

/** Answers editors: `work` gives the body; an error of ours is told as it is. */
export const answering =
  (work: (ctx: Context) => Promise<unknown>) =>
  async (ctx: Context): Promise<void> => {
    ctx.set('Cache-Control', 'no-store');
    try {
      refuseNul(ctx);
      ctx.body = await work(ctx);
    } catch (error) {
      if (!(error instanceof RatingError)) throw error;
      ctx.status = error.status;
      ctx.body = error.toBody();
    }
  };

/** Reads parameters or a body by a schema. @throws RatingError 400 naming each fault */
export const readBy = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map(({ path, message, code, ...issue }) => {
      const keys = code === 'unrecognized_keys' && 'keys' in issue && Array.isArray(issue.keys) ? issue.keys : [];
      return {
        path: keys.length > 0 ? keys.map(String) : path.map(String),
        message: `${path.join('.')}: ${message}.`.replace(/^: /, ''),
      };
    }),
  );
};
