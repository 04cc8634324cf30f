import { explainSymbol, parseSymbol } from '../../../src/plugins/gazette/server/src/symbols';

test.each([
  ['57-KL/TW', ['57', 'Kết luận', 'Bộ Chính trị', 'văn bản của Đảng', 'không ghi năm'], ['Conclusion', 'Party']],
  ['12-TT/TU', ['Thông tri', 'Tỉnh ủy'], ['Party circular', 'Provincial Party Committee']],
  ['01/2021/TT-BTTTT', ['Thông tư', 'Bộ Thông tin và Truyền thông', '2021'], ['Circular', 'Information', '2021']],
  ['45/2019/QH14', ['Quốc hội khóa 14', '2019'], ['National Assembly, term 14']],
  ['1234/BGDĐT-VP', ['Công văn', 'Bộ Giáo dục và Đào tạo', 'đơn vị VP'], ['Official letter', 'unit VP']],
  ['01/2015/TTLT-BCA-BTP', ['Bộ Công an, Bộ Tư pháp'], ['Ministry of Public Security, Ministry of Justice']],
  ['12/QĐ-XYZ', ['cơ quan có mã XYZ'], ['issuer with the code XYZ']],
  ['26-NQ', ['Nghị quyết', 'thể thức cũ'], ['Resolution', 'older form']],
])('%s is spelt out in Vietnamese and English', (text, vi, en) => {
  const result = parseSymbol(text);
  if (!result.ok) throw new Error(result.code);
  const inVietnamese = explainSymbol(result.symbol, 'vi');
  const inEnglish = explainSymbol(result.symbol, 'en');
  for (const part of vi) expect(inVietnamese).toContain(part);
  for (const part of en) expect(inEnglish).toContain(part);
});
