import { proposeRelations } from '../../../src/plugins/gazette/server/src/relations-from-text';

/** The quickest of three runs, in milliseconds: other work on the machine only slows a run down. */
function quickest(text: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    proposeRelations(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const ATTEMPTS = 5;

/** A busy machine may slow a whole measurement down; what grows too fast does in each. */
function bestOf(over: () => number): number {
  let best = over();
  for (let attempt = 1; best >= 0 && attempt < ATTEMPTS; attempt += 1) best = Math.min(best, over());
  return best;
}

/** Texts without a citation are not read at all, so each begins with one. */
function repeated(unit: string, kilobytes: number): string {
  return `Căn cứ Nghị quyết số 1-NQ/TW;\n${unit.repeat(Math.ceil((kilobytes * 1024) / unit.length))}`;
}

/** Four times the text may take four times as long; a quadratic reader would take sixteen. */
test.each([
  ['repeals in a row', 'bãi bỏ Điều 3 Quyết định số 12/QĐ-UBND; '],
  ['subjects without a verb', 'Quyết định số 12/QĐ-UBND, '],
  ['passives', 'Quyết định số 12/QĐ-UBND được bãi bỏ '],
  ['questions', 'bãi bỏ Quyết định số 12/QĐ-UBND? '],
  ['verbs without an object', 'bãi bỏ '],
  ['words that may begin a longer cue', 'tiếp tục được '],
  ['parts without a document', 'điểm a khoản 1 Điều 5, '],
  ['numbers of a part', 'khoản 1, 2, 3, 4, '],
  ['open phrases', 'cụm từ “'],
  ['phrases', 'cụm từ “a” '],
  ['open quotation marks', '“'],
  ['straight quotation marks', '"a '],
  ['lists', 'các văn bản sau:\n- Quyết định số 12/QĐ-UBND\n'],
  ['empty lines', 'a\n \n'],
  ['line breaks', '\n'],
  ['spaces', ' '],
  ['commas', ', '],
  ['markers', '1.1.1.1\n'],
  ['bodies after commas', ', Ủy ban nhân dân tỉnh'],
  ['suspensions that may be resumed', 'tiếp tục thực hiện '],
  ['brackets', '((('],
])('time grows with the length of the text: %s', (_name, unit) => {
  proposeRelations(repeated(unit, 20));
  const over = () => quickest(repeated(unit, 200)) - (11 * quickest(repeated(unit, 50)) + 100);
  expect(bestOf(over)).toBeLessThan(0);
});
