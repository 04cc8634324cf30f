import type { Context } from 'koa';
import { invalid, tooLarge, unsupportedMedia } from '../errors';
import { hasDoubledNames } from './doubled-names';

/** A vote is a dozen bytes. */
const LIMIT = 1_024;

const refuse = (message: string) => invalid([{ path: [], message }]);

const readAll = ({ req }: Context): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    if (Number(req.headers['content-length']) > LIMIT) return reject(tooLarge(LIMIT));
    const parts: Buffer[] = [];
    let length = 0;
    req.on('data', (part: Buffer) => {
      length += part.length;
      if (length > LIMIT) reject(tooLarge(LIMIT));
      else parts.push(part);
    });
    let isWhole = false;
    req.on('end', () => {
      isWhole = true;
      resolve(Buffer.concat(parts));
    });
    // Whoever hangs up in the middle gets no answer, must not be waited for, and is no fault of this server.
    const refuseHalf = () => {
      if (!isWhole) reject(refuse('The body ended before it was complete.'));
    };
    req.on('error', refuseHalf);
    req.on('close', refuseHalf);
  });

/** The JSON that a request carries. @throws RatingError 400, 413, 415 */
export const readBody = async (ctx: Context): Promise<unknown> => {
  const type = ctx.get('Content-Type').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw unsupportedMedia();
  // Where Strapi's own chain runs first, it has read the body already.
  const { body } = ctx.request as { body?: unknown };
  if (body !== undefined) return body;
  const bytes = await readAll(ctx);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('The body is not UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('The body is not JSON. Send {"score": 1}, {"score": 2} … {"score": 5}.');
  }
  if (hasDoubledNames(text, value)) throw refuse('The body names a field twice. Send {"score": 1} to {"score": 5}.');
  return value;
};
