import { findCitations } from '../../../src/plugins/gazette/server/src/citations';

/** The quickest of three runs, in milliseconds: other work on the machine only slows a run down. */
function quickest(text: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    findCitations(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Four times the text may take four times as long; a quadratic finder would take sixteen. */
test.each([
  ['citations side by side', '1-NQ/TW,'],
  ['full citations', 'Nghị quyết số 18-NQ/TW ngày 1/2/2020 của Bộ Chính trị về dân vận. '],
  ['numbers in a list', 'Nghị quyết 1, 2, 3, '],
  ['one number', '9'],
  ['spaces', ' '],
  ['numbers on lines', '1\n'],
  ['stacked tone marks', '\u0323\u0302\u0301'],
  ['codes without an end', '1-A'],
  ['bold marks', '1**-'],
  ['open tags', '<b'],
  ['names of bodies', '1-NQ/TW của Ban Huyện ủy và Ban '],
  ['issuers before', 'Phó Chủ tịch UBND huyện Lê Văn An ký 1-NQ/TW '],
  ['dates and subjects', '1-NQ/TW, ngày 1/2/2020, UBND '],
  ['numbers side by side', 'Kế hoạch 1,2,3,'],
  ['open brackets', '1-NQ/TW ('],
])('time grows with the length of the text: %s', (_name, unit) => {
  const text = (kilobytes: number) => unit.repeat(Math.ceil((kilobytes * 1024) / unit.length));
  findCitations(text(20));
  const small = quickest(text(50));
  expect(quickest(text(200))).toBeLessThan(10 * small + 50);
});
