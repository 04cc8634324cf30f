import type { Core } from '@strapi/strapi';
import { RuleError } from '../errors';
import { inEditorLanguage } from '../rules/editor-errors';
import { isRecord } from '../rules/model';
import { listUses, usesOfDocument, usesOfFile, type Use } from './usage';

const inUse = (uses: Use[]) =>
  new RuleError(
    [],
    {
      vi: `Không xoá được vì đang được dùng ở: ${listUses(uses)}. Hãy gỡ khỏi những mục đó trước.`,
      en: `This cannot be deleted because it is used by: ${listUses(uses)}. Remove it there first.`,
    },
    { usedBy: uses },
  );

/** @throws RuleError listing what uses the document */
export const refuseUsedDocument = async (
  strapi: Core.Strapi,
  target: { uid: string; documentId: string },
): Promise<void> => {
  const uses = await usesOfDocument(strapi, target);
  if (uses.length > 0) throw inUse(uses);
};

const idsOf = (file: unknown): number[] => (isRecord(file) && typeof file.id === 'number' ? [file.id] : []);

/** Whether an upload asks to be put into an item: `ref` names the type or the component. A form may send it twice. */
const isForGazette = (ref: unknown): boolean =>
  [ref].flat().some((name) => /^(?:plugin::)?gazette\./.test(String(name)));

/** An upload that is put straight into an item goes past every rule: into a secret document, onto a published page. */
const refuseAttaching = (data: unknown): void => {
  if (!isRecord(data) || !isForGazette(data.ref)) return;
  throw new RuleError(['ref'], {
    vi: 'Tệp không gắn được vào bài, văn bản ngay khi tải lên. Hãy tải tệp lên không kèm "ref", rồi lưu mục đó với id của tệp.',
    en: 'A file cannot be put into an item by its upload. Upload it without "ref", then save the item with the id of the file.',
  });
};

/**
 * Refuses uploads that go past the rules, and deletions of files that are shown somewhere. It stands before the upload
 * plugin's own deletions, which remove the bytes first and the database row second, so that a refusal from the database
 * would come too late.
 */
export const guardFiles = (strapi: Core.Strapi): void => {
  const refuse = async (ids: number[]) => {
    for (const id of ids) {
      const uses = await usesOfFile(strapi, id);
      if (uses.length > 0) throw inUse(uses);
    }
  };

  const upload = strapi.plugin('upload').service('upload');
  const add = upload.upload.bind(upload);
  upload.upload = (request: unknown, options: unknown) =>
    inEditorLanguage(strapi, async () => {
      refuseAttaching(isRecord(request) ? request.data : undefined);
      return add(request, options);
    });

  const remove = upload.remove.bind(upload);
  upload.remove = (file: unknown) =>
    inEditorLanguage(strapi, async () => {
      await refuse(idsOf(file));
      return remove(file);
    });

  const file = strapi.plugin('upload').service('file');
  const deleteFiles = file.deleteByIds.bind(file);
  file.deleteByIds = (ids: number[] = []) =>
    inEditorLanguage(strapi, async () => {
      // All are checked before the first goes: a refusal must not leave half of a selection deleted.
      await refuse(ids);
      return deleteFiles(ids);
    });

  const folder = strapi.plugin('upload').service('folder');
  const deleteFolders = folder.deleteByIds.bind(folder);
  folder.deleteByIds = (ids: number[] = []) =>
    inEditorLanguage(strapi, async () => {
      await refuse(await filesInFolders(strapi, ids));
      return deleteFolders(ids);
    });
};

/** The files of folders and of all folders in them; a folder's path is that of the one it is in, and its own number. */
const filesInFolders = async (strapi: Core.Strapi, ids: number[]): Promise<number[]> => {
  const folders: { path: string }[] = await strapi.db
    .query('plugin::upload.folder')
    .findMany({ where: { id: { $in: ids } }, select: ['path'] });
  if (folders.length === 0) return [];
  const inside = folders.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]);
  const files: { id: number }[] = await strapi.db
    .query('plugin::upload.file')
    .findMany({ where: { $or: inside }, select: ['id'] });
  return files.map(({ id }) => id);
};
