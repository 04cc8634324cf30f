import { findCitations, summariseCitations } from '../../../src/plugins/gazette/server/src/citations';

test('one entry per symbol in order of first appearance; the first stated date and issuer win', () => {
  const text = [
    'Đảng bộ xã học tập Kết luận 57-KL/TW và Quy chế 03-QC/TU.',
    'Hôm qua, Huyện ủy Gò Công Tây đã ban hành Kế hoạch số 94-KH/HU ngày 31/8/2023 để thực hiện Kết luận số 57-KL/TW',
    'của Bộ Chính trị; trước đó là Nghị quyết 34-NQ/TW ngày 09/01/2023 của Bộ Chính trị,',
    'Quy chế 3-QC/TU ngày 15/3/2021 của Ban Thường vụ Tỉnh ủy, kết luận 57-kl/tw ngày 15/6/2023 của Ban Bí thư.',
  ].join('\n');
  const rest = { document: null, ambiguous: false };
  expect(summariseCitations(findCitations(text))).toEqual([
    {
      symbol: '57-KL/TW',
      text: 'Kết luận 57-KL/TW',
      occurrences: 3,
      date: '2023-06-15',
      issuerName: 'Bộ Chính trị',
      ...rest,
    },
    {
      symbol: '03-QC/TU',
      text: 'Quy chế 03-QC/TU',
      occurrences: 2,
      date: '2021-03-15',
      issuerName: 'Ban Thường vụ Tỉnh ủy',
      ...rest,
    },
    {
      symbol: '94-KH/HU',
      text: 'Kế hoạch số 94-KH/HU',
      occurrences: 1,
      date: '2023-08-31',
      issuerName: 'Huyện ủy Gò Công Tây',
      ...rest,
    },
    {
      symbol: '34-NQ/TW',
      text: 'Nghị quyết 34-NQ/TW',
      occurrences: 1,
      date: '2023-01-09',
      issuerName: 'Bộ Chính trị',
      ...rest,
    },
  ]);
});

test('a text without citations has no entries', () => {
  expect(summariseCitations([])).toEqual([]);
});
