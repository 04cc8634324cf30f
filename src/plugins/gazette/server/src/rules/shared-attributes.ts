import type { Core, UID } from '@strapi/strapi';
import { attributesOf, isRecord, isTranslated, sharedDraft, type AttributeSchema, type Data } from './model';

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
  const names = sharedNames(attributes);
  const toTranslated = ({ type, target }: AttributeSchema) =>
    type === 'relation' &&
    target !== undefined &&
    target.startsWith('plugin::gazette.') &&
    isTranslated(strapi, target as UID.ContentType);
  const dropped = names.filter((name) => toTranslated(attributes[name] ?? { type: '' }));
  const copied = names.filter((name) => !dropped.includes(name));
  const draft = await sharedDraft(strapi, uid, documentId, populateOf(strapi, attributes, copied));
  if (!draft) return { values: {}, dropped };
  const values = copied.map((name): [string, unknown] => [
    name,
    asInput(strapi, draft[name], attributes[name] ?? { type: '' }),
  ]);
  return { values: Object.fromEntries(values.filter(([, value]) => value !== undefined)), dropped };
};
