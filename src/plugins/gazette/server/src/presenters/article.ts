import type { PresentContext } from '@gazette/delivery/strapi-server';
import type { z } from 'zod';
import type { FoundCitation } from '../citations';
import { presentFigure, readingMinutes, sectionsToHtml, type PublicFigure } from '../sections';
import { bodyOf, citedIn } from './body';
import { dismissedKeys, keyOf, presentCitations } from './citations';
import { articleJsonLd } from './article-json-ld';
import {
  presentAuthor,
  presentChangeHistory,
  presentCorrections,
  presentDossier,
  presentNamed,
  presentSeo,
  presentSource,
  presentWithdrawal,
  type AuthorReference,
} from './references';
import { relatedDocument, type RelatedDocument } from './relations';
import type { ArticleRow } from './rows';
import type { articleSchema } from './schemas';
import { instantOrNull, textOrNull } from './values';

/** The public JSON of an article without its frame; instants are ISO 8601 in UTC. */
export type PublicArticle = z.infer<typeof articleSchema>;

/**
 * One locale of an article. Localized attributes come from `entry`, all others and every relation from
 * `context.shared`. Pure: the same rows give the same answer.
 */
export function presentArticle(entry: ArticleRow, context: PresentContext<ArticleRow>): PublicArticle {
  const { shared, locale } = context;
  const { body, bodyText } = bodyOf(entry, context);
  const documents = pickedDocuments(context);
  const cover = presentCover(entry.cover, context);
  const title = textOrNull(entry.title) ?? '';
  const lead = textOrNull(entry.lead);
  const firstPublishedAt = instantOrNull(shared.releasedAt);

  const article: Omit<PublicArticle, 'jsonLd'> = {
    title,
    kicker: textOrNull(entry.kicker),
    lead,
    cover,
    body,
    bodyHtml: sectionsToHtml(body, locale),
    bodyText,
    readingMinutes: readingMinutes([lead ?? '', bodyText].join('\n')),
    authors: presentAuthorships(shared.authorships, locale),
    byline: textOrNull(entry.byline),
    source: presentSource(shared.source),
    topics: (shared.topics ?? []).map((topic) => presentNamed(topic, locale)),
    tags: (shared.tags ?? []).map((tag) => presentNamed(tag, locale)),
    dossiers: (shared.dossiers ?? []).map((dossier) => presentDossier(dossier, locale)),
    documents,
    citations: presentCitations(
      articleCitations(entry, context),
      {
        left: dismissedKeys(shared.dismissedCitations),
        picked: new Set(documents.map(({ documentId }) => documentId)),
      },
      context,
    ),
    changeHistory: presentChangeHistory(entry.changeHistory),
    corrections: presentCorrections(entry.corrections),
    withdrawal: presentWithdrawal(entry.withdrawal),
    firstPublishedAt,
    publicUpdatedAt: instantOrNull(shared.publicUpdatedAt) ?? firstPublishedAt,
    allowRating: shared.allowRating !== false,
    featured: shared.featured === true,
    pinnedUntil: instantOrNull(shared.pinnedUntil),
    seo: presentSeo(entry.seo),
  };
  return { ...article, jsonLd: articleJsonLd(article, context) };
}

function presentCover(cover: ArticleRow['cover'], context: PresentContext): PublicFigure | null {
  const figure = presentFigure(cover, context);
  if (figure === null || (figure.image === null && figure.caption === null && figure.credit === null)) return null;
  return figure;
}

const presentAuthorships = (authorships: ArticleRow['authorships'], locale: string): AuthorReference[] =>
  (authorships ?? []).flatMap(({ author, position }) => (author ? [presentAuthor(author, position, locale)] : []));

const pickedDocuments = (context: PresentContext<ArticleRow>): RelatedDocument[] =>
  context.linked('document').map(relatedDocument);

/** The places where an article cites documents: in its title, lead, captions and body. */
export const articleCitations = (
  entry: ArticleRow,
  context: Pick<PresentContext<ArticleRow>, 'absoluteUrl'>,
): FoundCitation[] =>
  citedIn(entry, [
    textOrNull(entry.title),
    textOrNull(entry.lead),
    textOrNull(entry.cover?.caption),
    bodyOf(entry, context).bodyText,
  ]);

/** The keys of the symbols that an article cites. */
export const articleMentions = (
  entry: ArticleRow,
  context: Pick<PresentContext<ArticleRow>, 'absoluteUrl' | 'shared'>,
): string[] => {
  const left = dismissedKeys(context.shared.dismissedCitations);
  const keys = new Set(articleCitations(entry, context).map(({ symbol }) => keyOf(symbol)));
  return [...keys].filter((key) => !left.has(key));
};
