import { dayInVietnam } from '../days';
import { isVietnamese, type PublicArticle } from '../presenters';
import { paragraphs } from '../sections/figure-html';

/** What a text and its page say of its own life. */
type Told = Pick<PublicArticle, 'withdrawal' | 'corrections' | 'changeHistory'>;

interface Words {
  withdrawn: Record<'article' | 'document', string>;
  corrected: string;
  updated: string;
}

const VIETNAMESE: Words = {
  withdrawn: { article: 'Bài viết đã được thu hồi', document: 'Văn bản đã được gỡ khỏi trang' },
  corrected: 'Đính chính',
  updated: 'Cập nhật',
};
const ENGLISH: Words = {
  withdrawn: {
    article: 'This article has been withdrawn',
    document: 'This document has been withdrawn from this site',
  },
  corrected: 'Correction',
  updated: 'Update',
};

/** `Đính chính (2024-03-05): ...`; a day where one is known. */
const notice = (word: string, at: string | null, text: string | null): string => {
  const day = at === null ? null : dayInVietnam(at);
  return `${word}${day === null ? '' : ` (${day})`}${text === null ? '.' : `: ${text}`}`;
};

/**
 * When the text last changed in a way that whoever has read it must hear of: a major update, a correction, a withdrawal.
 * Feed readers show an item anew only when this moves.
 */
export const toldAt = ({
  publicUpdatedAt,
  withdrawal,
  corrections,
}: Pick<PublicArticle, 'publicUpdatedAt' | 'withdrawal' | 'corrections'>): string | null =>
  [publicUpdatedAt, withdrawal?.at, ...corrections.map(({ at }) => at)]
    .filter((at) => typeof at === 'string')
    .sort()
    .at(-1) ?? null;

/** The notices of a feed's item, as plain text: what stands before its text, and what behind it. */
export const feedNotices = (
  { withdrawal, corrections, changeHistory }: Told,
  locale: string,
  kind: 'article' | 'document',
): { before: string[]; behind: string[] } => {
  const words = isVietnamese(locale) ? VIETNAMESE : ENGLISH;
  return {
    before: withdrawal === null ? [] : [notice(words.withdrawn[kind], withdrawal.at, withdrawal.reason)],
    behind: [
      ...corrections.map(({ at, text }) => notice(words.corrected, at, text)),
      ...changeHistory.map(({ at, note }) => notice(words.updated, at, note)),
    ],
  };
};

/** Notices apart from the text that they stand beside. */
export const noticeHtml = (notices: readonly string[]): string[] =>
  notices.map((text) => `<aside>${paragraphs(text)}</aside>`);
