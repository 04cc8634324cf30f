/** The person (or unit) a byline names, and the position held when the article was written (chức vụ). */
export interface BylineAuthor {
  name: string;
  position: string | null;
}

/** First words of positions and units, lower case. */
const POSITION_WORDS = new Set(
  (
    'phó trưởng chủ bí ủy uỷ giám chánh chuyên cán phóng biên cộng tổng hiệu công viên thường ban phòng văn hội đoàn ' +
    'trung sở ubnd hđnd ubmttq uvbtv uvbch uvtv ubkt đảng huyện tỉnh xã đài bbt thư tổ đội trạm trường cơ tuyên giáo viện'
  ).split(' '),
);

/** Words of the list above that are also surnames or names; they mean a position only in these pairs. */
const AMBIGUOUS_FIRST_WORDS: Readonly<Record<string, readonly string[]>> = {
  văn: ['phòng', 'thư'],
  công: ['chức', 'an', 'đoàn'],
  đoàn: ['thanh', 'viên', 'xã', 'tncs', 'trường', 'huyện', 'đại'],
  viên: ['chức'],
  giáo: ['viên', 'dục'],
  thư: ['ký', 'viện'],
  tuyên: ['giáo', 'truyền'],
  chủ: ['tịch', 'nhiệm', 'biên'],
  trung: ['tâm', 'đội', 'đoàn'],
  trường: ['thcs', 'thpt', 'tiểu', 'mầm', 'mẫu', 'chính', 'cao', 'đại', 'trung'],
  đài: ['truyền', 'phát'],
};

const SEPARATOR = / [-–—]|[-–—] |[–—]|,/u;
const HONORIFIC = /^(?:đ\/c|đ\.c\.?|đc\.|đ\/ c|đồng chí|pgs\.|gs\.|ths\.|ts\.|bs\.|ks\.|cn\.)[ :.]*/iu;
/** Also a surname, so only before a full name of three words or more. */
const MISTER = /^(?:ông|bà) (?=\p{L}+ \p{L}+ \p{L})/iu;

/**
 * The author of a byline as printed, at most some hundred characters: "Đ/c Lê Văn An - Phó Trưởng ban" is Lê Văn An,
 * Phó Trưởng ban. Split at the first dash, or comma before a position; a unit ("Ban Tuyên giáo - Huyện ủy") is one name.
 * @returns null where the byline names several people ("Minh Khoa - Thu Hà"): no one of them is the author
 */
export function readBylineAuthor(byline: string): BylineAuthor | null {
  const text = dropHonorifics(byline);
  if (text === '') return null;
  if (startsPosition(text)) return { name: text, position: null };
  const separator = SEPARATOR.exec(text);
  const name = separator === null ? text : text.slice(0, separator.index).trim();
  if (/ (?:và|&) |;|\/|\+/u.test(name)) return null;
  if (separator === null) return { name, position: null };
  const position = text.slice(separator.index + separator[0].length).trim();
  if (name === '' || position === '') return { name: name || position, position: null };
  const isComma = separator[0] === ',';
  if (startsPosition(position)) return { name, position };
  if (isComma || looksLikePerson(position)) return null;
  return { name, position };
}

function dropHonorifics(text: string): string {
  let rest = text;
  for (let match = HONORIFIC.exec(rest); match !== null; match = HONORIFIC.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  return rest.replace(MISTER, '').trim();
}

function startsPosition(text: string): boolean {
  const [first = '', second = ''] = text.toLowerCase().split(/[ .,-]+/u, 2);
  const pairs = AMBIGUOUS_FIRST_WORDS[first];
  return POSITION_WORDS.has(first) && (pairs === undefined || pairs.includes(second));
}

/** A name or pen name: one to five capitalised words, e.g. "Thu Hà". */
function looksLikePerson(text: string): boolean {
  return /^(?:\p{Lu}\p{L}*\.?(?: |$)){1,5}$/u.test(dropHonorifics(text));
}
