import type { Word } from './nouns';

/** Family names, as people in office bear them. */
const surnames =
  'Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ(?! Chí)|Ngô|Dương|Lý|Đinh|Đoàn|Trương|Trịnh|Mai|' +
  'Lương|Cao|Tô|Hà|Đào|Tạ|Lâm|Thái|Châu|Vương|Phùng';
const surname = new RegExp(`^(?:${surnames})(?= |$)`, 'u');
const trailing = new RegExp(`[ \\n]{1,4}(?:${surnames})(?:[ \\n]{1,4}\\p{Lu}\\p{Ll}*){2,3}$`, 'u');
const titleCase = /^\p{Lu}\p{Ll}*$/u;

/**
 * Whether a person is named from `index` on: a family name, and three or four words with a capital in all. Places bear
 * such names too (Trần Văn Thời), so ask only where a title (Chủ tịch, Bí thư) stands before.
 */
export function isPersonAt(words: readonly Word[], index: number): boolean {
  const start = words.slice(index, index + 2).map((word) => word.text);
  if (!surname.test(start.join(' '))) return false;
  let end = index;
  while (end < words.length && titleCase.test(words[end].text)) end += 1;
  return end - index === 3 || end - index === 4;
}

/** `clause` without the person's name at its end. */
export function withoutPerson(clause: string): string {
  return clause.replace(trailing, '');
}
