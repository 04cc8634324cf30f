import { namesOtherKind, parseSymbol } from '../../../src/plugins/gazette/server/src/symbols';

test.each([
  ['57-KL/TW', false],
  ['Kết luận số 57-KL/TW', false],
  ['ket luan 57 kl/tw', false],
  ['KL 57-KL/TW', false],
  ['số: 57-KL/TW', false],
  ['Văn bản số 57-KL/TW', false],
  ['Quyết định 57-KL/TW', true],
  ['QD 57-KL/TW', true],
  ['Quyết định số 156/QĐ-UBND', false],
  ['Quy định 10-QĐ/TW', false],
  ['Hướng dẫn 156/QĐ-UBND', true],
  ['Nghị định 30/2020/NĐ-CP', false],
  ['Bộ luật 45/2019/QH14', false],
  ['Công văn 1234/BGDĐT-VP', false],
  ['Thông báo kết luận 15/TB-UBND', false],
])('whether "%s" has a noun of another kind before its symbol: %p', (text, expected) => {
  const result = parseSymbol(text);
  if (!result.ok) throw new Error(result.code);
  expect(namesOtherKind(text, result.symbol)).toBe(expected);
});
