import { init } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { decodePage, pageToArticle, parseNukeVietPage, type NukeVietPage } from '../import';
import { ARTICLE, defaultLocale, isRecord, type Data } from '../rules/model';
import { slugBase } from '../rules/slugs';

const SCOPE = 'import:nukeviet';
const AUTHOR = 'plugin::gazette.author';
const TAG = 'plugin::gazette.tag';

export interface ImportResult {
  /** `published` and `created` changed something; `unchanged` did not; `kept` found the article changed since, and left it. */
  outcome: 'created' | 'published' | 'unchanged' | 'kept';
  documentId: string;
  title: string;
  slug: string;
  /** What is odd on the page, in words. */
  warnings: string[];
}

export interface Importer {
  /**
   * Brings one page in, or recognises that it is in. Imports never change an article that exists.
   * @param bytes the plain text of a NukeViet article page
   * @throws PageFormatError where it is no such page; RuleError where an editorial rule refuses it
   */
  importPage(bytes: Buffer, options: { publish: boolean }): Promise<ImportResult>;
}

const createDocumentId = init({ length: 24 });

const contentHash = (row: Data): unknown => (isRecord(row.imported) ? row.imported.contentHash : undefined);

export const createImporter = (strapi: Core.Strapi): Importer => {
  const delivery = <Name extends keyof DeliveryServices>(name: Name) =>
    strapi.plugin('delivery').service<DeliveryServices[Name]>(name);

  /** Authors and tags are matched by name; a second import finds those of the first. */
  const named = async (uid: typeof AUTHOR | typeof TAG, name: string, more: Data = {}): Promise<string> => {
    const existing: Data | null = await strapi.db.query(uid).findOne({ where: { name } });
    if (existing) return String(existing.documentId);
    const made: Data = await strapi.documents(uid).create({ data: { name, ...more } as never });
    return String(made.documentId);
  };

  const findDraft = (documentId: string): Promise<Data | null> =>
    strapi.db.query(ARTICLE).findOne({ where: { documentId, publishedAt: null } });

  const create = async (page: NukeVietPage, documentId: string, locale: string): Promise<Data> => {
    const { author, source, tags, ...article } = pageToArticle(page);
    const authorships = author
      ? [{ author: await named(AUTHOR, author.name, { role: author.position }), position: author.position }]
      : [];
    const tagIds: string[] = [];
    for (const tag of tags) tagIds.push(await named(TAG, tag));
    return strapi.documents(ARTICLE).create({
      locale,
      data: { ...article, documentId, authorships, source, tags: tagIds } as never,
    });
  };

  return {
    async importPage(bytes, { publish }) {
      const page = parseNukeVietPage(decodePage(bytes));
      const warnings = page.warnings.map(({ vi }) => vi);
      const locale = await defaultLocale(strapi);

      return strapi.db.transaction(async () => {
        // The page's key is reserved for one article: of two imports at once, the second finds the first's.
        const candidate = createDocumentId();
        const holder = await delivery('reservations').claim(
          { scope: SCOPE, locale: '', documentId: candidate },
          page.key,
        );
        const existing = holder === null ? null : await findDraft(holder);
        if (holder !== null && existing !== null) {
          const result = { documentId: holder, title: page.title, slug: String(existing.slug), warnings };
          // An article that an editor took back stays back.
          if (publish && !(await delivery('history').wasPublic(holder))) {
            await strapi.documents(ARTICLE).publish({ documentId: holder, locale });
            return { ...result, outcome: 'published' as const };
          }
          const isSamePage = contentHash(existing) === pageToArticle(page).imported.contentHash;
          return { ...result, outcome: isSamePage ? ('unchanged' as const) : ('kept' as const) };
        }
        const made = await create(page, holder ?? candidate, locale);
        const documentId = String(made.documentId);
        if (publish) await strapi.documents(ARTICLE).publish({ documentId, locale });
        return {
          outcome: publish ? ('published' as const) : ('created' as const),
          documentId,
          title: page.title,
          slug: String(made.slug ?? slugBase(ARTICLE, made)),
          warnings,
        };
      });
    },
  };
};
