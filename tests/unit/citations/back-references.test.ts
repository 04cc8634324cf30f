import * as fc from 'fast-check';
import { findBackReferences, findCitations } from '../../../src/plugins/gazette/server/src/citations';

const resolved = (text: string) =>
  findBackReferences(text, findCitations(text)).map((one) => [one.text, one.refersTo.symbol]);

describe('words that point back are resolved where one document can be meant', () => {
  test.each<[string, string[][]]>([
    ['HĐND thông qua Nghị quyết số 8/NQ-HĐND. Nghị quyết này nói về học phí.', [['Nghị quyết này', '8/NQ-HĐND']]],
    ['Theo Kế hoạch số 5-KH/HU, Kế hoạch nêu trên có ba đợt.', [['Kế hoạch nêu trên', '5-KH/HU']]],
    ['Xã nhận Công văn số 77/UBND-VX. Văn bản trên yêu cầu báo cáo.', [['Văn bản trên', '77/UBND-VX']]],
    ['Xã nhận Công văn số 77/UBND-VX; công văn nói trên đến muộn.', [['công văn nói trên', '77/UBND-VX']]],
    [
      'Có Chỉ thị số 4-CT/TU và Kế hoạch số 9-KH/TU. Chỉ thị này ngắn, Kế hoạch đó dài.',
      [
        ['Chỉ thị này', '4-CT/TU'],
        ['Kế hoạch đó', '9-KH/TU'],
      ],
    ],
    ['Luật Đất đai số 31/2024/QH15 đã có hiệu lực. Luật này có 16 chương.', [['Luật này', '31/2024/QH15']]],
    ['Học 12-NQ/HU. Nghị quyết vừa nêu dễ nhớ.', [['Nghị quyết vừa nêu', '12-NQ/HU']]],
    ['Quy định số 37-QĐ/TW rất cụ thể. Quy định này có 19 điều.', [['Quy định này', '37-QĐ/TW']]],
    ['KẾ HOẠCH SỐ 5-KH/HU: KẾ HOẠCH NÀY CÓ BA ĐỢT', [['KẾ HOẠCH NÀY', '5-KH/HU']]],
    ['Ke hoach so 5-KH/HU. Ke hoach nay co ba dot.', [['Ke hoach nay', '5-KH/HU']]],
  ])('%j', (text, expected) => {
    expect(resolved(text)).toEqual(expected);
    expect(resolved(text.normalize('NFD'))).toEqual(
      expected.map(([words, symbol]) => [words?.normalize('NFD'), symbol]),
    );
  });

  test('the last citation of the document is the one referred to', () => {
    const text = 'Kế hoạch số 5-KH/HU được sửa. Nay Kế hoạch số 05-KH/HU có thêm phụ lục. Kế hoạch này đã gửi các xã.';
    const found = findCitations(text);
    expect(findBackReferences(text, found).map((one) => one.refersTo)).toEqual([found[1]]);
  });
});

describe('words that may mean something else stay unresolved', () => {
  test.each([
    ['no document before', 'Nghị quyết này hay. Sau đó là Nghị quyết số 8/NQ-HĐND.'],
    ['two of the kind', 'Nghị quyết 8/NQ-HĐND thay Nghị quyết 2/NQ-HĐND. Nghị quyết này có hiệu lực ngay.'],
    ['another kind', 'Nghị quyết 8/NQ-HĐND đã có. Kế hoạch này do xã lập.'],
    ['two documents for văn bản', 'Nghị quyết 8/NQ-HĐND và Kế hoạch 9/KH-UBND. Văn bản trên đã gửi.'],
    ['one without a symbol between', 'Nghị quyết 8/NQ-HĐND và Nghị quyết Đại hội XIII. Nghị quyết này được học kỹ.'],
    ['several are meant', 'Nghị quyết 8/NQ-HĐND đã có. Các nghị quyết này cần thời gian.'],
    ['"trên" is "on"', 'Kế hoạch 9/KH-UBND đã có. Việc lập kế hoạch trên địa bàn còn chậm.'],
    ['small letters of a verb', 'Quy định số 37-QĐ/TW đã rõ. Các mức phạt theo quy định này là hợp lý.'],
    ['Quyết định or Quy định', 'Xem 37-QĐ/TW. Quy định này đã rõ.'],
    [
      'one symbol with two dates',
      'Kế hoạch 9/KH-UBND ngày 1/2/2022 và Kế hoạch 9/KH-UBND ngày 3/2/2023. Kế hoạch này đã xong.',
    ],
    [
      'the text is a document itself',
      'Căn cứ Quyết định số 5/QĐ-UBND;\nĐiều 1. Quyết định này có hiệu lực từ ngày ký.',
    ],
    ['what the text came with', 'Theo Quyết định 5/QĐ-UBND. Quy chế ban hành kèm theo Quyết định này.'],
  ])('%s: %j', (_why, text) => {
    expect(resolved(text)).toEqual([]);
  });
});

test('offsets lie in the text, in order, after the citation referred to, whatever the text', () => {
  const piece = fc.constantFrom(
    ...['Kế hoạch số 5-KH/HU', 'Nghị quyết 8/NQ-HĐND', 'Nghị quyết này', 'văn bản trên', 'các ', 'Kế hoạch nêu trên'],
    ...[' ', '. ', '\n', ' địa bàn', '**', '\u0323', '😀', ' ngày 1/2/2023', 'Luật ', 'Văn bản đó'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, decomposed) => {
      const text = decomposed ? pieces.join('').normalize('NFD') : pieces.join('');
      const found = findCitations(text);
      let last = 0;
      for (const { start, end, text: words, refersTo } of findBackReferences(text, found)) {
        expect(words).toBe(text.slice(start, end));
        expect(start).toBeGreaterThanOrEqual(last);
        expect(found).toContain(refersTo);
        expect(refersTo.end).toBeLessThanOrEqual(start);
        last = end;
      }
    }),
    { numRuns: 300 },
  );
});
