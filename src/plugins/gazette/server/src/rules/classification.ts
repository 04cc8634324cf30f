import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { addressesIn } from '../sections';
import { leadsToUpload } from '../usage/upload-address';
import { actor } from './language';
import { isRecord, type Data } from './model';
import type { Path } from './walk';

/** Where a document may carry files, for a query that reads them. */
export const FILE_PLACES: Data = {
  attachments: { populate: { file: true } },
  body: {
    on: {
      'gazette.text': true,
      'gazette.html': true,
      'gazette.figure': { populate: { image: true } },
      'gazette.gallery': { populate: { figures: { populate: { image: true } } } },
      'gazette.media': { populate: { file: true } },
    },
  },
};

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

const uploadIn = async (strapi: Core.Strapi, body: unknown): Promise<Path | null> => {
  if (!Array.isArray(body)) return null;
  for (const [index, section] of body.entries()) {
    for (const { path, address } of addressesIn(section)) {
      if (await leadsToUpload(strapi, address)) return ['body', index, ...path];
    }
  }
  return null;
};

/**
 * @param row a document, with the files of `FILE_PLACES`
 * @throws RuleError where a document that is not public carries a file, or names one by its address: uploads are readable by it
 */
export const checkFiles = async (strapi: Core.Strapi, row: Data): Promise<void> => {
  if (isPublic(row.classification)) return;
  const path = holdsFile(row.attachments)
    ? ['attachments']
    : holdsFile(row.body)
      ? ['body']
      : await uploadIn(strapi, row.body);
  if (path === null) return;
  throw new RuleError(path, {
    vi: 'Văn bản không công khai không được mang tệp: tệp tải lên đọc được bằng địa chỉ của nó. Hãy gỡ các tệp và liên kết tới tệp.',
    en: 'A document that is not public must carry no files: an upload is readable by its address. Remove the files and the links to files.',
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
