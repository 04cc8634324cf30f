import type { SearchText } from '@gazette/delivery/strapi-server';
import { isVietnamese, type PublicArticle, type PublicDocument, type PublicPage } from '../presenters';
import type { PublicCitation } from '../presenters/citations';
import type { z } from 'zod';
import type { articleHitSchema, documentHitSchema, plainHitSchema } from './hit-schemas';
import { namesOtherKind, parseSymbol, usualSymbol } from '../symbols';

/** What readers call an item of each collection. */
const LABELS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  articles: ['Bài viết', 'Article'],
  directives: ['Văn bản chỉ đạo', 'Directive'],
  resolutions: ['Nghị quyết', 'Resolution'],
  topics: ['Chuyên mục', 'Topic'],
  dossiers: ['Dòng sự kiện', 'Dossier'],
  issuers: ['Cơ quan ban hành', 'Issuer'],
  authors: ['Tác giả', 'Author'],
  tags: ['Thẻ', 'Tag'],
  pages: ['Trang', 'Page'],
};

/** The label of a collection's items in a language. */
export const labelOf =
  (collection: string) =>
  (locale: string): string => {
    const [vi, en] = LABELS[collection] ?? [collection, collection];
    return isVietnamese(locale) ? vi : en;
  };

/** The spelling that all spellings of one symbol share; the text itself where it is none. */
const usual = (symbol: string): string => {
  const parsed = parseSymbol(symbol);
  return parsed.ok ? usualSymbol(parsed.symbol) : symbol;
};

/**
 * A reader's text as the symbols that it may be, with the noun before it or without: `Kết luận số 57 - kl/tw`. A noun of
 * another kind is no part of a spelling, but a word that must be found.
 */
export const symbolAliases = (text: string): string[] => {
  const parsed = parseSymbol(text);
  if (!parsed.ok || namesOtherKind(text, parsed.symbol)) return [];
  return [parsed.symbol.canonical, usualSymbol(parsed.symbol)];
};

const mentionsOf = (citations: readonly PublicCitation[]): string[] =>
  citations.flatMap(({ symbol }) => [symbol, usual(symbol)]);

const lines = (parts: readonly (string | null | undefined)[]): string => parts.filter((part) => part).join('\n');

/** An article is found by its text, and by the documents that it cites in whatever spelling. */
export const articleSearchText = (item: PublicArticle): SearchText => ({
  title: item.title,
  names: item.kicker === null ? [] : [item.kicker],
  lead: item.lead,
  body: item.bodyText,
  mentions: mentionsOf(item.citations),
  at: item.firstPublishedAt,
  shown: { firstPublishedAt: item.firstPublishedAt, withdrawal: item.withdrawal } satisfies z.infer<
    typeof articleHitSchema
  >,
});

/** A document is found by its symbol first; who issued and signed it stands beside its text. */
export const documentSearchText = (item: PublicDocument): SearchText => ({
  title: item.title,
  symbols: [...new Set([item.symbol, usual(item.symbol)])],
  names: item.kind === null ? [] : [item.kind.label],
  lead: item.summary,
  body: lines([item.bodyText, item.issuer?.name, ...item.signers.map(({ name }) => name)]),
  mentions: mentionsOf(item.citations),
  at: item.issuedOn ?? item.firstPublishedAt,
  shown: {
    firstPublishedAt: item.firstPublishedAt,
    symbol: item.symbol,
    withdrawal: item.withdrawal,
  } satisfies z.infer<typeof documentHitSchema>,
});

export const pageSearchText = ({ title, bodyText, firstPublishedAt }: PublicPage): SearchText => ({
  title,
  body: bodyText,
  at: firstPublishedAt,
  shown: { firstPublishedAt } satisfies z.infer<typeof plainHitSchema>,
});

/** A supporting item is found by its names, and by what is said of it. */
export const supportingSearchText =
  <Item extends { title: string; firstPublishedAt: string | null }>(
    names: (item: Item) => readonly (string | null)[] = () => [],
    about: (item: Item) => readonly (string | null)[] = () => [],
  ) =>
  (item: Item): SearchText => ({
    title: item.title,
    names: names(item).filter((name) => name !== null),
    lead: lines(about(item)),
    at: item.firstPublishedAt,
    shown: { firstPublishedAt: item.firstPublishedAt } satisfies z.infer<typeof plainHitSchema>,
  });
