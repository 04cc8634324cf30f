import { findCitations } from '../../../src/plugins/gazette/server/src/citations';

const found = (text: string) => findCitations(text).map(({ text: words, symbol }) => [words, symbol]);

describe('lists of documents', () => {
  test.each<[string, string[][]]>([
    [
      'các kế hoạch 12,13,14-KH/HU',
      [
        ['kế hoạch 12', '12-KH/HU'],
        ['13', '13-KH/HU'],
        ['14-KH/HU', '14-KH/HU'],
      ],
    ],
    [
      'Kế hoạch số 12, số 13 và số 14-KH/HU của Huyện ủy',
      [
        ['Kế hoạch số 12', '12-KH/HU'],
        ['13', '13-KH/HU'],
        ['14-KH/HU', '14-KH/HU'],
      ],
    ],
    [
      'các Quyết định số: 12/QĐ-UBND; 13/QĐ-UBND; 14/QĐ-UBND',
      [
        ['Quyết định số: 12/QĐ-UBND', '12/QĐ-UBND'],
        ['13/QĐ-UBND', '13/QĐ-UBND'],
        ['14/QĐ-UBND', '14/QĐ-UBND'],
      ],
    ],
    [
      'Nghị quyết số 18-NQ/TW và số 19-NQ/TW',
      [
        ['Nghị quyết số 18-NQ/TW', '18-NQ/TW'],
        ['19-NQ/TW', '19-NQ/TW'],
      ],
    ],
    [
      'Nghị quyết 18 và 19-NQ/TW; Kết luận số 57-KL/TW, Chỉ thị 16/CT-TTg',
      [
        ['Nghị quyết 18', '18-NQ/TW'],
        ['19-NQ/TW', '19-NQ/TW'],
        ['Kết luận số 57-KL/TW', '57-KL/TW'],
        ['Chỉ thị 16/CT-TTg', '16/CT-TTg'],
      ],
    ],
    [
      'Quyết định số 12, 13/2023/QĐ-UBND',
      [
        ['Quyết định số 12', '12/2023/QĐ-UBND'],
        ['13/2023/QĐ-UBND', '13/2023/QĐ-UBND'],
      ],
    ],
    ['diện tích 12,5 ha theo Kế hoạch số 14-KH/HU', [['Kế hoạch số 14-KH/HU', '14-KH/HU']]],
    ['khoản 2, 3, Kế hoạch số 14-KH/HU', [['Kế hoạch số 14-KH/HU', '14-KH/HU']]],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(found(text.normalize('NFD'))).toEqual(expected.map(([words, symbol]) => [words.normalize('NFD'), symbol]));
  });

  test.each<[string, (string | null)[]]>([
    [
      'Quyết định số 12/QĐ-UBND ngày 1/2/2023 và Quyết định số 13/QĐ-UBND ngày 2/2/2023 của UBND tỉnh',
      ['UBND tỉnh', 'UBND tỉnh'],
    ],
    ['các kế hoạch 12,13,14-KH/HU của Huyện ủy Cái Bè', ['Huyện ủy Cái Bè', 'Huyện ủy Cái Bè', 'Huyện ủy Cái Bè']],
    ['Nghị quyết 34-NQ/TW của Bộ Chính trị và Kế hoạch 94-KH/HU', ['Bộ Chính trị', null]],
    ['Kế hoạch 12/KH-UBND của UBND tỉnh, Kế hoạch 40/KH-UBND của UBND huyện', ['UBND tỉnh', 'UBND huyện']],
    [
      'UBND huyện đã ban hành các văn bản: Kế hoạch số 12/KH-UBND, Kế hoạch số 13/KH-UBND',
      ['UBND huyện', 'UBND huyện'],
    ],
  ])('%j: each member has its issuer', (text, issuers) => {
    expect(findCitations(text).map((one) => one.issuerName)).toEqual(issuers);
  });

  test('each member keeps its own date', () => {
    const text =
      'Quyết định số 12/QĐ-UBND ngày 1/2/2023, Quyết định số 13/QĐ-UBND, ngày 2/2/2023, Quyết định 14/QĐ-UBND';
    expect(findCitations(text).map((one) => one.date)).toEqual(['2023-02-01', '2023-02-02', null]);
  });
});
