import * as fc from 'fast-check';
import { findCitations } from '../../../src/plugins/gazette/server/src/citations';

const found = (text: string) => findCitations(text).map((citation) => [citation.text, citation.symbol]);

describe('a citation is found with its noun, in the words of the text', () => {
  test.each<[string, string[][]]>([
    ['Xã triển khai Kết luận 57-KL/TW trong quý I.', [['Kết luận 57-KL/TW', '57-KL/TW']]],
    ['HỌC TẬP NGHỊ QUYẾT SỐ 18-NQ/TW', [['NGHỊ QUYẾT SỐ 18-NQ/TW', '18-NQ/TW']]],
    ['Căn cứ 156/QĐ-UBND, ấp họp dân.', [['156/QĐ-UBND', '156/QĐ-UBND']]],
    ['Căn cứ số 156/QĐ-UBND, ấp họp dân.', [['156/QĐ-UBND', '156/QĐ-UBND']]],
    ['Chương trình hành động số 05-CTr/HU đã xong', [['Chương trình hành động số 05-CTr/HU', '05-CTr/HU']]],
    [
      'học các Nghị quyết số 18-NQ/TW, 19-NQ/TW và 27-NQ/TW tại chi bộ',
      [
        ['Nghị quyết số 18-NQ/TW', '18-NQ/TW'],
        ['19-NQ/TW', '19-NQ/TW'],
        ['27-NQ/TW', '27-NQ/TW'],
      ],
    ],
    [
      'thực hiện Nghị quyết 18, 19-NQ/TW ở cơ sở',
      [
        ['Nghị quyết 18', '18-NQ/TW'],
        ['19-NQ/TW', '19-NQ/TW'],
      ],
    ],
    [
      'theo các Quyết định số 12, 13 và 14/QĐ-UBND',
      [
        ['Quyết định số 12', '12/QĐ-UBND'],
        ['13', '13/QĐ-UBND'],
        ['14/QĐ-UBND', '14/QĐ-UBND'],
      ],
    ],
    ['bài học từ số57-KL/TW', [['57-KL/TW', '57-KL/TW']]],
    ['Nghị định 30/2020/NĐCP về văn thư', [['Nghị định 30/2020/NĐCP', '30/2020/NĐ-CP']]],
    ['Kết luận số **57**-KL/TW', [['Kết luận số **57**-KL/TW', '57-KL/TW']]],
    ['Kết luận 57\n-KL/\nTW', [['Kết luận 57\n-KL/\nTW', '57-KL/TW']]],
    ['Kết luận 57 – KL/TW – văn bản mới', [['Kết luận 57 – KL/TW', '57-KL/TW']]],
    ['Chỉ thị 22/CT-TW còn nguyên giá trị', [['Chỉ thị 22/CT-TW', '22-CT/TW']]],
    ['Quyết định 1836 QĐ/TWĐTN', [['Quyết định 1836 QĐ/TWĐTN', '1836-QĐ/TWĐTN']]],
    [
      'Chỉ thị 115-TTg và Nghị định 27/CP',
      [
        ['Chỉ thị 115-TTg', '115-TTg'],
        ['Nghị định 27/CP', '27/CP'],
      ],
    ],
    ['Công văn số 88/PTCKH-NS trả lời xã', [['Công văn số 88/PTCKH-NS', '88/PTCKH-NS']]],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(found(text.normalize('NFD'))).toEqual(expected.map(([words, symbol]) => [words.normalize('NFD'), symbol]));
  });
});

test('what only looks like a citation is left alone', () => {
  const lookalikes = [
    'giai đoạn 2021-2025',
    'xe biển số 63B-123.45 gọi 0909-123-456',
    'nhà số 12/5 đường Nguyễn Huệ, thửa số 12/QH-AB',
    'đội xã thắng 3-2',
    'đạt ISO 9001:2015, TCVN 7217:2002 và QCVN 01:2009/BYT',
    'bay chuyến VN-1234 lúc 7-8 giờ',
    'theo khoản 2 Điều 15, 19',
    'Nghị quyết Đại hội XIII và Nghị quyết 18',
    'Quyết định này thay thế quyết định trước',
    'Hợp đồng số 15/2023/HĐ-XD, Hợp đồng số 15/HĐ-UBND',
    'Mẫu số 01/ĐK-TCT',
    'Số: .../KH-UBND',
    'Số:      /KH-UBND',
    'súng AK-47, máy bay Su-30MK2, tiểu đoàn 12-TT/AB',
    'năm 2021 QĐ-UBND ban hành nhiều văn bản',
    'ngày 31/8/2023, từ 5-7 triệu đồng/ha',
  ];
  expect(lookalikes.filter((text) => findCitations(text).length > 0)).toEqual([]);
});

