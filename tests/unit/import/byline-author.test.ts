import { readBylineAuthor } from '../../../src/plugins/gazette/server/src/import';

test.each([
  ['Lê Văn An - Phó Chủ tịch UBND xã', 'Lê Văn An', 'Phó Chủ tịch UBND xã'],
  ['Lê Văn An – Trưởng ban, Giám đốc Trung tâm', 'Lê Văn An', 'Trưởng ban, Giám đốc Trung tâm'],
  ['Lê Văn An -Trưởng ban', 'Lê Văn An', 'Trưởng ban'],
  ['Lê Văn An–UVBTV', 'Lê Văn An', 'UVBTV'],
  ['Lê Văn An, Chánh Văn phòng - Thư ký', 'Lê Văn An', 'Chánh Văn phòng - Thư ký'],
  ['Lê Văn An - Xưởng in số hai', 'Lê Văn An', 'Xưởng in số hai'],
  ['Đ/c Lê Văn An - Bí thư', 'Lê Văn An', 'Bí thư'],
  ['Đồng chí Lê Văn An', 'Lê Văn An', null],
  ['Đ/c. ThS. Lê Văn An', 'Lê Văn An', null],
  ['Ông Lê Văn An', 'Lê Văn An', null],
  ['Ông Ích', 'Ông Ích', null],
  ['Trung Hiếu', 'Trung Hiếu', null],
  ['Trung Hiếu - Trung tâm Văn hóa', 'Trung Hiếu', 'Trung tâm Văn hóa'],
  ['Văn An - Văn phòng HĐND', 'Văn An', 'Văn phòng HĐND'],
  ['Ban Tuyên giáo - Huyện ủy', 'Ban Tuyên giáo - Huyện ủy', null],
  ['Minh-Khoa', 'Minh-Khoa', null],
  ['Minh Khoa -', 'Minh Khoa', null],
])('“%s” is %s, %s', (byline, name, position) => {
  expect(readBylineAuthor(byline)).toEqual({ name, position });
});

test.each([
  'Minh Khoa - Thu Hà',
  'Minh Khoa, Thu Hà',
  'Minh Khoa và Thu Hà',
  'Minh Khoa, Thu Hà - Đài Truyền thanh',
  'Đ/c',
])('“%s” names no one author', (byline) => {
  expect(readBylineAuthor(byline)).toBeNull();
});
