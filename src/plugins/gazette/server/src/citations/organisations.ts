import type { Word } from './nouns';
import {
  afterAnd,
  plainHeads,
  seatHeads,
  numbered,
  shoutedStops,
  smallRuns,
  stops,
  taskHeads,
  terms,
  titleHeads,
} from './organisation-words';
import { isPersonAt } from './persons';

const MOST_WORDS = 16;

const wordPattern = /[\p{L}\d]+/uy;
const gapPattern =
  / - (?=Thương binh|Kế hoạch|Hạ tầng|Thông tin|Xã hội|UBND)|, (?=Thể thao)|[ \n]{1,4}|\.[ ]?(?=\p{Lu})|[&-](?=\p{Lu}{2})/uy;
const capital = /^\p{Lu}/u;
const titleCase = /^\p{Lu}\p{Ll}*$/u;
const allCapitals = /^[\p{Lu}\d]{2,}$/u;

/** The words of a name that begins at the first of them, as typed and as compared. */
type Name = { words: readonly Word[]; plains: readonly string[]; ofPerson: boolean };

/** Lower case with one spelling for the places of tone marks: uỷ as ủy, hoá as hóa. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .replace('uỷ', 'ủy')
    .replace('oà', 'òa')
    .replace('oá', 'óa')
    .replace('uỳ', 'ùy')
    .replace('uý', 'úy');
}

/** The words from `at` on, as far as a name may reach: spaces, "TP. Cần Thơ", "GD&ĐT" and some commas part them. */
function wordsFrom(text: string, at: number): Word[] {
  const words: Word[] = [];
  let start = at;
  while (words.length < MOST_WORDS) {
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

/** "ban hành" is what a body does, though "Ban" begins the names of many; so is "thông qua". */
function isIssuing(plains: readonly string[], index: number): boolean {
  return startsWith(plains, index, ['ban', 'hành']) || startsWith(plains, index, ['thông', 'qua']);
}

type Head = { length: number; complete: boolean; ofPerson: boolean };

/** How the name begins; undefined when no body is named. */
function readHead(words: readonly Word[], plains: readonly string[]): Head | undefined {
  const find = (heads: readonly string[][]): string[] | undefined =>
    heads.find((head) => startsWith(plains, 0, head) && plains.length >= head.length);
  const whole = find(plainHeads);
  if (whole !== undefined) return { length: whole.length, complete: true, ofPerson: whole[1] === 'tướng' };
  if (!capital.test(words[0].text) || isIssuing(plains, 0)) return undefined;
  const title = find(titleHeads);
  if (title !== undefined) return { length: title.length, complete: false, ofPerson: true };
  const seat = find(seatHeads);
  if (seat !== undefined) return { length: seat.length, complete: true, ofPerson: false };
  const task = find(taskHeads);
  return task && { length: task.length, complete: false, ofPerson: false };
}

/** How many words the name takes at `index`, given what stands before; 0 ends the name. */
function stepLength(name: Name, index: number): number {
  const { words, plains, ofPerson } = name;
  const word = words[index].text;
  if (plains[index] === 'và') return afterAndLength(name, index);
  if (isIssuing(plains, index)) return 0;
  if (capital.test(word)) {
    if (stops.has(plains[index]) || (shoutedStops.has(plains[index]) && !titleCase.test(word))) return 0;
    return ofPerson && isPersonAt(words, index) ? 0 : 1;
  }
  if (/^\d{1,3}$/.test(word)) return numbered.has(plains[index - 1]) ? 1 : 0;
  const previous = words[index - 1].text;
  if (plains[index] === 'xã' && plains[index + 1] === 'hội') {
    return /^(?:hiểm|sách)$/.test(plains[index - 1]) ? 2 : 0;
  }
  const run = smallRuns.find((candidate) => startsWith(plains, index, candidate));
  if (run !== undefined) return run.length;
  if (!titleCase.test(previous)) return 0;
  return terms.has(`${plains[index - 1]} ${plains[index]}`) || isTask(name, index) ? 1 : 0;
}

/** "và" inside a name: "Thông tin và Truyền thông", "Văn phòng HĐND và UBND". */
function afterAndLength({ words, plains }: Name, index: number): number {
  const next = words[index + 1];
  if (next === undefined || !capital.test(next.text)) return 0;
  const offices = plains[0] === 'văn' && plains[index - 1] === 'hđnd' && plains[index + 1] === 'ubnd';
  return offices || afterAnd.some((term) => startsWith(plains, index + 1, term)) ? 2 : 0;
}

/** The second syllable of whatever a body is for, right after its head: "Hội Liên hiệp", "Ban Pháp chế". */
function isTask(name: Name, index: number): boolean {
  const { plains } = name;
  const isWord = stops.has(plains[index]) || shoutedStops.has(plains[index]) || plains[index - 1] === 'thuế';
  return !isWord && taskHeads.some((head) => endsWith(name, index - 1, head));
}

/**
 * Reads the name of an issuing body at `at` of a cleaned text ("Ban Thường vụ Tỉnh ủy", "UBND huyện Cai Lậy") and gives
 * the offset after it; undefined when no body is named there.
 */
export function readOrganisation(text: string, at: number): number | undefined {
  const words = wordsFrom(text, at);
  if (words.length === 0) return undefined;
  const plains = words.map((word) => plain(word.text));
  const head = readHead(words, plains);
  if (head === undefined) return undefined;
  const name = { words, plains, ofPerson: head.ofPerson };
  let index = head.length;
  while (index < words.length) {
    const step = stepLength(name, index);
    if (step === 0) break;
    index += step;
  }
  if (index === head.length && !head.complete) return undefined;
  return words[Math.min(index, words.length) - 1].end;
}

/** The name at `text[start, end)` as one line, as the text spells it. */
export function nameOf(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}
