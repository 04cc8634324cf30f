import { init } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { decodePage, pageToArticle, parseNukeVietPage, type BilingualText, type NukeVietPage } from '../import';
import { openBalance } from '../ratings';
import { ARTICLE, defaultLocale, isRecord, type Data } from '../rules/model';
import { slugBase } from '../rules/slugs';

const SCOPE = 'import:nukeviet';
/** A page stays known when its article is gone, so the page holds its reservation: what an article holds is given back. */
const PAGE_OF = 'page-of:';
const AUTHOR = 'plugin::gazette.author';
const TAG = 'plugin::gazette.tag';

export interface ImportResult {
  /** `published` and `created` changed something; `unchanged` did not; `kept` left what is here, for the `reason`. */
  outcome: 'created' | 'published' | 'unchanged' | 'kept';
  documentId: string;
  title: string;
  /** Null where the article was deleted. */
  slug: string | null;
  /** Why what is here was kept, though it is not what the page says; else null. */
  reason: BilingualText | null;
  /** What is odd on the page, in words. */
  warnings: string[];
}

type Answer = Omit<ImportResult, 'title' | 'warnings'>;

export interface Importer {
  /**
   * Brings one page in, or recognises that it is in. Imports never change an article that exists.
   * @param bytes the plain text of a NukeViet article page
   * @throws PageFormatError where it is no such page; RuleError where an editorial rule refuses it
   */
  importPage(bytes: Buffer, options: { publish: boolean }): Promise<ImportResult>;
}

const CHANGED: BilingualText = {
  vi: 'Bài đã có; trang khác với lần nhập đầu, bài được giữ nguyên.',
  en: 'Already there; the page differs from the first import, the article was left as it is.',
};
const DELETED: BilingualText = {
  vi: 'Bài đã xuất bản rồi bị xoá ở đây, nên không nhập lại.',
  en: 'The article was published and then deleted here, so it was not imported again.',
};

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

  /** The answer for a page that was brought in before; null where its article never was public and is gone. */
  const recognise = async (
    page: NukeVietPage,
    { documentId, locale, publish }: { documentId: string; locale: string; publish: boolean },
  ): Promise<Answer | null> => {
    const draft = await findDraft(documentId);
    const wasPublic = await delivery('history').wasPublic(documentId);
    if (draft === null) return wasPublic ? { outcome: 'kept', documentId, slug: null, reason: DELETED } : null;
    const slug = String(draft.slug);
    // An article that an editor took back stays back.
    if (publish && !wasPublic) {
      await strapi.documents(ARTICLE).publish({ documentId, locale });
      return { outcome: 'published', documentId, slug, reason: null };
    }
    const isSamePage = contentHash(draft) === pageToArticle(page).imported.contentHash;
    return isSamePage
      ? { outcome: 'unchanged', documentId, slug, reason: null }
      : { outcome: 'kept', documentId, slug, reason: CHANGED };
  };

  return {
    async importPage(bytes, { publish }) {
      const page = parseNukeVietPage(decodePage(bytes));
      const locale = await defaultLocale(strapi);

      const answer = await strapi.db.transaction(async (): Promise<Answer> => {
        await delivery('publishing').lock();
        // The page's key is reserved for one article: of two imports at once, the second finds the first's.
        const candidate = createDocumentId();
        const claimant = { scope: SCOPE, locale: '', documentId: `${PAGE_OF}${candidate}` };
        const holder = await delivery('reservations').claim(claimant, page.key);
        const documentId = holder?.replace(PAGE_OF, '') ?? candidate;
        const known = holder === null ? null : await recognise(page, { documentId, locale, publish });
        if (known !== null) return known;

        const made = await create(page, documentId, locale);
        if (publish) await strapi.documents(ARTICLE).publish({ documentId, locale });
        const slug = String(made.slug ?? slugBase(ARTICLE, made));
        return { outcome: publish ? 'published' : 'created', documentId, slug, reason: null };
      });
      // Behind the transaction, which votes take no part in; a run that was cut off here is made good by the next one.
      if (answer.slug !== null)
        await openBalance(strapi, answer.documentId, (await findDraft(answer.documentId))?.imported);
      return { ...answer, title: page.title, warnings: page.warnings.map(({ vi }) => vi) };
    },
  };
};
