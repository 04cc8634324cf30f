import { webAddress } from '../../../src/plugins/feeds/server/src/formats/web-address';

test.each([
  ['https://www.example.vn', 'https://www.example.vn/'],
  ['https://www.example.vn/tin/trạm y tế', 'https://www.example.vn/tin/tr%E1%BA%A1m%20y%20t%E1%BA%BF'],
  ['https://www.example.vn/a?filters[topic]=y|z#x#y', 'https://www.example.vn/a?filters%5Btopic%5D=y%7Cz#x%23y'],
  ['https://www.example.vn/100%/%C4%91', 'https://www.example.vn/100%25/%C4%91'],
  ['https://user:secret@www.example.vn/a', 'https://www.example.vn/a'],
  ['http://[::1]:1337/a', 'http://[::1]:1337/a'],
  ['http://localhost:1337/a', 'http://localhost:1337/a'],
  ['mailto:bbt@example.vn', 'mailto:bbt@example.vn'],
])('%s is written as %s', (given, expected) => {
  expect(webAddress(given)).toBe(expected);
});

test.each([
  '',
  '/uploads/a.jpg',
  'www.example.vn',
  'javascript:alert(1)',
  'data:text/plain,a',
  'A:',
  'mailto:',
  null,
  undefined,
])('%p is no address for a feed', (given) => {
  expect(webAddress(given)).toBeUndefined();
});

test('an address that is written once stays the same', () => {
  const written = webAddress('https://www.example.vn/a b?c[d]=đ') ?? '';
  expect(webAddress(written)).toBe(written);
});
