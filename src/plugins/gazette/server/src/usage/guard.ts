import type { Core } from '@strapi/strapi';
import { RuleError, toValidationError } from '../errors';
import { editorLanguage } from '../rules/language';
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

/**
 * Refuses to delete files that are shown somewhere. It stands before the upload plugin's own deletions, which remove the
 * bytes first and the database row second, so that a refusal from the database would come too late.
 */
export const guardFiles = (strapi: Core.Strapi): void => {
  const refuse = async (ids: number[]) => {
    for (const id of ids) {
      const uses = await usesOfFile(strapi, id);
      if (uses.length > 0) throw toValidationError(inUse(uses), editorLanguage(strapi));
    }
  };

  const upload = strapi.plugin('upload').service('upload');
  const remove = upload.remove.bind(upload);
  upload.remove = async (file: unknown) => {
    await refuse(idsOf(file));
    return remove(file);
  };

  const file = strapi.plugin('upload').service('file');
  const deleteFiles = file.deleteByIds.bind(file);
  file.deleteByIds = async (ids: number[] = []) => {
    // All are checked before the first goes: a refusal must not leave half of a selection deleted.
    await refuse(ids);
    return deleteFiles(ids);
  };
};
