import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { Context } from 'koa';
import type { Answer, Body } from './answer';
import { CORS_HEADERS } from './cors';
import { chooseEncoding } from './encoding';
import type { Encoding } from './etag';
import type { HeaderList } from './headers';
import { isGone, staySilentWhenGone } from './gone';

/** Fast ones: a stream is long, and whoever reads it waits for all of it. */
const GZIP_LEVEL = 2;
const BROTLI_QUALITY = 2;

/** A client that takes nothing for so long is gone. */
const STALLED_MS = 60_000;

const compressors = (encoding: Encoding) => {
  if (encoding === 'gzip') return [createGzip({ level: GZIP_LEVEL })];
  if (encoding === 'br')
    return [
      createBrotliCompress({
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      }),
    ];
  return [];
};

/**
 * Sends a body while it is made, as fast as the client takes it; a client that leaves stops the making. It goes straight to
 * Node's response: Koa would end an answer that broke in the middle like one that is whole.
 * @throws what the making throws; the connection is cut then
 */
export const sendStream = async (
  ctx: Context,
  answer: Answer,
  stream: () => Body,
  headers: HeaderList,
): Promise<void> => {
  const { res } = ctx;
  staySilentWhenGone(ctx);
  const encoding = chooseEncoding(ctx.get('Accept-Encoding'));
  ctx.respond = false;
  CORS_HEADERS.forEach((name) => res.removeHeader(name));
  headers.push('Content-Type', answer.contentType);
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
  if (ctx.method === 'HEAD' || res.destroyed) {
    answer.abandon?.();
    if (!res.destroyed) res.writeHead(answer.status, headers).end();
    return;
  }
  res.writeHead(answer.status, headers);
  res.setTimeout(STALLED_MS, () => res.destroy());
  try {
    await pipeline([Readable.from(stream(), { objectMode: false }), ...compressors(encoding), res]);
  } catch (error) {
    if (!isGone(error)) throw error;
  } finally {
    answer.abandon?.();
  }
};
