import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { isRecord, type Data } from '../rules/model';
import { digestOf, openUpload, type FileDigest } from './digest';

const FILE = 'plugin::upload.file';

/** Gives upload files the attributes that keep what is known of their bytes. Before the database is set up. */
export const addDigestAttributes = (strapi: Core.Strapi): void => {
  const hidden = { configurable: false, writable: false, visible: false, private: true };
  strapi.get('content-types').extend(FILE, (contentType: { attributes: Data }) => {
    Object.assign(contentType.attributes, {
      sha256: { type: 'string', ...hidden },
      byteSize: { type: 'biginteger', ...hidden },
    });
  });
};

const read = async (strapi: Core.Strapi, file: Data): Promise<FileDigest | null> => {
  const address = String(file.url ?? '');
  const publicFolder = path.resolve(strapi.dirs.static.public);
  const localPath = (url: string): string => {
    const found = path.resolve(publicFolder, `.${path.posix.normalize(`/${url}`)}`);
    if (!found.startsWith(publicFolder + path.sep)) throw new Error(`${url} is outside of the public folder`);
    return found;
  };
  try {
    return await digestOf(await openUpload(address, localPath));
  } catch (error) {
    strapi.log.warn(
      `gazette: the checksum of the file "${String(file.name)}" could not be made (${error instanceof Error ? error.message : String(error)}); it is tried again at the next start.`,
    );
    return null;
  }
};

/** A save that brings bytes, as against one that only changes a file's name or text. */
const bringsBytes = (data: unknown): data is Data =>
  isRecord(data) && typeof data.hash === 'string' && Boolean(data.url);

/** Computes the SHA-256 of a file once, when its bytes come in: with an upload or a replacement. */
export const keepDigests = (strapi: Core.Strapi): void => {
  const digest = async ({ params }: { params: { data?: unknown } }) => {
    if (!bringsBytes(params.data)) return;
    Object.assign(params.data, (await read(strapi, params.data)) ?? { sha256: null, byteSize: null });
  };
  strapi.db.lifecycles.subscribe({ models: [FILE], beforeCreate: digest, beforeUpdate: digest });
};

/**
 * Makes the checksums that attachments lack: of files that came in before this release, or could not be read then. Each
 * file is saved by itself, so that a start that is cut off goes on at the next one.
 */
export const fillDigests = async (strapi: Core.Strapi): Promise<void> => {
  const rows: { file?: Data | null }[] = await strapi.db
    .query('gazette.attachment')
    .findMany({ where: { file: { sha256: { $null: true } } }, populate: { file: true } });
  const files = new Map(rows.flatMap(({ file }) => (file ? [[file.id, file] as const] : [])));
  for (const [id, file] of files) {
    const digest = await read(strapi, file);
    if (digest) await strapi.db.query(FILE).update({ where: { id }, data: { ...digest } });
  }
};
