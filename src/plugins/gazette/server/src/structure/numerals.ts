const ROMAN_DIGITS = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
]);

const ROMAN = /^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The value of a Roman numeral in capitals, up to 399; null for any other text. */
export const romanValue = (text: string): number | null => {
  if (text === '' || !ROMAN.test(text)) return null;
  const digits = [...text].map((digit) => ROMAN_DIGITS.get(digit) ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
};

/** "thứ nhất" … "thứ mười". */
const ORDINALS = new Map(
  ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map((word, index) => [word, index + 1]),
);
ORDINALS.set('nhì', 2);
ORDINALS.set('bốn', 4);
ORDINALS.set('bẩy', 7);

/** The value of an ordinal word, in any case; null for any other text. */
export const ordinalValue = (text: string): number | null => ORDINALS.get(text.toLowerCase()) ?? null;

export const ORDINAL_WORDS: readonly string[] = [...ORDINALS.keys()];

/** Letters in the order in which points are lettered. Texts leave out some of them: mostly f, j, w and z. */
const POINT_LETTERS = [...'abcdđefghijklmnopqrstuvwxyz'];

/** The place of a small letter among those that letter points, from 1; null for any other text. */
export const pointRank = (letter: string): number | null => {
  const index = POINT_LETTERS.indexOf(letter);
  return index === -1 ? null : index + 1;
};

/** A number as it stands in an anchor: "II" → "ii", "12A" → "12a", "1.1" → "1-1", "đ" → "dd", which keeps it apart from d. */
export const anchorNumber = (number: string): string => number.toLowerCase().replaceAll('đ', 'dd').replaceAll('.', '-');
