import { createHash } from 'node:crypto';
import type { BylineAuthor } from './byline-author';
import type { NukeVietPage } from './nukeviet-page';

/** A paragraph of Strapi's blocks field. */
export interface ParagraphBlock {
  type: 'paragraph';
  children: { type: 'text'; text: string }[];
}

/** What a page gives an article; attribute names are the content model's, except `author` and `imported`. */
export interface ArticleDraft {
  title: string;
  lead: string;
  /** ISO instant in UTC. */
  releasedAt: string;
  /** Component gazette.figure whose image is still to be supplied. */
  cover: { caption: string } | null;
  body: { __component: 'gazette.text'; body: ParagraphBlock[] }[];
  byline: string | null;
  /** To be found or made among the authors, then linked in `authorships`. */
  author: BylineAuthor | null;
  source: { name: string } | null;
  tags: string[];
  imported: ImportRecord;
}

/**
 * Where an article came from. `key` finds it again at a second run. `contentHash` tells whether its text changed on the
 * old portal: SHA-256 (hex) of everything parsed but the rating, which changes with each vote and is compared by itself.
 */
export interface ImportRecord {
  from: 'nukeviet';
  key: string;
  ratingSum: number;
  ratingCount: number;
  contentHash: string;
}

/** The article a page becomes. Pure: the same page always gives the same draft. */
export function pageToArticle(page: NukeVietPage): ArticleDraft {
  const blocks = page.paragraphs.map((text): ParagraphBlock => ({
    type: 'paragraph',
    children: [{ type: 'text', text }],
  }));
  return {
    title: page.title,
    lead: page.lead,
    releasedAt: page.publishedAt,
    cover: page.figureCaption === null ? null : { caption: page.figureCaption },
    body: [{ __component: 'gazette.text', body: blocks }],
    byline: page.byline,
    author: page.author,
    source: page.source === null ? null : { name: page.source },
    tags: [...page.tags],
    imported: {
      from: 'nukeviet',
      key: page.key,
      ratingSum: page.ratingSum,
      ratingCount: page.ratingCount,
      contentHash: hashContent(page),
    },
  };
}

function hashContent(page: NukeVietPage): string {
  const { title, publishedAt, lead, figureCaption, paragraphs, byline, source, tags } = page;
  const content = JSON.stringify([title, publishedAt, lead, figureCaption, paragraphs, byline, source, tags]);
  return createHash('sha256').update(content).digest('hex');
}
