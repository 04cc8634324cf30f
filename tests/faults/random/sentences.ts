import type { Chance } from './chance';

const WORDS = ['Đường', 'cầu', 'ruộng', 'chợ', 'trạm', 'Ấp', 'kênh', 'lúa', 'Ủy ban', 'trường', 'ổn định', 'an toàn'];

export const words = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.pick(WORDS)).join(' ');

/** Bodies whose names tell them apart for certain: of another kind, tier or place. No place is a part of another one. */
const BODIES = ['Ủy ban nhân dân', 'Hội đồng nhân dân'] as const;
const TIERS = ['huyện', 'tỉnh'] as const;
const PLACES = ['Tân Phước', 'Cái Bè'] as const;
const BODY_NAME = new RegExp(`^(${BODIES.join('|')}) (${TIERS.join('|')}) (${PLACES.join('|')})$`, 'u');

export const bodyName = (chance: Chance): string =>
  `${chance.pick(BODIES)} ${chance.pick(TIERS)} ${chance.pick(PLACES)}`;

/** Whether a stated body is one of these: 'other' only where every name is that of another body. */
export const isIssuer = (stated: string, names: readonly string[]): 'same' | 'unknown' | 'other' => {
  if (names.includes(stated)) return 'same';
  return names.length > 0 && names.every((name) => BODY_NAME.test(name)) ? 'other' : 'unknown';
};

/** Type codes of symbols, with the noun that texts put before them. */
const NOUNS = { KH: 'Kế hoạch', QĐ: 'Quyết định', CT: 'Chỉ thị', TB: 'Thông báo', NQ: 'Nghị quyết' } as const;
export type TypeCode = keyof typeof NOUNS;

const NUMBERS = 4;
const YEARS = [2024];

/** A decision or a resolution may have a year in its symbol, which makes it normative. */
export const symbolOf = (chance: Chance, code: TypeCode): string => {
  const year = (code === 'QĐ' || code === 'NQ') && chance.once(2) ? `${chance.pick(YEARS)}/` : '';
  return `${1 + chance.below(NUMBERS)}/${year}${code}-${code === 'NQ' ? 'HĐND' : 'UBND'}`;
};

export const anySymbol = (chance: Chance): string => symbolOf(chance, chance.pick(Object.keys(NOUNS) as TypeCode[]));

/** What makes two spellings one symbol here. */
export const keyOf = (symbol: string): string => symbol.replace(/^0+/, '');

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const dayIn = (month: number, date: number): string => `2024-${twoDigits(month)}-${twoDigits(date)}`;

/** A day on which something of the register happens: few, and some next to each other; at times one around now. */
export const anyDay = (chance: Chance): string =>
  chance.once(8)
    ? new Date(Date.now() + (chance.below(5) - 2) * 86_400_000).toISOString().slice(0, 10)
    : dayIn(3 + chance.below(3), chance.pick([9, 10, 11, 20]));

const writtenDay = (chance: Chance, day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return chance.once(2) ? `${date}/${month}/${year}` : `${twoDigits(date ?? 1)} tháng ${month} năm ${year}`;
};

/** A sentence that cites a document, which the register may have or not, with or without a day and an issuer. */
export const citingSentence = (chance: Chance): string => {
  const code = chance.pick(Object.keys(NOUNS) as TypeCode[]);
  const symbol = `${chance.once(6) ? '0' : ''}${symbolOf(chance, code)}`;
  const day = chance.once(3) ? ` ngày ${writtenDay(chance, anyDay(chance))}` : '';
  const issuer = chance.once(3) ? ` của ${bodyName(chance)}` : '';
  return `Triển khai ${NOUNS[code]}${chance.once(2) ? ' số' : ''} ${symbol}${day}${issuer}.`;
};

/** One citation, as the sentence that holds it says. */
export interface Cited {
  symbol: string;
  text: string;
  date: string | null;
  issuerName: string | null;
}

const SENTENCE =
  /^Triển khai ((?:Kế hoạch|Quyết định|Chỉ thị|Thông báo|Nghị quyết)(?: số)? ([^ ]+?))(?: ngày (\d+)(?:\/| tháng )(\d+)(?:\/| năm )(\d+))?(?: của ([^.]+))?$/u;

/** The citations in a text that is made of such sentences and of others, in their order. */
export const readCited = (text: string): Cited[] =>
  text.split(/\.\s*|\n/u).flatMap((sentence): Cited[] => {
    const [, words, symbol, date, month, year, issuerName] = SENTENCE.exec(sentence) ?? [];
    if (words === undefined || symbol === undefined) return [];
    return [
      {
        symbol,
        text: words,
        date: date === undefined ? null : `${year}-${twoDigits(Number(month))}-${twoDigits(Number(date))}`,
        issuerName: issuerName ?? null,
      },
    ];
  });
