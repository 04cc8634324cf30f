import { isKindCode, KINDS, kindCodesOf, kindLabel, kindSlugWord } from '../../../src/plugins/gazette/server/src/kinds';

describe('the table of document kinds', () => {
  it('holds the kinds of directives in the order of the register', () => {
    expect(kindCodesOf('directives')).toEqual([
      'directive',
      'conclusion',
      'regulation',
      'rule',
      'decision',
      'plan',
      'guidance',
      'programme',
      'scheme',
      'announcement',
      'report',
      'circular',
      'decree',
      'law',
      'letter',
      'telegram',
      'submission',
      'ordinance',
      'joint-circular',
      'joint-resolution',
      'consolidated',
      'other',
    ]);
  });

  it('holds the kinds of resolutions', () => {
    expect(kindCodesOf('resolutions')).toEqual([
      'party',
      'council',
      'government',
      'national-assembly',
      'thematic',
      'joint',
    ]);
  });

  it('tells Quyết định from Quy định by more than the shared code QĐ', () => {
    expect(KINDS.decision.typeCodes).toEqual(['QĐ']);
    expect(KINDS.rule.typeCodes[0]).toBe('QĐi');
    expect(KINDS.rule.typeCodes).toContain('QĐ');
  });

  it('keeps Đ apart from D in type codes', () => {
    expect(KINDS.guidance.typeCodes).toEqual(['HD']);
    expect(KINDS.scheme.typeCodes).toEqual(['ĐA']);
    expect(
      Object.values(KINDS)
        .flatMap((kind) => [...kind.typeCodes])
        .join(),
    ).not.toMatch(/\u00D0|\u00F0/u);
  });

  it('writes every slug word in lower-case ASCII', () => {
    for (const kind of Object.values(KINDS)) expect(kind.slugWord).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each([
    ['conclusion', 'party', 'vi', 'Kết luận', 'ket-luan'],
    ['conclusion', null, 'en', 'Conclusion', 'ket-luan'],
    ['circular', 'party', 'vi', 'Thông tri', 'thong-tri'],
    ['circular', 'state', 'vi', 'Thông tư', 'thong-tu'],
    ['circular', 'state', 'en', 'Circular', 'thong-tu'],
    ['circular', null, 'vi', 'Thông tri, thông tư', 'thong-tu'],
    ['party', 'party', 'vi', 'Nghị quyết của Đảng', 'nghi-quyet'],
    ['joint', 'state', 'vi-VN', 'Nghị quyết liên tịch', 'nghi-quyet-lien-tich'],
    ['scheme', 'state', 'fr', 'Scheme', 'de-an'],
  ] as const)('names %s in a %s symbol, for %s: %s (%s)', (code, family, locale, label, slugWord) => {
    expect(kindLabel(code, family, locale)).toBe(label);
    expect(kindSlugWord(code, family)).toBe(slugWord);
  });

  it('refuses a code that names no kind, saying which are allowed', () => {
    expect(isKindCode('memo')).toBe(false);
    expect(isKindCode('toString')).toBe(false);
    expect(() => kindLabel('memo', null, 'vi')).toThrow(/"memo".*directive, conclusion/);
    expect(() => kindSlugWord('memo', null)).toThrow(RangeError);
  });
});
