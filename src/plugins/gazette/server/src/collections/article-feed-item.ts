import type { FeedItem, ItemFrame } from '@gazette/delivery/strapi-server';
import type { PublicArticle } from '../presenters';
import { figureHtml, paragraphs } from '../sections/figure-html';
import { escapeHtml } from '../sections/html-tags';
import { feedNotices, noticeHtml, toldAt } from './feed-notices';

type ArticleItem = ItemFrame & PublicArticle;

/** An article as a feed shows it: complete, with the notices that its page carries. All addresses are absolute. */
export const articleFeedItem = (item: ArticleItem): FeedItem => {
  const { before, behind } = feedNotices(item, item.locale, 'article');
  return {
    title: item.title,
    contentHtml: [
      ...noticeHtml(before),
      item.cover === null ? '' : figureHtml(item.cover),
      item.lead === null ? '' : paragraphs(item.lead),
      item.bodyHtml,
      ...noticeHtml(behind),
      documentList(item),
    ]
      .filter((part) => part !== '')
      .join('\n'),
    contentText: [...before, item.lead ?? '', item.bodyText, ...behind].filter((part) => part !== '').join('\n\n'),
    summary: item.lead,
    image: item.cover?.image?.url ?? null,
    datePublished: item.firstPublishedAt,
    dateModified: toldAt(item),
    authors: item.byline === null ? item.authors.map(({ name }) => ({ name })) : [{ name: item.byline }],
    tags: [...new Set([...item.topics, ...item.tags].map(({ name }) => name))],
    attachments: mediaOf(item),
    extension: {
      citations: item.citations.map(({ symbol, text }) => ({ symbol, text })),
      documents: item.documents.map(({ symbol, title, url }) => ({ symbol, title, url })),
      corrections: item.corrections,
      updates: item.changeHistory,
      withdrawal: item.withdrawal,
    },
  };
};

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
