import type { Word } from './nouns';

const MOST_WORDS = 16;

/** How names of bodies begin; the first group also in lower case ("của huyện ủy"). */
const plainHeads =
  'tỉnh ủy|huyện ủy|thành ủy|quận ủy|thị ủy|đảng ủy|chi bộ|ủy ban nhân dân|hội đồng nhân dân|thủ tướng chính phủ|' +
  'thủ tướng|chính phủ|quốc hội|ban thường vụ|ban chấp hành|ban bí thư|bộ chính trị|ủy ban kiểm tra|chủ tịch nước';
const capitalHeads =
  'bộ|ban|sở|phòng|văn phòng|ủy ban|ubnd|hđnd|ubkt|ubmttq|btv|bch|hội đồng|trung ương|thường trực|thường vụ|mặt trận|' +
  'đoàn|tổng cục|cục|chi cục|vụ|viện|tòa án|công an|hội|kiểm toán|thanh tra|ngân hàng|bảo hiểm|đảng bộ|chủ tịch|' +
  'bí thư|tổng bí thư|liên đoàn|trung tâm|tổng';
const plainHeadWords = plainHeads.split('|').map((head) => head.split(' '));
const capitalHeadWords = capitalHeads.split('|').map((head) => head.split(' '));

/** Second syllables, written small, of the words that names of bodies are made of (Chính trị, Tuyên giáo, Tư pháp). */
const seconds = new Set(
  (
    'trị thư vụ hành ương ủy ban tướng phủ hội đồng giáo chức tra vận chính dục tạo nghệ tin thông dựng tế pháp động ' +
    'binh học hoạch tư nghiệp triển trường nguyên thao lịch hóa phòng đảng bộ trực tịch trưởng niên nữ đoàn cục quan ' +
    'hàng hiểm an viện án sát toán tỉnh trận quốc gia tầng thị thương tộc dân nội tải kế khoa nước đạo'
  ).split(' '),
);
/** Runs of small words inside names; tried at every small word. */
const smallRuns = [
  'nhân dân tối cao',
  'nhân dân',
  'phát triển nông thôn',
  'vận tải',
  'nhà nước',
  'nông thôn',
  'kiểm tra',
  'trung ương',
  'cơ quan',
  'thành phố',
  'thị trấn',
  'thị xã',
  'đặc khu',
  'tỉnh',
  'huyện',
  'quận',
  'phường',
  'xã',
].map((run) => run.split(' '));
/** What may follow "và" inside one name (Thông tin và Truyền thông); other bodies and documents may not. */
const afterAnd = new Set('truyền đào môi dân du đầu xã phát tôn hạ đô thể'.split(' '));
const stops = new Set('về ngày đến và trong tại giai theo số năm'.split(' '));

const wordPattern = /[\p{L}\d]+/uy;
const gapPattern = /[ \n]{1,4}|\.[ ]?(?=\p{Lu})|, (?=Thể thao)| - (?=Thương binh)/uy;
const capital = /^\p{Lu}/u;
const allCapitals = /^[\p{Lu}\d]{2,}$/u;

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

/** The words from `at` on, as far as a name may reach: spaces, "TP. Cần Thơ" and two commas of ministries part them. */
function wordsFrom(text: string, at: number): Word[] {
  const words: Word[] = [];
  let start = at;
  while (words.length < MOST_WORDS) {
    wordPattern.lastIndex = start;
    const word = wordPattern.exec(text)?.[0];
    if (word === undefined) break;
    const end = start + word.length;
    words.push({ text: word, start, end });
    gapPattern.lastIndex = end;
    const gap = gapPattern.exec(text)?.[0];
    if (gap === undefined || gap.split('\n').length > 2) break;
    if (gap.startsWith('.') && !/^(?:TP|TX|T)$/i.test(word)) break;
    start = end + gap.length;
  }
  return words;
}

function startsWith(words: readonly string[], from: number, run: readonly string[]): boolean {
  return run.every((word, index) => words[from + index] === word);
}

function headLength(words: readonly Word[], plains: readonly string[]): number {
  const plainHead = plainHeadWords.find((head) => startsWith(plains, 0, head));
  if (plainHead !== undefined) return plainHead.length;
  if (!capital.test(words[0].text)) return 0;
  return capitalHeadWords.find((head) => startsWith(plains, 0, head))?.length ?? 0;
}

/** How many words the name takes at `index`, given what stands before; 0 ends the name. */
function stepLength(words: readonly Word[], plains: readonly string[], index: number): number {
  const word = words[index].text;
  if (plains[index] === 'và') {
    const next = words[index + 1];
    if (next === undefined || !capital.test(next.text)) return 0;
    const named = afterAnd.has(plains[index + 1]) || startsWith(plains, index + 1, ['công', 'nghệ']);
    return named ? 2 : 0;
  }
  if (stops.has(plains[index])) return 0;
  if (capital.test(word)) return 1;
  const run = smallRuns.find((candidate) => startsWith(plains, index, candidate));
  if (run !== undefined) return plains[index] === 'xã' && plains[index + 1] === 'hội' ? 0 : run.length;
  const previous = words[index - 1].text;
  return capital.test(previous) && !allCapitals.test(previous) && seconds.has(plains[index]) ? 1 : 0;
}

/**
 * Reads the name of an issuing body at `at` of a cleaned text ("Ban Thường vụ Tỉnh ủy", "UBND huyện Cai Lậy") and gives
 * the offset after it; undefined when no body is named there.
 */
export function readOrganisation(text: string, at: number): number | undefined {
  const words = wordsFrom(text, at);
  if (words.length === 0) return undefined;
  const plains = words.map((word) => plain(word.text));
  let index = headLength(words, plains);
  if (index === 0) return undefined;
  while (index < words.length) {
    const step = stepLength(words, plains, index);
    if (step === 0) break;
    index += step;
  }
  const last = words[Math.min(index, words.length) - 1];
  const generic = index === 1 && !allCapitals.test(last.text);
  return generic ? undefined : last.end;
}
