import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { COLLECTIONS, type SampleContent, type SampleMedia } from './sample-entry';
import { visitEntry } from './sample-values';

const MIME_TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** Every media file that the content names, once, with the words of its first use. */
export function mediaOf(content: SampleContent): SampleMedia[] {
  const byPath = new Map<string, SampleMedia>();
  const media = (use: SampleMedia): void => {
    if (!byPath.has(use.file)) byPath.set(use.file, use);
  };
  for (const collection of COLLECTIONS) content[collection].forEach((entry) => visitEntry(entry, { media }));
  return [...byPath.values()];
}

/**
 * Puts one file of the sample folder into the media library, the way an editor's upload goes (sizes, formats, provider).
 *
 * @returns the id of the file
 */
export async function uploadSampleFile(strapi: Core.Strapi, folder: string, media: SampleMedia): Promise<number> {
  const filepath = join(folder, media.file);
  const mimetype = MIME_TYPES[extname(media.file)];
  if (mimetype === undefined) {
    throw new Error(`The sample file ${media.file} has no known type; allowed: ${Object.keys(MIME_TYPES).join(', ')}`);
  }
  const name = basename(media.file);
  const [uploaded] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name, alternativeText: media.alternativeText, caption: media.caption } },
      files: { filepath, originalFilename: name, mimetype, size: (await stat(filepath)).size },
    });
  return uploaded.id;
}
