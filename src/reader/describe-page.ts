import type { PageAddress } from './page-address';
import type { PublicAnswer } from './public-answers';

/** What is known of a page before it is written: from its address, and from its item. */
export interface PageDescription {
  title: string;
  description: string | null;
  canonical: string | null;
  alternates: { locale: string; url: string }[];
  image: string | null;
  isIndexed: boolean;
  jsonLd: unknown;
}

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The item or the site that an answer holds; empty for an error. */
export const dataOf = (answer: PublicAnswer | null): Json => objectOf(objectOf(answer?.body).data);

type Words = readonly [vi: string, en: string];

const TITLES: Readonly<Record<string, Words>> = {
  articles: ['Tin tức', 'News'],
  documents: ['Văn bản', 'Documents'],
  directives: ['Văn bản chỉ đạo', 'Directives'],
  resolutions: ['Nghị quyết', 'Resolutions'],
  topics: ['Chuyên mục', 'Topics'],
  dossiers: ['Dòng sự kiện', 'Running stories'],
  issuers: ['Cơ quan ban hành', 'Issuing bodies'],
  authors: ['Tác giả', 'Authors'],
  tags: ['Thẻ', 'Tags'],
  pages: ['Trang thông tin', 'Pages'],
  search: ['Tìm kiếm', 'Search'],
  account: ['Tài khoản', 'Account'],
};

const MISSING: Words = ['Không tìm thấy trang', 'Page not found'];
const GONE: Words = ['Nội dung đã được gỡ', 'This was taken back'];

const inLanguage = ([vi, en]: Words, locale: string): string => (locale.startsWith('vi') ? vi : en);

const imageOf = (item: Json): string | null => textOf(objectOf(objectOf(item.cover).image).url);

const describeItem = (item: Json, { locale, slug }: PageAddress): PageDescription => {
  const seo = objectOf(item.seo);
  const title = textOf(seo.metaTitle) ?? textOf(item.title) ?? slug;
  const symbol = textOf(item.symbol);
  const url = textOf(item.url);
  const others = (Array.isArray(item.localizations) ? item.localizations : []).map(objectOf);
  return {
    title: symbol === null || textOf(seo.metaTitle) !== null ? title : `${symbol}: ${title}`,
    description: textOf(seo.metaDescription) ?? textOf(item.lead) ?? textOf(item.summary) ?? textOf(item.description),
    canonical: url,
    alternates: [
      { locale, url },
      ...others.map((other) => ({ locale: textOf(other.locale), url: textOf(other.url) })),
    ].flatMap((one) => (one.locale === null || one.url === null ? [] : [{ locale: one.locale, url: one.url }])),
    image: imageOf(item),
    isIndexed: seo.noIndex !== true,
    jsonLd: item.jsonLd ?? null,
  };
};

/**
 * @param address null for a path that is no page
 * @param item the answer for the page's item; null for a page without one
 * @param site the answer of `/site`
 * @param siteUrl the readers' website without a slash at the end
 */
export const describePage = (
  address: PageAddress | null,
  item: PublicAnswer | null,
  site: PublicAnswer,
  siteUrl: string,
  locale: string,
): PageDescription => {
  const none = { description: null, canonical: null, alternates: [], image: null, isIndexed: false, jsonLd: null };
  if (address === null) return { ...none, title: inLanguage(MISSING, locale) };
  if (item !== null && item.status !== 200)
    return { ...none, title: inLanguage(item.status === 410 ? GONE : MISSING, locale) };
  if (item !== null) return describeItem(dataOf(item), address);
  const { page, prefix, collection } = address;
  if (page === 'front') {
    const { tagline, jsonLd } = dataOf(site);
    return {
      ...none,
      title: '',
      description: textOf(tagline),
      canonical: `${siteUrl}${prefix}/`,
      isIndexed: true,
      jsonLd: jsonLd ?? null,
    };
  }
  const title = inLanguage(TITLES[page === 'list' ? collection : page] ?? MISSING, locale);
  if (page !== 'list') return { ...none, title };
  return { ...none, title, canonical: `${siteUrl}${prefix}/${collection}`, isIndexed: true };
};
