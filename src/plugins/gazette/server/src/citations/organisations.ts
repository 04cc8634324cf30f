import type { Word } from './nouns';
import { asciiWords, spelledWords, type Vocabulary } from './organisation-words';
import { isPersonAt } from './persons';

const MOST_WORDS = 16;
/** Enough for most names; longer ones are read again with all their words. */
const FEW_WORDS = 6;
/** How far ahead of its place a step looks. */
const LOOKAHEAD = 4;

const wordPattern = /[\p{L}\d]+/uy;
const gapPattern =
  / - (?=Thương binh|Kế hoạch|Hạ tầng|Thông tin|Xã hội|Khen thưởng|UBND)|, (?=Thể thao|Khoa học|Hạ tầng|chống|tiêu cực)|[ \n]{1,4}|\.[ ]?(?=\p{Lu})|[&-](?=\p{Lu}{2})/uy;
const capital = /^\p{Lu}/u;
const titleCase = /^\p{Lu}\p{Ll}*$/u;
const allCapitals = /^[\p{Lu}\d]{2,}$/u;

/** The words of a name that begins at the first of them, as typed and as compared. */
type Name = { words: readonly Word[]; plains: readonly string[]; vocabulary: Vocabulary; ofPerson: boolean };

const otherTones = /(?:o[àáảãạ]|u[ỳýỷỹỵ])$/u;
const sameTones = new Map(
  ['oà òa', 'oá óa', 'oả ỏa', 'oã õa', 'oạ ọa', 'uỳ ùy', 'uý úy', 'uỷ ủy', 'uỹ ũy', 'uỵ ụy'].map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to];
  }),
);
const ascii = /^[A-Za-z\d]+$/;

/** Lower case with one spelling for the places of tone marks: uỷ as ủy, hoá as hóa. */
function plain(word: string): string {
  const small = word.toLowerCase();
  return otherTones.test(small) ? small.slice(0, -2) + (sameTones.get(small.slice(-2)) ?? '') : small;
}

/** The words from `at` on, as far as a name may reach: spaces, "TP. Cần Thơ", "GD&ĐT" and some commas part them. */
function wordsFrom(text: string, at: number, most: number): Word[] {
  const words: Word[] = [];
  let start = at;
  while (words.length < most) {
    wordPattern.lastIndex = start;
    const word = wordPattern.exec(text)?.[0];
    if (word === undefined) break;
    const end = start + word.length;
    // The number of a symbol, and not of a quarter.
    if (/^\d/.test(word) && /[/-]/.test(text[end] ?? '')) break;
    words.push({ text: word, start, end });
    gapPattern.lastIndex = end;
    const gap = gapPattern.exec(text)?.[0];
    if (gap === undefined || gap.split('\n').length > 2) break;
    if (gap === ', ' && /^chống/.test(text.slice(end + 2, end + 7)) && !/^phòng$/i.test(word)) break;
    if (gap.startsWith('.') && !/^(?:TP|TX|T)$/i.test(word)) break;
    if (/^[&-]$/.test(gap) && !allCapitals.test(word)) break;
    start = end + gap.length;
  }
  return words;
}

function startsWith(words: readonly string[], from: number, run: readonly string[]): boolean {
  return run.every((word, index) => words[from + index] === word);
}

/** Whether `run` ends right before `index`, with a capital. */
function endsWith({ words, plains }: Name, index: number, run: readonly string[]): boolean {
  const from = index - run.length;
  return from >= 0 && startsWith(plains, from, run) && capital.test(words[from].text);
}

const issuingVerbs = ['ban hành', 'thông qua', 'ban hanh', 'thong qua'].map((verb) => verb.split(' '));

/** "ban hành" is what a body does, though "Ban" begins the names of many; so is "thông qua". */
function isIssuing(plains: readonly string[], index: number): boolean {
  return issuingVerbs.some((verb) => startsWith(plains, index, verb));
}

type Head = { length: number; complete: boolean; ofPerson: boolean };

/** How the name begins; undefined when no body is named. */
function readHead(words: readonly Word[], plains: readonly string[], vocabulary: Vocabulary): Head | undefined {
  const find = (heads: readonly string[][]): string[] | undefined =>
    heads.find((head) => startsWith(plains, 0, head) && plains.length >= head.length);
  const whole = find(vocabulary.plainHeads);
  if (whole !== undefined)
    return { length: whole.length, complete: true, ofPerson: whole[1] === 'tướng' || whole[1] === 'tuong' };
  if (!capital.test(words[0].text) || isIssuing(plains, 0)) return undefined;
  const title = find(vocabulary.titleHeads);
  if (title !== undefined) return { length: title.length, complete: false, ofPerson: true };
  const seat = find(vocabulary.seatHeads);
  if (seat !== undefined) return { length: seat.length, complete: true, ofPerson: false };
  const task = find(vocabulary.taskHeads);
  return task && { length: task.length, complete: false, ofPerson: false };
}

