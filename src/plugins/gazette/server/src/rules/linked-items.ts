import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { hasDrafts, isGazette, isRecord, isTranslated, type Data } from './model';
import { readRelation, relationTarget } from './relation-values';
import { mapAttributes, type Path } from './walk';

const FILE = 'plugin::upload.file';

/** Items that an attribute is to point at, all of one type. */
interface Link {
  path: Path;
  target: string;
  ids: string[];
}

const notFound = (path: Path, missing: string, locale: string | null) =>
  new RuleError(path, {
    vi: `"${path.join('.')}": không tìm thấy "${missing}"${locale === null ? '' : ` bằng ngôn ngữ "${locale}"`}. Có thể mục đó đã bị xoá; hãy chọn lại.`,
    en: `"${path.join('.')}": there is no "${missing}"${locale === null ? '' : ` in the language "${locale}"`}. It may have been deleted; choose again.`,
  });

/** Files come by the number of their row or by documentId, bare or as the whole file. */
const fileIds = (sent: unknown): string[] => {
  const entries = isRecord(sent) && !('id' in sent) && !('documentId' in sent) ? [sent.set ?? sent.connect] : [sent];
  return entries
    .flat(Infinity)
    .map((entry) => (isRecord(entry) ? (entry.documentId ?? entry.id) : entry))
    .filter((id) => typeof id === 'string' || typeof id === 'number')
    .map(String);
};

const linksIn = (strapi: Core.Strapi, uid: string, data: Data): Link[] => {
  const links: Link[] = [];
  mapAttributes(strapi, uid, data, {
    attribute({ path, attribute: { type, target = '', relation = '', writable }, value }) {
      if (type === 'media') links.push({ path, target: FILE, ids: fileIds(value) });
      if (type !== 'relation' || !isGazette(target) || writable === false) return;
      if (relation.endsWith('ToOne')) relationTarget(path, value, null);
      const { set, connect } = readRelation(path, value);
      links.push({ path, target, ids: set ?? connect });
    },
  });
  return links.filter(({ ids }) => ids.length > 0);
};

/** Those of the ids that are there. */
const existing = async (
  strapi: Core.Strapi,
  target: string,
  ids: string[],
  locale: string | null,
): Promise<Set<string>> => {
  if (target === FILE) {
    const numbers = ids.filter((id) => /^\d{1,9}$/.test(id)).map(Number);
    const files: Data[] = await strapi.db.query(FILE).findMany({
      where: { $or: [{ id: { $in: numbers } }, { documentId: { $in: ids } }] },
      select: ['id', 'documentId'],
    });
    return new Set(files.flatMap(({ id, documentId }) => [String(id), String(documentId)]));
  }
  const uid = target as UID.ContentType;
  const rows: Data[] = await strapi.db.query(uid).findMany({
    where: {
      documentId: { $in: ids },
      ...(locale === null ? {} : { locale }),
      ...(hasDrafts(strapi, uid) ? { publishedAt: null } : {}),
    },
    select: ['documentId'],
  });
  return new Set(rows.map(({ documentId }) => String(documentId)));
};

/**
 * Checks that all that is linked to is there. Strapi checks it too, but does not tell in which field.
 * @param locale of the row that is saved
 * @throws RuleError naming the field
 */
export const checkLinkedItems = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  data: Data,
  locale: string,
): Promise<void> => {
  const links = linksIn(strapi, uid, data);
  for (const target of new Set(links.map((link) => link.target))) {
    const toHere = links.filter((link) => link.target === target);
    const language = target !== FILE && isTranslated(strapi, target as UID.ContentType) ? locale : null;
    const found = await existing(strapi, target, [...new Set(toHere.flatMap(({ ids }) => ids))], language);
    for (const { path, ids } of toHere) {
      const missing = ids.find((id) => !found.has(id));
      if (missing !== undefined) throw notFound(path, missing, language);
    }
  }
};
