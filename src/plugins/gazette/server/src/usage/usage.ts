import type { Core, UID } from '@strapi/strapi';
import { attributesOf, isRecord, OLDEST_FIRST, type AttributeSchema, type Data } from '../rules/model';
import { componentOwners } from './component-owners';
import { textsNaming } from './texts-naming-file';

/** An item that uses another one. */
export interface Use {
  uid: string;
  documentId: string;
  title: string;
}

const MAX_LISTED = 20;

const gazetteTypes = (strapi: Core.Strapi): UID.ContentType[] =>
  Object.values(strapi.contentTypes)
    .map(({ uid }) => uid)
    .filter((uid) => uid.startsWith('plugin::gazette.'));

const titleOf = (row: Data): string => String(row.title ?? row.symbol ?? row.name ?? row.documentId);

/**
 * The filters, one per attribute, that find the rows of a type which point at a document: directly, or from a component,
 * however deep (the items of the site's menus).
 */
const filtersFor = (strapi: Core.Strapi, uid: string, target: { uid: string; documentId: string }): Data[] => {
  const attributes = attributesOf(strapi, uid);
  const found = Object.entries(attributes).flatMap(([name, attribute]: [string, AttributeSchema]): Data[] => {
    if (attribute.type === 'relation' && attribute.target === target.uid)
      return [{ [name]: { documentId: target.documentId } }];
    if (attribute.type !== 'component' || !attribute.component) return [];
    return filtersFor(strapi, attribute.component, target).map((inner) => ({ [name]: inner }));
  });
  // Legal relations and menu items name their target by id, without a database link.
  return 'targetDocumentId' in attributes ? [...found, { targetDocumentId: target.documentId }] : found;
};

const distinct = (uses: Use[]): Use[] => [
  ...new Map(uses.map((use) => [`${use.uid} ${use.documentId}`, use])).values(),
];

/** The items that point at a document, itself excepted. */
export const usesOfDocument = async (
  strapi: Core.Strapi,
  target: { uid: string; documentId: string },
): Promise<Use[]> => {
  const uses: Use[] = [];
  for (const uid of gazetteTypes(strapi)) {
    for (const filter of filtersFor(strapi, uid, target)) {
      const rows: Data[] = await strapi.db.query(uid).findMany({
        where: { ...filter, documentId: { $ne: target.documentId } },
        // An item is named by its first row, that of the language it began in.
        orderBy: { id: 'desc' },
        limit: MAX_LISTED + 1,
      });
      uses.push(...rows.map((row) => ({ uid, documentId: String(row.documentId), title: titleOf(row) })));
    }
  }
  return distinct(uses);
};

/** The rows of content types that hold a row of a type or component: itself, or those around it. */
const holders = (strapi: Core.Strapi, uid: string, id: number) =>
  uid.includes('::') ? [{ uid, id }] : componentOwners(strapi, uid, id);

/** The items that show an uploaded file, directly or in a component, or name it in a text by its address. */
export const usesOfFile = async (strapi: Core.Strapi, fileId: number): Promise<Use[]> => {
  const file: Data | null = await strapi.db
    .query('plugin::upload.file')
    .findOne({ where: { id: fileId }, populate: { related: true } });
  if (!file) return [];
  const related = Array.isArray(file.related) ? file.related.filter(isRecord) : [];
  const places = [
    ...related.map((row) => ({ uid: String(row.__type), id: Number(row.id) })),
    ...(await textsNaming(strapi, file)),
  ];
  const uses: Use[] = [];
  for (const { uid, id } of places) {
    for (const owner of await holders(strapi, uid, id)) {
      const found: Data | null = await strapi.db.query(owner.uid).findOne({ where: { id: owner.id } });
      if (!found) continue;
      const { documentId } = found;
      // By the language it began in, which is the one that lists show.
      const first: Data | null = await strapi.db
        .query(owner.uid)
        .findOne({ where: { documentId }, orderBy: OLDEST_FIRST });
      uses.push({ uid: owner.uid, documentId: String(documentId), title: titleOf(first ?? found) });
    }
  }
  return distinct(uses);
};

/** `“A”, “B” and 3 more`, for an error text. */
export const listUses = (uses: Use[]): string => {
  const named = uses.slice(0, MAX_LISTED).map(({ title }) => `“${title}”`);
  return uses.length > MAX_LISTED ? `${named.join(', ')} …` : named.join(', ');
};
