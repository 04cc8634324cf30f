import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** What is known of a file's bytes. */
export interface FileDigest {
  /** SHA-256, 64 hexadecimal digits (FIPS 180-4). */
  sha256: string;
  /** Its length in bytes. */
  byteSize: number;
}

/** Reads a stream to its end, without holding it in memory. */
export const digestOf = async (bytes: AsyncIterable<Buffer | Uint8Array>): Promise<FileDigest> => {
  const hash = createHash('sha256');
  let byteSize = 0;
  for await (const part of bytes) {
    hash.update(part);
    byteSize += part.length;
  }
  return { sha256: hash.digest('hex'), byteSize };
};

const FETCH_LIMIT_MS = 120_000;

/** The bytes of an upload: a file of this machine, or one that a provider keeps elsewhere. @throws where they cannot be had */
export const openUpload = async (
  address: string,
  localPath: (path: string) => string,
): Promise<AsyncIterable<Buffer>> => {
  if (!/^https?:/i.test(address)) return createReadStream(localPath(address));
  const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_LIMIT_MS) });
  if (!answer.ok || !answer.body) throw new Error(`${address} answered ${answer.status}`);
  return Readable.fromWeb(answer.body as ReadableStream);
};
