import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { TestApp } from '../support';

export interface UploadedFile {
  id: number;
  documentId: string;
  url: string;
}

/** Puts a picture into the media library the way an editor's upload goes, or in the place of one that is there. */
export const uploadImage = async (
  { strapi }: TestApp,
  { width, replaces }: { width: number; replaces?: number },
): Promise<UploadedFile> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gazette-image-'));
  try {
    const filepath = path.join(folder, 'anh.png');
    await sharp({ create: { width, height: 10, channels: 3, background: '#2a6' } })
      .png()
      .toFile(filepath);
    const file = { filepath, originalFilename: 'anh.png', mimetype: 'image/png', size: (await stat(filepath)).size };
    const service = strapi.plugin('upload').service('upload');
    const data = { fileInfo: { name: 'anh.png' } };
    if (replaces !== undefined) return await service.replace(replaces, { data, file });
    const [uploaded]: UploadedFile[] = await service.upload({ data, files: file });
    if (!uploaded) throw new Error('The upload service answered no file.');
    return uploaded;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
