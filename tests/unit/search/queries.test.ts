import { marksOf, parseSearch, rankSearch } from '../../../src/plugins/delivery/server/src/search';

const parse = (text: string, aliases: (text: string) => string[] = () => []) => {
  const parsed = parseSearch(text, aliases);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.terms;
};
const termsOf = (text: string) => parse(text).terms.map(({ words }) => words.map(({ folded }) => folded).join('+'));

describe('what a reader types', () => {
  it.each([
    ['hạn mặn', ['han', 'man'], [], 'mặn'],
    ['57-kl/tw', ['57-kl-tw'], [], null],
    ['kl/tw', ['kl', 'tw'], [], 'tw'],
    ['nghị quyết 34', ['nghi', 'quyet', '34'], [], null],
    ['"nước sạch" xã', ['nuoc', 'sach', 'xa'], [['nuoc', 'sach']], 'xã'],
    ['xã "nước sạch"', ['xa', 'nuoc', 'sach'], [['nuoc', 'sach']], null],
    ['xã “nước sạch”', ['xa', 'nuoc', 'sach'], [['nuoc', 'sach']], null],
    ['"nước', ['nuoc'], [], 'nước'],
    ['"nước"', ['nuoc'], [], null],
    ['xã AND (huyện OR -tỉnh*)', ['xa', 'and', 'huyen', 'or', 'tinh'], [], 'tỉnh'],
    ['a" OR "b', ['a', 'or', 'b'], [], 'b'],
  ])('%s', (text, terms, phrases, unfinished) => {
    expect(termsOf(text)).toEqual(terms);
    expect(parse(text).phrases).toEqual(phrases);
    expect(parse(text).unfinished?.accented ?? null).toBe(unfinished);
  });

  it('may be a symbol, in the spellings that a collection knows', () => {
    expect(parse('156 qd ubnd').whole.map(({ folded }) => folded)).toEqual(['156-qd-ubnd']);
    const aliases = (text: string) => (text === 'Kết luận số 57 kl tw' ? ['57-KL/TW'] : []);
    expect(parse('Kết luận số 57 kl tw', aliases).whole.map(({ accented }) => accented)).toEqual([
      'kết-luận-số-57-kl-tw',
      '57-kl-tw',
    ]);
    expect(parse('"57 kl"').whole).toEqual([]);
    expect(parse('không số').whole).toEqual([]);
  });

  it.each([
    ['', /empty/],
    ['   ', /empty/],
    ['!?—“”', /no letter and no digit/],
    ['😀 👍', /no letter and no digit/],
    ['x'.repeat(201), /201 characters; it takes at most 200/],
    [Array.from({ length: 21 }, (_, index) => `w${index}`).join(' '), /21 words; it takes at most 20/],
  ])('is refused where no search can be: %j', (text, reason) => {
    const parsed = parseSearch(text, () => []);
    expect(parsed.ok ? '' : parsed.reason).toMatch(reason);
  });
});

describe('ranks', () => {
  it('go from the symbol to accented words, folded ones and begun ones', () => {
    expect(rankSearch(parse('đi')).ranks.map(({ weight }) => weight)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(rankSearch(parse('di')).ranks.map(({ weight }) => weight)).toEqual([6, 5, 4, 2, 1]);
    expect(rankSearch(parse('57-kl/tw')).ranks.map(({ weight }) => weight)).toEqual([10, 9.5, 6, 5, 4]);
  });

  it('mark each word once', () => {
    expect(marksOf(parse('xã xã')).map(({ words }) => words[0]?.accented)).toEqual(['xã']);
  });
});
