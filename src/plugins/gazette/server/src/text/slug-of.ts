import slugify from 'slugify';

/**
 * The part of an address made from a text: lower-case ASCII letters, digits and single dashes, at most `maxLength`
 * characters, cut between words where there is a place. Signs of every kind part words ("15/2024/QĐ-UBND" gives
 * "15-2024-qd-ubnd"), apostrophes do not. Never empty for a text with a Latin letter or a digit; letters of other
 * scripts are transliterated where slugify knows them, and '' is the answer where nothing is left.
 */
export function slugOf(text: string, maxLength = 120): string {
  const words = text
    .normalize('NFKD')
    .replace(/Ð/gu, 'Đ')
    .replace(/ð/gu, 'đ')
    .replace(/[\p{M}'’ʼ]+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const slug = slugify(words, { locale: 'vi', lower: true, strict: true });
  return cutBetweenWords(slug === '' ? codePoints(words) : slug, maxLength);
}

/** Rare Latin letters that have no plain counterpart still need an address. */
const codePoints = (words: string): string =>
  [...words]
    .filter((character) => /[\p{Script=Latin}\p{Nd}]/u.test(character))
    .map((character) => `u${character.codePointAt(0)?.toString(16) ?? ''}`)
    .join('-');

function cutBetweenWords(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug;
  const dash = slug.lastIndexOf('-', maxLength);
  return slug.slice(0, dash > 0 ? dash : maxLength);
}
