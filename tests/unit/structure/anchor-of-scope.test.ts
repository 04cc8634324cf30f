import { anchorOfScope, withAnchors } from '../../../src/plugins/gazette/server/src/structure';

const contentsOf = (lines: readonly string[]) =>
  withAnchors(lines.map((line) => `<p>${line}</p>`).join(''), 'vi').contents;

const regulation = contentsOf([
  ...['Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.', 'Điều 2. Hiệu lực'],
  ...['Chương I. QUY ĐỊNH CHUNG', 'Điều 1. Phạm vi', '1. Một.', '2. Hai:', 'a) x', 'b) y', 'c) z', 'd) t', 'đ) u'],
  ...[
    'Chương II. TỔ CHỨC',
    'Mục 1. CẤP XÃ',
    'Điều 2. Họp',
    'Mục 2. CẤP ẤP',
    'Điều 8. Hồ sơ',
    '1. Một.',
    '2. Hai.',
    '3. Ba.',
  ],
  ...['Chương III. THI HÀNH', 'Mục 1. CHUYỂN TIẾP', 'Điều 9. Thi hành', 'a) m', 'b) n', 'Điều 12a. Bổ sung'],
  ...['PHỤ LỤC I', 'DANH MỤC', 'PHỤ LỤC II', 'MẪU'],
]);

test.each([
  ['Điều 8', 'dieu-8'],
  ['khoản 2 Điều 8', 'dieu-8-khoan-2'],
  ['Khoản 2, Điều 8', 'dieu-8-khoan-2'],
  ['khoản 02 Điều 08', 'dieu-8-khoan-2'],
  ['KHOẢN 2 ĐIỀU 8 QUY CHẾ', 'dieu-8-khoan-2'],
  ['khoản 2 Điều 8'.normalize('NFD'), 'dieu-8-khoan-2'],
  ['Điều 8 khoản 3', 'dieu-8-khoan-3'],
  ['Điều 8, khoản 3 Điều 9', 'dieu-8'],
  ['các khoản 2, 3 và 4 Điều 8', 'dieu-8-khoan-2'],
  ['khoản 1 và khoản 3 Điều 8', 'dieu-8-khoan-1'],
  ['điểm đ khoản 2 Điều 1', 'dieu-1_2-khoan-2-diem-dd'],
  ['điểm d khoản 2 Điều 1', 'dieu-1_2-khoan-2-diem-d'],
  ['điểm a khoản 1 và khoản 2 Điều 1', 'dieu-1_2-khoan-1'],
  ['điểm b Điều 9', 'dieu-9-diem-b'],
  ['đoạn 2 khoản 3 Điều 8 Quy chế ban hành kèm theo Quyết định số 15/2020/QĐ-UBND', 'dieu-8-khoan-3'],
  ['Điều 12a', 'dieu-12a'],
  ['Chương II', 'chuong-ii'],
  ['chương 2', 'chuong-ii'],
  ['Mục 1 Chương III', 'chuong-iii-muc-1'],
  ['Phụ lục II', 'phu-luc-ii'],
  ['Phụ lục số 2', 'phu-luc-ii'],
  // A place that is not recognised is in the one that holds it.
  ['khoản 7 Điều 8', 'dieu-8'],
  ['điểm a khoản 1 Điều 8', 'dieu-8-khoan-1'],
  // Two places are called so.
  ['Điều 1', null],
  ['Mục 1', null],
  ['khoản 1', null],
  ['Điều 44', null],
  ['điểm a', null],
  ['toàn bộ văn bản', null],
  ['Điều khoản thi hành', null],
  ['', null],
])('the scope "%s" of a regulation leads to %s', (scope, anchor) => {
  expect(anchorOfScope(scope, regulation)).toBe(anchor);
});

const conclusion = contentsOf([
  ...[
    'I- TÌNH HÌNH',
    '1- Kết quả',
    '2- Hạn chế',
    'II- GIẢI PHÁP',
    '1. Tuyên truyền:',
    'a) báo',
    'b) đài',
    '2. Kiểm tra',
  ],
  ...['2.1. Định kỳ', '2.2. Đột xuất', 'III- THỰC HIỆN'],
]);

test.each([
  ['mục II', 'muc-ii'],
  ['Phần III', 'muc-iii'],
  ['điểm 2 mục I', 'muc-i-2'],
  ['khoản 2, mục II', 'muc-ii-2'],
  ['tiết b điểm 1 mục II', 'muc-ii-1-b'],
  ['điểm 2.2 mục II', 'muc-ii-2-2'],
  ['điểm 2', null],
  ['Điều 2', null],
])('the scope "%s" of a conclusion leads to %s', (scope, anchor) => {
  expect(anchorOfScope(scope, conclusion)).toBe(anchor);
});

test('a document without contents has no places', () => {
  expect(anchorOfScope('Điều 8', [])).toBeNull();
});

test.each(['Điều '.repeat(20_000), 'khoản 1 '.repeat(12_000), `Điều ${'1'.repeat(100_000)}`])(
  'a scope of 100 KB takes no time',
  (scope) => {
    const before = process.cpuUsage();
    anchorOfScope(scope, regulation);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(300);
  },
);
