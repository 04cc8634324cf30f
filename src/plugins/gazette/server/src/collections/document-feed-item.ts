import type { FeedItem, ItemFrame } from '@gazette/delivery/strapi-server';
import type { PublicDocument } from '../presenters';
import { paragraphs } from '../sections/figure-html';
import { escapeHtml } from '../sections/html-tags';
import { feedNotices, noticeHtml, toldAt } from './feed-notices';

/** `status` is what the register says of the day of reading; delivery adds it. */
type DocumentItem = ItemFrame & PublicDocument & { status?: unknown };

/** What a file is where nobody knows. */
const UNKNOWN_FILE = 'application/octet-stream';

/** `Quyết định 12/2024/QĐ-UBND – Uỷ ban nhân dân huyện – 2024-03-05`, as far as it is known. */
const headline = ({ kind, symbol, issuer, issuedOn }: DocumentItem): string => {
  const name = [kind?.label ?? '', symbol].filter((part) => part !== '').join(' ');
  return [name, issuer?.name ?? '', issuedOn ?? ''].filter((part) => part !== '').join(' – ');
};

const fileList = ({ attachments }: DocumentItem): string => {
  const links = attachments.map(
    ({ url, title }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title ?? url)}</a></li>`,
  );
  return links.length === 0 ? '' : `<ul>${links.join('')}</ul>`;
};

/** An official document as a feed shows it: complete, with its files and the notices of its page. All addresses are absolute. */
export const documentFeedItem = (item: DocumentItem): FeedItem => {
  const { before, behind } = feedNotices(item, item.locale, 'document');
  const present = (part: string) => part !== '';
  return {
    title: item.title || item.symbol,
    ...(item.symbol === '' ? {} : { identifier: item.symbol }),
    contentHtml: [
      ...noticeHtml(before),
      paragraphs(headline(item)),
      item.summary === null ? '' : paragraphs(item.summary),
      item.bodyHtml,
      ...noticeHtml(behind),
      fileList(item),
    ]
      .filter(present)
      .join('\n'),
    contentText: [...before, headline(item), item.summary ?? '', item.bodyText, ...behind].filter(present).join('\n\n'),
    summary: item.summary,
    image: null,
    datePublished: item.firstPublishedAt,
    dateModified: toldAt(item),
    authors: [item.issuer, ...item.coIssuers].flatMap((issuer) => (issuer === null ? [] : [{ name: issuer.name }])),
    tags: [...new Set([...(item.kind === null ? [] : [item.kind.label]), ...item.topics.map(({ name }) => name)])],
    attachments: item.attachments.map(({ url, mime, title, size }) => ({
      url,
      mimeType: mime ?? UNKNOWN_FILE,
      ...(title === null ? {} : { title }),
      ...(size === null ? {} : { sizeInBytes: size }),
    })),
    extension: {
      symbol: item.symbol === '' ? null : item.symbol,
      kind: item.kind,
      issuer: item.issuer,
      issuedOn: item.issuedOn,
      effectiveFrom: item.effectiveFrom,
      effectiveTo: item.effectiveTo,
      status: item.status ?? null,
      citations: item.citations.map(({ symbol, text }) => ({ symbol, text })),
      corrections: item.corrections,
      updates: item.changeHistory,
      withdrawal: item.withdrawal,
    },
  };
};
