import type { Core } from '@strapi/strapi';
import { imageAddresses, possibleHashes, withLibraryImages } from '../sections';
import { isRecord, type Data } from './model';

const blocksOf = (section: unknown): unknown[] =>
  isRecord(section) && section.__component === 'gazette.text' && Array.isArray(section.body) ? section.body : [];

/** A body whose rich texts show their images as the media library has them, and name their files by documentId. */
export const bodyWithLibraryImages = async (strapi: Core.Strapi, body: unknown): Promise<unknown> => {
  if (!Array.isArray(body)) return body;
  const hashes = body.flatMap((section) => imageAddresses(blocksOf(section))).flatMap(possibleHashes);
  if (hashes.length === 0) return body;
  const files: Data[] = await strapi.db
    .query('plugin::upload.file')
    .findMany({ where: { hash: { $in: [...new Set(hashes)] } } });
  return body.map((section: unknown) => {
    const blocks = blocksOf(section);
    return isRecord(section) && blocks.length > 0 ? { ...section, body: withLibraryImages(blocks, files) } : section;
  });
};
