import type { FeedItem, ItemFrame } from '@gazette/delivery/strapi-server';
import { dayInVietnam } from '../days';
import { isVietnamese, type PublicArticle } from '../presenters';
import { figureHtml, paragraphs } from '../sections/figure-html';
import { escapeHtml } from '../sections/html-tags';

type ArticleItem = ItemFrame & PublicArticle;

interface Words {
  withdrawn: string;
  corrected: string;
}

const VIETNAMESE: Words = { withdrawn: 'Bài viết đã được thu hồi', corrected: 'Đính chính' };
const ENGLISH: Words = { withdrawn: 'This article has been withdrawn', corrected: 'Correction' };

/** An article as a feed shows it: complete, with the notices that its page carries. All addresses are absolute. */
export const articleFeedItem = (item: ArticleItem): FeedItem => {
  const words = isVietnamese(item.locale) ? VIETNAMESE : ENGLISH;
  const notices = noticesOf(item, words);
  return {
    title: item.title,
    contentHtml: [
      ...notices.withdrawal.map((text) => `<aside>${paragraphs(text)}</aside>`),
      item.cover === null ? '' : figureHtml(item.cover),
      item.lead === null ? '' : paragraphs(item.lead),
      item.bodyHtml,
      ...notices.corrections.map((text) => `<aside>${paragraphs(text)}</aside>`),
      documentList(item),
    ]
      .filter((part) => part !== '')
      .join('\n'),
    contentText: [...notices.withdrawal, item.lead ?? '', item.bodyText, ...notices.corrections]
      .filter((part) => part !== '')
      .join('\n\n'),
    summary: item.lead,
    image: item.cover?.image?.url ?? null,
    datePublished: item.firstPublishedAt,
    dateModified: item.publicUpdatedAt,
    authors: item.byline === null ? item.authors.map(({ name }) => ({ name })) : [{ name: item.byline }],
    tags: [...new Set([...item.topics, ...item.tags].map(({ name }) => name))],
    attachments: mediaOf(item),
    extension: {
      citations: item.citations.map(({ symbol, text }) => ({ symbol, text })),
      documents: item.documents.map(({ symbol, title, url }) => ({ symbol, title, url })),
      corrections: item.corrections,
      withdrawal: item.withdrawal,
    },
  };
};

/** `Đính chính (2024-03-05): ...`; a day where one is known. */
function noticesOf({ withdrawal, corrections }: ArticleItem, words: Words) {
  const notice = (word: string, at: string | null, text: string | null): string => {
    const day = at === null ? null : dayInVietnam(at);
    return `${word}${day === null ? '' : ` (${day})`}${text === null ? '.' : `: ${text}`}`;
  };
  return {
    withdrawal: withdrawal === null ? [] : [notice(words.withdrawn, withdrawal.at, withdrawal.reason)],
    corrections: corrections.map(({ at, text }) => notice(words.corrected, at, text)),
  };
}

const documentList = ({ documents }: ArticleItem): string => {
  const links = documents.map(({ url, symbol, title }) => {
    const name = [symbol, title].filter((part) => part !== null).join(' – ');
    return `<li><a href="${escapeHtml(url)}">${escapeHtml(name === '' ? url : name)}</a></li>`;
  });
  return links.length === 0 ? '' : `<ul>${links.join('')}</ul>`;
};

/** Video and sound that this site itself keeps; what stands elsewhere is only linked in the text. */
const mediaOf = ({ body }: ArticleItem): FeedItem['attachments'] =>
  body.flatMap((section) => {
    if (section.__component !== 'gazette.media' || section.url === null || section.mime === null) return [];
    return [
      { url: section.url, mimeType: section.mime, ...(section.caption === null ? {} : { title: section.caption }) },
    ];
  });
