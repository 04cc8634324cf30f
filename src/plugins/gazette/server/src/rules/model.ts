import type { Core, UID } from '@strapi/strapi';

/** Values of a document as a client sends them or a row holds them. */
export type Data = Record<string, unknown>;

export const ARTICLE = 'plugin::gazette.article';
export const DIRECTIVE = 'plugin::gazette.directive';
export const RESOLUTION = 'plugin::gazette.resolution';
export const PAGE = 'plugin::gazette.page';

export interface AttributeSchema {
  type: string;
  relation?: string;
  target?: string;
  component?: string;
  components?: string[];
  multiple?: boolean;
  repeatable?: boolean;
  pluginOptions?: { i18n?: { localized?: boolean } };
}

export const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isGazette = (uid: string): uid is UID.ContentType => uid.startsWith('plugin::gazette.');

/** The collection whose slugs a type shares, by uid. Both kinds of documents share one, because one address shows both. */
const NAMESPACES: Record<string, string> = {
  [ARTICLE]: 'articles',
  [DIRECTIVE]: 'documents',
  [RESOLUTION]: 'documents',
  [PAGE]: 'pages',
  'plugin::gazette.topic': 'topics',
  'plugin::gazette.dossier': 'dossiers',
  'plugin::gazette.tag': 'tags',
  'plugin::gazette.issuer': 'issuers',
  'plugin::gazette.author': 'authors',
};

export const slugNamespace = (uid: string): string | undefined => NAMESPACES[uid];

export const isDocument = (uid: string): boolean => uid === DIRECTIVE || uid === RESOLUTION;

export const attributesOf = (strapi: Core.Strapi, uid: string): Record<string, AttributeSchema> =>
  strapi.getModel(uid as UID.Schema).attributes as Record<string, AttributeSchema>;

export const hasDrafts = (strapi: Core.Strapi, uid: UID.ContentType): boolean =>
  strapi.contentType(uid).options?.draftAndPublish === true;

export const isTranslated = (strapi: Core.Strapi, uid: UID.ContentType): boolean => {
  const options: unknown = strapi.contentType(uid).pluginOptions;
  return isRecord(options) && isRecord(options.i18n) && options.i18n.localized === true;
};

export const defaultLocale = async (strapi: Core.Strapi): Promise<string> =>
  strapi.plugin('i18n').service('locales').getDefaultLocale();

/** Rows of a document as they came into being. Ids do not tell: a publication and a discard make new rows with the old `createdAt`. */
export const OLDEST_FIRST = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

/** The row that not-localized attributes and relations are read from: the default locale's, else the oldest. */
export const sharedDraft = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  populate: Data = {},
): Promise<Data | undefined> => {
  const drafts: Data[] = await strapi.db
    .query(uid)
    .findMany({ where: { documentId, publishedAt: null }, populate, orderBy: OLDEST_FIRST });
  const main = await defaultLocale(strapi);
  return drafts.find(({ locale }) => locale === main) ?? drafts[0];
};
