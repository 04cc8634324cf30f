import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './etag';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Low levels: most of the gain for a fraction of the time, since every answer is compressed anew. */
const GZIP_LEVEL = 5;
const BROTLI_QUALITY = 4;

/** For what is compressed once and kept. */
export const KEPT_BROTLI_QUALITY = 9;

/** The best encoding that a client accepts; equal weights prefer brotli (RFC 9110, section 12.5.3). */
export const chooseEncoding = (acceptEncoding: string | undefined): Encoding => {
  if (!acceptEncoding) return 'identity';
  const weights = new Map(
    acceptEncoding.split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return [name.trim(), quality === undefined ? 1 : Number(quality)];
    }),
  );
  const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const [br, gz] = [weight('br'), weight('gzip')];
  if (br > 0 && br >= gz) return 'br';
  return gz > 0 ? 'gzip' : 'identity';
};

export const encode = async (
  body: string | Buffer,
  encoding: Encoding,
  brotliQuality = BROTLI_QUALITY,
): Promise<string | Buffer> => {
  if (encoding === 'gzip') return compressGzip(body, { level: GZIP_LEVEL });
  if (encoding === 'br') {
    return compressBrotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body),
      },
    });
  }
  return body;
};
