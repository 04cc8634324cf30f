import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { actor } from './language';
import { isRecord, type Data } from './model';

/** Until an audit trail exists, a refusal is a structured warning: who, what, when. */
const audit = (
  strapi: Core.Strapi,
  what: string,
  document: { uid: string; documentId: string; classification: string },
) => {
  strapi.log.warn(
    JSON.stringify({
      event: 'classification-refused',
      what,
      who: actor(strapi),
      when: new Date().toISOString(),
      ...document,
    }),
  );
};

const isPublic = (classification: unknown): boolean =>
  classification === undefined || classification === null || classification === 'public';

/** Whether a value, however deep, holds a file: an uploaded one, or the id of one. */
const holdsFile = (sections: unknown): boolean =>
  Array.isArray(sections) &&
  sections.some(
    (section) =>
      isRecord(section) &&
      (Boolean(section.image) || Boolean(section.file) || holdsFile(section.figures) || holdsFile(section.body)),
  );

/** @throws RuleError where a document that is not public carries a file: uploads are readable by their address */
export const checkFiles = (merged: Data): void => {
  if (isPublic(merged.classification)) return;
  const path = holdsFile(merged.attachments) ? 'attachments' : holdsFile(merged.body) ? 'body' : null;
  if (path === null) return;
  throw new RuleError([path], {
    vi: 'Văn bản không công khai không được mang tệp: tệp tải lên đọc được bằng địa chỉ của nó. Hãy gỡ các tệp.',
    en: 'A document that is not public must carry no files: an upload is readable by its address. Remove the files.',
  });
};

/** @throws RuleError where a published document is about to be classified */
export const checkReclassification = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  merged: Data,
): Promise<void> => {
  if (isPublic(merged.classification)) return;
  const published = await strapi.db.query(uid).count({ where: { documentId, publishedAt: { $notNull: true } } });
  if (published === 0) return;
  const classification = String(merged.classification);
  audit(strapi, 'classify a published document', { uid, documentId, classification });
  throw new RuleError(['classification'], {
    vi: 'Văn bản đang được công bố. Hãy gỡ xuất bản trước, rồi mới đổi độ mật.',
    en: 'The document is published. Unpublish it first, then change its classification.',
  });
};

/** @throws RuleError, audited: only public documents are ever published */
export const checkPublishable = (strapi: Core.Strapi, uid: string, documentId: string, draft: Data): void => {
  if (isPublic(draft.classification)) return;
  const classification = String(draft.classification);
  audit(strapi, 'publish', { uid, documentId, classification });
  throw new RuleError(['classification'], {
    vi: 'Chỉ văn bản "Công khai" mới được xuất bản. Lần thử này đã được ghi lại.',
    en: 'Only documents classified "public" can be published. This attempt was recorded.',
  });
};
