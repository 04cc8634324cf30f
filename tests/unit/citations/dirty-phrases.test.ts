import { findCitations } from '../../../src/plugins/gazette/server/src/citations';

test.each<[string, string, string]>([
  ['theo Nghị quyết số 12/NQ- HĐND', 'Nghị quyết số 12/NQ- HĐND', '12/NQ-HĐND'],
  ['Kết luận 57 - KL/TW', 'Kết luận 57 - KL/TW', '57-KL/TW'],
  ['theo số57-KL/TW', '57-KL/TW', '57-KL/TW'],
  ['Thông tư 01 /2018/TT-VPCP', 'Thông tư 01 /2018/TT-VPCP', '01/2018/TT-VPCP'],
  ['Nghị quyết 19-2016/NQ-CP', 'Nghị quyết 19-2016/NQ-CP', '19/2016/NQ-CP'],
  ['Nghị quyết 128/NQ–CP', 'Nghị quyết 128/NQ–CP', '128/NQ-CP'],
  ['Kế hoạch số 94‑KH/HU', 'Kế hoạch số 94‑KH/HU', '94-KH/HU'],
  ['kế hoạch số 94-kh/hu', 'kế hoạch số 94-kh/hu', '94-KH/HU'],
  ['Quyết định số 156/QÐ-UBND', 'Quyết định số 156/QÐ-UBND', '156/QĐ-UBND'],
  ['Quyết định số 156/QD-UBND', 'Quyết định số 156/QD-UBND', '156/QĐ-UBND'],
  ['Kế hoạch số: 94-KH/HU', 'Kế hoạch số: 94-KH/HU', '94-KH/HU'],
  ['Kế hoạch số 94/KH-HU', 'Kế hoạch số 94/KH-HU', '94-KH/HU'],
  ['Kế hoạch\nsố 94-KH/HU', 'Kế hoạch\nsố 94-KH/HU', '94-KH/HU'],
  ['Kế hoạch số\n94-KH/\nHU', 'Kế hoạch số\n94-KH/\nHU', '94-KH/HU'],
  ['<b>Kế hoạch số</b> <b>94-KH/HU</b>', 'Kế hoạch số</b> <b>94-KH/HU', '94-KH/HU'],
  ['(Kế hoạch số 94-KH/HU)', 'Kế hoạch số 94-KH/HU', '94-KH/HU'],
  ['“Kế hoạch số 94-KH/HU”', 'Kế hoạch số 94-KH/HU', '94-KH/HU'],
  ['Ke hoach so 94-KH/HU', 'Ke hoach so 94-KH/HU', '94-KH/HU'],
  ['Kế hoạch   số   94-KH/HU', 'Kế hoạch   số   94-KH/HU', '94-KH/HU'],
  ['Văn bản số 88/PTCKH-NS của Phòng Tài chính', '88/PTCKH-NS', '88/PTCKH-NS'],
  ['Quyết định 156/QĐ-UBND-HC', 'Quyết định 156/QĐ-UBND-HC', '156/QĐ-UBND-HC'],
])('%j', (text, words, symbol) => {
  const [one, ...more] = findCitations(text);
  expect([one?.text, one?.symbol, more]).toEqual([words, symbol, []]);
  expect(findCitations(text.normalize('NFD')).map(({ symbol: read }) => read)).toEqual([symbol]);
});
