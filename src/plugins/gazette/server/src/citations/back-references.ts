import { cleanCharacters, foldWord } from '../symbols/characters';
import { kindNames } from '../symbols/kind-nouns';
import { CitedKinds } from './cited-kinds';
import type { FoundCitation } from './types';

/** Words that point back to a document cited before: "Nghị quyết này", "Kế hoạch nêu trên", "văn bản trên". */
export type BackReference = {
  /** Offset of the first character, in UTF-16 units of the text as given. */
  start: number;
  /** Offset after the last character, in UTF-16 units of the text as given. */
  end: number;
  /** The text's own words. */
  text: string;
  /** The last citation, in the text so far, of the one document that is meant. */
  refersTo: FoundCitation;
};

const ANY_DOCUMENT = 'van ban';
const nouns = [...kindNames, 'Văn bản'].sort((one, other) => other.length - one.length);
const spellings = [...new Set(nouns.flatMap((noun) => [noun.toLowerCase(), foldWord(noun)]))];
const nounPattern = `(?<![\\p{L}\\d])(?:${spellings.join('|').replaceAll(' ', '[ \\n]{1,4}')})(?!\\p{L})`;
const pointer =
  /[ \n]{1,4}(?:(này|nay)|(?:đã |vừa )?(?:nói|nêu|kể|dẫn) trên|(?:đã|vừa) (?:nêu|dẫn|nói)|(?:noi|neu|ke) tren|đó|ấy|(trên|tren))(?!\p{L})/iuy;
/** After these "trên" means "on": "Kế hoạch trên địa bàn", "văn bản trên mạng". */
const onSomething =
  /[ \n]{1,4}(?:địa bàn|cơ sở|lĩnh vực|phạm vi|toàn|mạng|môi trường|cổng|trang|báo|hệ thống|nền tảng|các|tinh thần|thực tế|giấy|mọi|từng|diện|đất|đường|biển|tuyến|bản|máy|website|internet|zalo|facebook|loa|đài|màn hình|cả|thế giới|quan điểm|sông|sàn|ứng dụng|không gian|dia ban|co so|\d)/iuy;
const several = /(?:^|[^\p{L}])(?:các|những|hai|ba|bốn|năm|nhiều|một số|mọi|\d+|cac|nhung)[ \n]{1,4}$/iu;
const enclosed = /kèm(?: theo)?[ \n]{1,4}$/iu;
/** Nouns that are verbs too, or say "a rule" as often as "a document": in small letters they name none. */
const alsoVerbs = new Set(
  ['hướng dẫn', 'báo cáo', 'thông báo', 'quy định', 'qui định', 'kết luận', 'quyết định', 'chỉ thị', 'lệnh'].map(
    foldWord,
  ),
);
/** A text with articles or a legal basis is a document itself: there "Quyết định này" is the text's own name. */
const ownArticles = /(?:^|\n)[ ]{0,8}(?:Điều[ ]\d{1,3}[.:]|ĐIỀU[ ]\d|Căn cứ[ ])/u;

/**
 * Finds the words of `text` that point back to one of its citations, in text order; `found` are the citations that
 * `findCitations` gave for it. Only what is certain is resolved: one document of that kind ("văn bản": of any kind) is
 * cited before, and no other of the kind is named since. Linear in the length of the text.
 */
export function findBackReferences(text: string, found: readonly FoundCitation[]): BackReference[] {
  if (found.length === 0) return [];
  const clean = cleanCharacters(text);
  const isDocument = ownArticles.test(clean.text);
  const cited = new CitedKinds();
  const references: BackReference[] = [];
  let next = 0;
  for (const mention of clean.text.matchAll(new RegExp(nounPattern, 'giu'))) {
    const nounEnd = mention.index + mention[0].length;
    const start = clean.starts[mention.index];
    while (next < found.length && found[next].end <= start) cited.add(found[next++]);
    if (next < found.length && found[next].start <= start) continue;

    const noun = foldWord(mention[0]).replace(/\s+/g, ' ');
    const small = mention[0][0] === mention[0][0].toLowerCase();
    if (small && alsoVerbs.has(noun)) continue;
    const before = clean.text.slice(Math.max(0, mention.index - 12), mention.index);
    const end = pointerEnd(clean.text, nounEnd);
    if (end === undefined) {
      if (!isOwnNoun(clean.text, nounEnd, found[next], clean.starts)) cited.mention(noun);
      continue;
    }
    const own = end.isThis && (isDocument || enclosed.test(before));
    if (own || several.test(before)) continue;
    const refersTo = noun === ANY_DOCUMENT ? cited.onlyDocument() : cited.onlyOf(noun);
    if (refersTo === undefined) continue;
    const until = clean.ends[end.at - 1];
    references.push({ start, end: until, text: text.slice(start, until), refersTo });
  }
  return references;
}

/** Reads "này", "nêu trên" ... after a noun that ends at `at`. */
function pointerEnd(text: string, at: number): { at: number; isThis: boolean } | undefined {
  pointer.lastIndex = at;
  const match = pointer.exec(text);
  if (match === null) return undefined;
  const end = at + match[0].length;
  onSomething.lastIndex = end;
  if (match[2] !== undefined && onSomething.test(text)) return undefined;
  return { at: end, isThis: match[1] !== undefined };
}

/** Words between a noun and the number of its own citation: "Luật Đất đai số 31/2024/QH15", "Kế hoạch của Huyện ủy số 5". */
function isOwnNoun(text: string, at: number, next: FoundCitation | undefined, starts: Uint32Array): boolean {
  if (next === undefined || starts[at] === undefined || next.start - starts[at] > 120) return false;
  const between = text.slice(at, at + 120);
  const stop = between.search(/[.;:!?\n]|\d/u);
  return stop >= 0 && starts[at + stop] === next.start;
}
