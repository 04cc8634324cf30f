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
  required?: boolean;
  writable?: boolean;
  /** No link of its own: `localizations`, which Strapi reads from the documentId and would write over it. */
  unstable_virtual?: boolean;
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

export const isPublished = ({ publishedAt }: Data): boolean => publishedAt !== null && publishedAt !== undefined;

/**
 * The language whose row not-localized attributes and relations are read from: of those that are public the default one,
 * else the oldest. A draft of the default language that was never public gives nothing to the others, for their next
 * publication would make it public; only of what was never public at all its draft comes first.
 * @param rows drafts and published rows of one document, oldest first
 * @param publishing languages that are about to become public
 */
export const sharedLocale = (rows: Data[], main: string, publishing: string[] = []): string | undefined => {
  const isAnyPublic = rows.some(isPublished);
  const read = rows.filter((row) => !isAnyPublic || isPublished(row) || publishing.includes(String(row.locale)));
  const shared = read.find(({ locale }) => locale === main) ?? read[0];
  return shared && String(shared.locale);
};

/** The row that an editor's save reads not-localized attributes and relations from: a draft, where the type has drafts. */
export const sharedDraft = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
  populate: Data = {},
): Promise<Data | undefined> => {
  const query = strapi.db.query(uid);
  const rows: Data[] = await query.findMany({
    where: { documentId },
    select: ['id', 'locale', 'publishedAt'],
    orderBy: OLDEST_FIRST,
  });
  const shared = sharedLocale(rows, await defaultLocale(strapi));
  const drafts = hasDrafts(strapi, uid) ? rows.filter((row) => !isPublished(row)) : rows;
  const draft = drafts.find((row) => String(row.locale) === shared) ?? drafts[0];
  return draft && (await query.findOne({ where: { id: draft.id }, populate }));
};
