import type { TestApp } from './start-app';

export interface ArticleOptions {
  locale?: string;
  /** `published` publishes it in the same call. */
  status?: 'draft' | 'published';
}

const ARTICLE = 'plugin::gazette.article';

/** Attributes of an article that is complete enough to be published. */
export const articleData = (data: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Tin thử nghiệm',
  lead: 'Đoạn mở đầu của tin thử nghiệm.',
  ...data,
});

/** Makes an article by the Document Service; the rest of the attributes is a short valid article's. */
export const createArticle = ({ strapi }: TestApp, data: Record<string, unknown> = {}, options: ArticleOptions = {}) =>
  strapi.documents(ARTICLE).create({ data: articleData(data), locale: 'vi', status: 'draft', ...options });

/** Saves an article and publishes it in the same call; attributes that are not named stay. */
export const updateArticle = (
  { strapi }: TestApp,
  documentId: string,
  data: Record<string, unknown>,
  options: ArticleOptions = {},
) => strapi.documents(ARTICLE).update({ documentId, data, locale: 'vi', status: 'published', ...options });
