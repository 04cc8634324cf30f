import type { Context } from 'koa';
import { PublicError } from '../errors';

const tooLarge = (limit: number) =>
  new PublicError(413, 'PayloadTooLargeError', `The body may have at most ${limit} bytes.`, { limit });

const invalid = (message: string) => new PublicError(400, 'ValidationError', message);

const readAll = async (ctx: Context, limit: number): Promise<Buffer> => {
  if (Number(ctx.get('Content-Length')) > limit) throw tooLarge(limit);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of ctx.req as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limit) throw tooLarge(limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/**
 * The JSON that a request carries.
 * @param limit bytes of the body
 * @throws PublicError 400, 413, 415
 */
export const readJson = async (ctx: Context, limit: number): Promise<unknown> => {
  const type = ctx.get('Content-Type').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new PublicError(
      415,
      'UnsupportedMediaTypeError',
      'Send the body as JSON, with Content-Type: application/json.',
      {
        allowed: ['application/json'],
      },
    );
  // Where Strapi's own chain runs first, it has read the body already.
  const { body } = ctx.request as { body?: unknown };
  if (body !== undefined) return body;
  const bytes = await readAll(ctx, limit);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('The body is not UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('The body is not JSON.');
  }
};