/** How many words the name takes at `index`, given what stands before; 0 ends the name. */
function stepLength(name: Name, index: number): number {
  const { words, plains, vocabulary, ofPerson } = name;
  const word = words[index].text;
  if (isAnd(plains[index])) return afterAndLength(name, index);
  if (isIssuing(plains, index)) return 0;
  if (capital.test(word)) {
    if (vocabulary.stops.has(plains[index])) return 0;
    if (vocabulary.shoutedStops.has(plains[index]) && !titleCase.test(word)) return 0;
    return ofPerson && isPersonAt(words, index) ? 0 : 1;
  }
  if (/^\d{1,3}$/.test(word)) return vocabulary.numbered.has(plains[index - 1]) ? 1 : 0;
  const previous = words[index - 1].text;
  if (/^x[ãa]$/.test(plains[index]) && /^h[ộo]i$/.test(plains[index + 1] ?? '')) {
    return /^(?:hi[ểe]m|s[áa]ch)$/.test(plains[index - 1]) ? 2 : 0;
  }
  const prevention = preventionLength(name, index);
  if (prevention > 0) return prevention;
  const run = vocabulary.smallRuns.find((candidate) => startsWith(plains, index, candidate));
  if (run !== undefined) return run.length;
  if (!titleCase.test(previous)) return 0;
  return vocabulary.terms.has(`${plains[index - 1]} ${plains[index]}`) || isTask(name, index) ? 1 : 0;
}

const isAnd = (word: string) => word === 'và' || word === 'va';

const MOST_TASK_WORDS = 10;

/** "phòng, chống tham nhũng, tiêu cực" in small letters: to the seat that follows, else the two syllables fought. */
function preventionLength({ plains, vocabulary }: Name, index: number): number {
  if (plains[index] === 'phòng' && plains[index + 1] === 'chống') return 1;
  if (plains[index] !== 'chống' || plains[index - 1] !== 'phòng') return 0;
  for (let end = index + 2; end < Math.min(index + MOST_TASK_WORDS, plains.length); end += 1) {
    if (isIssuing(plains, end)) break;
    if (vocabulary.smallRuns.some((run) => startsWith(plains, end, run))) return end - index;
  }
  return index + 2 < plains.length ? 3 : 0;
}

/** "và" inside a name: "Thông tin và Truyền thông", "Văn phòng HĐND và UBND". */
function afterAndLength({ words, plains, vocabulary }: Name, index: number): number {
  const next = words[index + 1];
  if (next === undefined || !capital.test(next.text)) return 0;
  const offices = /^v[ăa]n$/.test(plains[0]) && /^h[đd]nd$/.test(plains[index - 1]) && plains[index + 1] === 'ubnd';
  return offices || vocabulary.afterAnd.some((term) => startsWith(plains, index + 1, term)) ? 2 : 0;
}

/** The second syllable of whatever a body is for, right after its head: "Hội Liên hiệp", "Ban Pháp chế". */
function isTask(name: Name, index: number): boolean {
  const { plains, vocabulary } = name;
  const word = plains[index];
  const isWord = vocabulary.stops.has(word) || vocabulary.shoutedStops.has(word) || plains[index - 1] === 'thuế';
  return !isWord && vocabulary.taskHeads.some((head) => endsWith(name, index - 1, head));
}

/** A quick look at the first word: whether the name of a body may begin at `at`. */
export function mayBeginBody(text: string, at: number): boolean {
  wordPattern.lastIndex = at;
  const first = plain(wordPattern.exec(text)?.[0] ?? '');
  return spelledWords.firstWords.has(first) || asciiWords.firstWords.has(first);
}

/**
 * Reads the name of an issuing body at `at` of a cleaned text ("Ban Thường vụ Tỉnh ủy", "UBND huyện Cai Lậy") and gives
 * the offset after it; undefined when no body is named there.
 */
export function readOrganisation(text: string, at: number): number | undefined {
  return mayBeginBody(text, at) ? readName(text, at, FEW_WORDS) : undefined;
}

function readName(text: string, at: number, most: number): number | undefined {
  const words = wordsFrom(text, at, most);
  const plains = words.map((word) => plain(word.text));
  const vocabulary = words.every((word) => ascii.test(word.text)) ? asciiWords : spelledWords;
  const head = readHead(words, plains, vocabulary);
  if (head === undefined) return undefined;
  const name = { words, plains, vocabulary, ofPerson: head.ofPerson };
  let index = head.length;
  while (index < words.length) {
    const step = stepLength(name, index);
    if (step === 0) break;
    index += step;
  }
  if (most < MOST_WORDS && words.length === most && index + LOOKAHEAD > most) return readName(text, at, MOST_WORDS);
  if (index === head.length && !head.complete) return undefined;
  return words[Math.min(index, words.length) - 1].end;
}

/** The name at `text[start, end)` as one line, as the text spells it. */
export function nameOf(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}
