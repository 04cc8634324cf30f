import { accentedForm, foldedForm } from './fold';
import type { SearchTerms } from './parse-query';
import type { Token } from './tokens';

/** What is marked in texts: words in a row, in both forms. */
export interface Mark {
  words: Token[];
  /** The last of them may go on. */
  isBegun: boolean;
}

/** A stretch of a text, and which of the marks it is. */
interface Stretch {
  start: number;
  end: number;
  mark: number;
}

/** So many places of one mark are looked at; a snippet needs no more. */
const MAX_PLACES = 50;
/** Between the words of a compound may stand a hyphen with its spaces. */
const MAX_GAP = 3;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
/** By code unit: 0 not asked yet, 1 no, 2 yes. Every place of every mark asks twice. */
const kinds = new Uint8Array(0x1_0000);

const isInWord = (text: string, index: number): boolean => {
  if (index < 0 || index >= text.length) return false;
  const code = text.charCodeAt(index);
  if (kinds[code] === 0) kinds[code] = WORD_CHARACTER.test(text.charAt(index)) ? 2 : 1;
  return kinds[code] === 2;
};

/** What to mark for a search. */
export const marksOf = ({ terms, unfinished, whole }: SearchTerms): Mark[] => {
  const parts = (key: Token): Token[] => {
    const folded = key.folded.split('-');
    return key.accented.split('-').map((accented, index) => ({ accented, folded: folded[index] ?? accented }));
  };
  const marks = [
    ...whole.map((key) => ({ words: parts(key), isBegun: false })),
    ...terms.flatMap(({ words, keys }) => [
      ...words.map((word) => ({ words: parts(word), isBegun: word === unfinished })),
      ...keys.map((key) => ({ words: parts(key), isBegun: false })),
    ]),
  ];
  return [...new Map(marks.map((mark) => [mark.words.map(({ accented }) => accented).join('-'), mark])).values()];
};

/** The end of words in a row that begin at a place; -1 where they do not stand there. */
const endOf = (text: string, words: readonly string[], start: number, isBegun: boolean): number => {
  let at = start;
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      const gapEnd = at + MAX_GAP;
      while (at < gapEnd && at < text.length && !isInWord(text, at)) at += 1;
    }
    if (!text.startsWith(word, at)) return -1;
    at += word.length;
    if (isInWord(text, at)) {
      if (!isBegun || index < words.length - 1) return -1;
      while (isInWord(text, at)) at += 1;
    }
  }
  return at;
};

const placesOf = (text: string, words: readonly string[], isBegun: boolean, mark: number): Stretch[] => {
  const [first] = words;
  const places: Stretch[] = [];
  if (first === undefined || first === '') return places;
  for (
    let start = text.indexOf(first);
    start >= 0 && places.length < MAX_PLACES;
    start = text.indexOf(first, start + 1)
  ) {
    if (isInWord(text, start - 1)) continue;
    const end = endOf(text, words, start, isBegun);
    if (end > 0) places.push({ start, end, mark });
  }
  return places;
};

const once = (make: () => string): (() => string) => {
  let made: string | null = null;
  return () => (made ??= make());
};

/** Where the marks stand: as they were typed, or else with other accents. Finished words before begun ones. */
const stretchesOf = (text: string, marks: readonly Mark[]): Stretch[] => {
  // The whole text of each hit is folded for them: a form is made when it is looked through.
  const accented = once(() => accentedForm(text));
  const folded = once(() => foldedForm(text));
  const found = marks.flatMap(({ words, isBegun }, mark) => {
    const asTyped = words.map((word) => word.accented);
    const bare = words.map((word) => word.folded);
    const ways: [() => string, string[], boolean][] = [
      [accented, asTyped, false],
      [folded, bare, false],
      ...(isBegun
        ? ([
            [accented, asTyped, true],
            [folded, bare, true],
          ] as [() => string, string[], boolean][])
        : []),
    ];
    for (const [form, way, begun] of ways) {
      const places = placesOf(form(), way, begun, mark);
      if (places.length > 0) return places;
    }
    return [];
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  // Where two overlap, the longer one of those that begin first stays.
  const kept: Stretch[] = [];
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** The part of a text between two places as HTML, with its stretches marked. */
const markup = (text: string, stretches: readonly Stretch[], from: number, to: number): string => {
  let html = '';
  let at = from;
  for (const { start, end } of stretches) {
    if (start < from || end > to) continue;
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at, to));
};

/** A whole text as HTML that is safe to insert, with `<mark>` around what was looked for. @param text in NFC */
export const highlight = (text: string, marks: readonly Mark[]): string =>
  markup(text, stretchesOf(text, marks), 0, text.length);

const SNIPPET = 200;
/** So much of it stands before what is marked. */
const BEFORE = 60;

/** The start of the window that holds most different marks; the first of several. */
const bestStart = (stretches: readonly Stretch[]): number => {
  let best = 0;
  let most = 0;
  for (const [index, { start }] of stretches.entries()) {
    const marks = new Set<number>();
    for (let next = index; next < stretches.length; next += 1) {
      const other = stretches[next];
      if (!other || other.end > start + SNIPPET - BEFORE) break;
      marks.add(other.mark);
    }
    if (marks.size > most) {
      most = marks.size;
      best = start;
    }
  }
  return most === 0 ? 0 : Math.max(0, best - BEFORE);
};

/** The next place at or after one where a word begins, within reach. */
const wordStart = (text: string, at: number): number => {
  if (at === 0) return 0;
  for (let index = at; index < Math.min(at + 20, text.length); index += 1)
    if (!isInWord(text, index - 1) && isInWord(text, index)) return index;
  return isLowSurrogate(text, at) ? at + 1 : at;
};

const wordEnd = (text: string, at: number): number => {
  if (at >= text.length) return text.length;
  for (let index = at; index > at - 20; index -= 1)
    if (isInWord(text, index - 1) && !isInWord(text, index)) return index;
  return isLowSurrogate(text, at) ? at + 1 : at;
};

const isLowSurrogate = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));

/** Some 200 characters around what was looked for, as HTML that is safe to insert; the beginning where nothing of it is there. @param text in NFC */
export const snippet = (text: string, marks: readonly Mark[]): string => {
  const stretches = stretchesOf(text, marks);
  const from = wordStart(text, bestStart(stretches));
  const to = wordEnd(text, from + SNIPPET);
  return `${from > 0 ? '…' : ''}${markup(text, stretches, from, to)}${to < text.length ? '…' : ''}`;
};
