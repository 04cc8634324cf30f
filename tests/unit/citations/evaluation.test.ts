import { evaluate, f1, loadLabelledTexts, readLabelledTexts, scoreTexts } from '../../evaluation/citations';

test.each(['first', 'second', 'third'] as const)('the %s evaluation set reaches its figures', (set) => {
  expect(evaluate(set).failures).toEqual([]);
});

test('the sets are as large as they claim', () => {
  const size = (part: 'clean' | 'dirty' | 'negatives') => loadLabelledTexts('first', part).length;
  expect(size('clean') + size('dirty')).toBeGreaterThanOrEqual(300);
  expect(size('negatives')).toBeGreaterThanOrEqual(150);
});

describe('the scorer', () => {
  const score = (content: string) => scoreTexts(readLabelledTexts(`## section\n${content}`));

  test('counts a citation as right only with its symbol and both ends', () => {
    expect(score('Xem [[Kế hoạch số 5-KH/HU]].\n= 5-KH/HU party').all).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(score('Xem Kế hoạch số [[5-KH/HU]].\n= 5-KH/HU party').all).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect(score('Xem [[Kế hoạch số 5-KH/HU]].\n= 6-KH/HU party').all).toEqual({ right: 0, wrong: 1, missed: 1 });
  });

  test('counts what is found in a text without labels as wrong, and what is not found as missed', () => {
    const { all, sections } = score('Xem Kế hoạch số 5-KH/HU.\nXem [[tờ rơi 5]].\n= 5-KH/HU party');
    expect(all).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect(f1(all)).toBe(0);
    expect([...sections.keys()]).toEqual(['section']);
  });

  test('compares the fields of what was found', () => {
    const { fields, faults } = score(
      'Xem [[Kế hoạch số 5-KH/HU]] ngày 1/2/2023 của Huyện ủy.\n= 5-KH/HU party | 2023-02-02 | Huyện ủy',
    );
    expect(fields.date).toEqual({ right: 0, of: 1 });
    expect(fields.issuerName).toEqual({ right: 1, of: 1 });
    expect(faults).toHaveLength(1);
  });

  test('refuses texts whose labels and marks do not match', () => {
    expect(() => score('Xem [[Kế hoạch số 5-KH/HU]].')).toThrow(/missing/);
    expect(() => score('Xem Kế hoạch số 5-KH/HU.\n= 5-KH/HU party')).toThrow(/Too many/);
  });
});
