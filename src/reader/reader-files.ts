import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** A file of the reader as it is sent. */
export interface ReaderFile {
  text: string;
  etag: string;
  /** `text` by content encoding. */
  bodies: Readonly<Record<'identity' | 'gzip' | 'br', Buffer>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The content type of a path that is a file of the reader; null for any other path. */
export const assetType = (urlPath: string): string | null => {
  const match = /^\/(?:reader\/[a-z-]+|gazette)(\.[a-z]+)$/.exec(urlPath);
  return TYPES[match?.[1] ?? ''] ?? null;
};

const compress = { gzip: promisify(gzip), br: promisify(brotliCompress) };

const load = async (file: string): Promise<ReaderFile> => {
  const identity = await readFile(file);
  const bodies = { identity, gzip: await compress.gzip(identity), br: await compress.br(identity) };
  const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  return { text: identity.toString('utf8'), etag: `"${digest}"`, bodies };
};

/**
 * The reader's files, read again when they change.
 * @param folder the application's own `public`: the reader belongs to the release, uploads may be elsewhere
 */
export const createReaderFiles = (folder: string) => {
  const kept = new Map<string, { stamp: string; file: Promise<ReaderFile> }>();
  return {
    /** Null where there is no such file. */
    async read(name: string): Promise<ReaderFile | null> {
      const full = path.join(folder, name);
      const found = await stat(full).catch(() => null);
      if (!found?.isFile()) return null;
      const stamp = `${found.mtimeMs} ${found.size}`;
      const known = kept.get(name);
      if (known?.stamp === stamp) return known.file;
      const file = load(full);
      kept.set(name, { stamp, file });
      return file;
    },
  };
};