describe('the stated date and issuer', () => {
  test.each<[string, string | null, string | null]>([
    ['Kế hoạch số 94-KH/HU ngày 31/8/2023', '2023-08-31', null],
    ['Kế hoạch số 94-KH/HU, ngày 31-8-2023 của Huyện uỷ Gò Công Tây về học tập', '2023-08-31', 'Huyện uỷ Gò Công Tây'],
    ['Kế hoạch số 94-KH/HU (ngày 31 tháng 8 năm 2023)', '2023-08-31', null],
    ['Nghị quyết 34-NQ/TW của Bộ Chính trị ngày 09/01/2023', '2023-01-09', 'Bộ Chính trị'],
    ['Kết luận 57-KL/TW của Bộ Chính trị đến từng chi bộ', null, 'Bộ Chính trị'],
    ['Kết luận 57-KL/TW được Bộ Chính trị ban hành ngày 15/6/2023', '2023-06-15', 'Bộ Chính trị'],
    ['Quyết định 7/QĐ-UBND ký ngày 05.3.2020', '2020-03-05', null],
    ['Quyết định 7/QĐ-UBND có hiệu lực từ ngày 1/4/2020', null, null],
    ['Quyết định 7/QĐ-UBND ngày 31/2/2020', null, null],
    ['Tuần qua, Huyện ủy Cái Bè đã ban hành Kế hoạch số 94-KH/HU ngày 31/8/2023', '2023-08-31', 'Huyện ủy Cái Bè'],
    ['Ngày 2/3, Ban Thường vụ Tỉnh ủy vừa ký ban hành Quy chế 03-QC/TU', null, 'Ban Thường vụ Tỉnh ủy'],
    ['Thông tư 01/2021/TT-BTTTT của Bộ Thông tin và Truyền thông hướng dẫn', null, 'Bộ Thông tin và Truyền thông'],
    ['Kế hoạch của Huyện ủy Cái Bè số 94-KH/HU', null, 'Huyện ủy Cái Bè'],
    ['Quyết định 7/QĐ-UBND của UBND huyện và Kế hoạch kèm theo', null, 'UBND huyện'],
    ['NGHỊ QUYẾT 34-NQ/TW CỦA BỘ CHÍNH TRỊ VỀ ĐỐI NGOẠI', null, 'BỘ CHÍNH TRỊ'],
    ['Kết luận 57-KL/TW của chúng ta', null, null],
  ])('%j', (text, date, issuerName) => {
    expect(findCitations(text)).toEqual([expect.objectContaining({ date, issuerName })]);
  });

  test('an issuer stated once for a list is that of all its members', () => {
    const issuers = findCitations('Nghị quyết 18-NQ/TW, 19-NQ/TW và 27-NQ/TW của Bộ Chính trị').map(
      (one) => one.issuerName,
    );
    expect(issuers).toEqual(['Bộ Chính trị', 'Bộ Chính trị', 'Bộ Chính trị']);
  });
});

test.each([
  ['Luật Đất đai số 31/2024/QH15', 'L'],
  ['Bộ luật Lao động (số 45/2019/QH14)', 'L'],
  ['Luật số 45/2019/QH14', 'L'],
  ['Pháp lệnh số 02/2022/UBTVQH15', 'PL'],
  ['Nghị quyết số 98/2023/QH15', 'NQ'],
  ['theo 98/2023/QH15', null],
])('the type of %s is %s', (text, type) => {
  expect(findCitations(text).map((citation) => citation.type)).toEqual([type]);
});

test('all fields of one citation', () => {
  expect(findCitations('Theo Quyết định số 05/2021/QĐ-TTg của Thủ tướng Chính phủ.')).toEqual([
    {
      start: 5,
      end: 33,
      text: 'Quyết định số 05/2021/QĐ-TTg',
      symbol: '05/2021/QĐ-TTg',
      number: '05',
      year: 2021,
      type: 'QĐ',
      issuer: 'TTg',
      issuerName: 'Thủ tướng Chính phủ',
      date: null,
      family: 'state',
      confidence: 0.98,
    },
  ]);
});

test('offsets are those of the text as given, in text order and without overlap, whatever the text', () => {
  const piece = fc.constantFrom(
    ...[
      'Kết luận ',
      'số ',
      '57-KL/TW',
      '18, ',
      '19-NQ/TW',
      '156/QĐ-UBND',
      ' của Bộ Chính trị',
      ' ngày 1/2/2023',
      '**',
      '\n',
    ],
    ...['45/2019/QH14', ' và ', ', ', 'Luật ', '\u0323', '\u200b', '12/', '-', 'đ', '😀', '<b>', 'ngày '],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, decomposed) => {
      const text = decomposed ? pieces.join('').normalize('NFD') : pieces.join('');
      let last = 0;
      for (const { start, end, text: words, confidence } of findCitations(text)) {
        expect(words).toBe(text.slice(start, end));
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(confidence).toBeGreaterThan(0);
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

test('no text makes it throw, and what is found lies in the text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'0123456789/-. \n&<>*_NQĐTWuỷ\u0302\u00d0\u200b'), maxLength: 80 }),
  );
  fc.assert(
    fc.property(anything, (text) => {
      let last = 0;
      for (const { start, end, text: words } of findCitations(text)) {
        expect(words).toBe(text.slice(start, end));
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
    { numRuns: 2000 },
  );
});
