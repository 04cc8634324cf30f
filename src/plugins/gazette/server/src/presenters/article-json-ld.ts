import type { PresentContext } from '@gazette/delivery/strapi-server';
import type { PublicFigure, PublicSection } from '../sections';
import type { PublicArticle } from './article';
import { statedMembers } from './values';

/** An article for search engines: https://schema.org/NewsArticle. */
export const articleJsonLd = (
  article: Omit<PublicArticle, 'jsonLd'>,
  { url, locale }: Pick<PresentContext, 'url' | 'locale'>,
): Record<string, unknown> =>
  statedMembers({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.seo.metaDescription ?? article.lead,
    datePublished: article.firstPublishedAt,
    dateModified: article.publicUpdatedAt,
    inLanguage: locale,
    author: authorsOf(article),
    image: imagesOf(article),
    articleSection: article.topics.map(({ name }) => name),
    keywords: article.tags.map(({ name }) => name),
    citation: citationNames(article),
    correction: article.corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: at, text })),
    creativeWorkStatus: article.withdrawal === null ? null : 'Withdrawn',
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
  });

/** The printed byline names somebody only where no author is known. */
const authorsOf = ({ authors, byline }: Pick<PublicArticle, 'authors' | 'byline'>): Record<string, unknown>[] =>
  authors.length === 0 && byline !== null
    ? [{ '@type': 'Person', name: byline }]
    : authors.map(({ name, position, unit }) =>
        statedMembers({
          '@type': 'Person',
          name,
          jobTitle: position,
          worksFor: unit === null ? null : { '@type': 'Organization', name: unit },
        }),
      );

const imagesOf = ({ cover, body }: Pick<PublicArticle, 'cover' | 'body'>): string[] => {
  const figures = [...(cover === null ? [] : [cover]), ...body.flatMap(figuresOf)];
  return [...new Set(figures.flatMap(({ image }) => (image === null ? [] : [image.url])))];
};

const figuresOf = (section: PublicSection): PublicFigure[] => {
  if (section.__component === 'gazette.figure') return [section];
  return section.__component === 'gazette.gallery' ? section.figures : [];
};

/** What the text cites in its own words, then what the editor picked beside it. */
const citationNames = ({ citations, documents }: Pick<PublicArticle, 'citations' | 'documents'>): string[] => {
  const cited = new Set(citations.map(({ symbol }) => symbol));
  return [
    ...citations.map(({ text }) => text),
    ...documents.flatMap(({ symbol }) => (symbol === null || cited.has(symbol) ? [] : [symbol])),
  ];
};
