import type { Core, UID } from '@strapi/strapi';
import { attributesOf, isGazette, isRecord, isTranslated, sharedDraft, type AttributeSchema, type Data } from './model';

/** Attributes that the rules themselves keep; never copied. */
const SYSTEM = new Set([
  'revision',
  'slug',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'documentId',
  'id',
]);

const sharedNames = (attributes: Record<string, AttributeSchema>): string[] =>
  Object.entries(attributes)
    .filter(([name, { pluginOptions }]) => !SYSTEM.has(name) && pluginOptions?.i18n?.localized !== true)
    .map(([name]) => name);

/** A populated value as the Document Service takes it: relations and files by id, components without the ids of their rows. */
const asInput = (strapi: Core.Strapi, value: unknown, attribute: AttributeSchema): unknown => {
  if (value === null || value === undefined) return value;
  switch (attribute.type) {
    case 'media':
      return Array.isArray(value) ? value.map((file: Data) => file.id) : isRecord(value) ? value.id : value;
    case 'relation':
      return {
        set: (Array.isArray(value) ? value : [value]).filter(isRecord).map(({ documentId }) => ({ documentId })),
      };
    case 'component': {
      const inner = attributesOf(strapi, attribute.component ?? '');
      const convert = (row: unknown) =>
        isRecord(row)
          ? Object.fromEntries(
              Object.entries(inner).map(([name, schema]) => [name, asInput(strapi, row[name], schema)]),
            )
          : row;
      return Array.isArray(value) ? value.map(convert) : convert(value);
    }
    default:
      return value;
  }
};

const populateOf = (strapi: Core.Strapi, attributes: Record<string, AttributeSchema>, names: string[]): Data =>
  Object.fromEntries(
    names.flatMap((name): [string, unknown][] => {
      const attribute = attributes[name];
      if (attribute?.type === 'relation' || attribute?.type === 'media') return [[name, true]];
      if (attribute?.type !== 'component') return [];
      const inner = attributesOf(strapi, attribute.component ?? '');
      return [[name, { populate: populateOf(strapi, inner, Object.keys(inner)) }]];
    }),
  );

const isLinkToTranslated = (strapi: Core.Strapi, { type, target = '' }: AttributeSchema): boolean =>
  type === 'relation' && isGazette(target) && isTranslated(strapi, target);

/** What a query must populate to read all shared attributes of a row. */
export const sharedPopulate = (strapi: Core.Strapi, uid: UID.ContentType): Data => {
  const attributes = attributesOf(strapi, uid);
  return populateOf(strapi, attributes, sharedNames(attributes));
};

/** The shared attributes of a row that was read with `sharedPopulate`, as the Document Service takes them. */
export const sharedInput = (strapi: Core.Strapi, uid: UID.ContentType, row: Data): Data => {
  const attributes = attributesOf(strapi, uid);
  const values = sharedNames(attributes).map((name): [string, unknown] => [
    name,
    asInput(strapi, row[name], attributes[name] ?? { type: '' }),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
};

/**
 * What a row of another locale takes from the default-locale row on save: every attribute that is not localized, and
 * every relation. Links to translated types are left out, because Strapi cannot store one to a document that lacks the
 * locale; readers see those of the default row in any case.
 */
export const sharedValues = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
): Promise<{ values: Data; dropped: string[] }> => {
  const attributes = attributesOf(strapi, uid);
  const dropped = sharedNames(attributes).filter((name) =>
    isLinkToTranslated(strapi, attributes[name] ?? { type: '' }),
  );
  const draft = await sharedDraft(strapi, uid, documentId, sharedPopulate(strapi, uid));
  const values = draft ? sharedInput(strapi, uid, draft) : {};
  dropped.forEach((name) => delete values[name]);
  return { values, dropped };
};
