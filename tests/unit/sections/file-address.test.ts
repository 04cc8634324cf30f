import {
  addressesIn,
  leadsTo,
  possibleHashes,
  withLibraryImages,
} from '../../../src/plugins/gazette/server/src/sections';

const HASH = 'cau_moi_3f2a9c1b0d';

describe('an address', () => {
  test.each([
    ['/uploads/cau_moi_3f2a9c1b0d.jpg', true],
    ['/uploads/small_cau_moi_3f2a9c1b0d.jpg', true],
    ['https://kho.example.net/a/b/cau_moi_3f2a9c1b0d.jpg?x=1#y', true],
    ['/uploads/cau%5Fmoi%5f3f2a9c1b0d.jpg', true],
    ['\\uploads\\cau_moi_3f2a9c1b0d.jpg', true],
    ['/uploads/haicau_moi_3f2a9c1b0d.jpg', false],
    ['/uploads/cau_moi_3f2a9c1b0d.jpg.zip', false],
    ['/uploads/cau_moi_aaaaaaaaaa.jpg', false],
    ['/uploads/%zz', false],
    ['', false],
  ])('%s leads to a file: %s', (address, expected) => {
    expect(leadsTo(address, HASH)).toBe(expected);
    expect(possibleHashes(address).includes(HASH)).toBe(expected);
  });
});

test('addresses are found with their places', () => {
  const image = { type: 'image', image: { url: '/a.jpg', formats: { small: { url: '/s.jpg' } } } };
  const section = {
    body: [{ type: 'paragraph', children: [{ type: 'link', url: '/b', children: [] }] }, image],
    html: '<a href="/c?d=1&amp;e=2" title="href=">f</a><img src="/g.jpg" alt=" src=&quot;/x&quot;" />',
    url: '/h.mp4',
  };
  expect(addressesIn(section)).toEqual([
    { path: ['body', 0, 'children', 0, 'url'], address: '/b' },
    { path: ['body', 1, 'image', 'url'], address: '/a.jpg' },
    { path: ['body', 1, 'image', 'formats', 'small', 'url'], address: '/s.jpg' },
    { path: ['html'], address: '/c?d=1&e=2' },
    { path: ['html'], address: '/g.jpg' },
    { path: ['url'], address: '/h.mp4' },
  ]);
  expect(addressesIn(null)).toEqual([]);
});

test('an image block takes sizes from the library and keeps its words', () => {
  const image = { url: `http://x/uploads/${HASH}.jpg`, width: 1, height: 2, formats: { small: {} }, caption: 'Lời' };
  const file = {
    id: 7,
    documentId: 'abc',
    hash: HASH,
    url: `/uploads/${HASH}.jpg`,
    width: 100,
    height: null,
    formats: null,
    caption: 'Lời của tệp',
  };
  const other = { type: 'image', image: { url: '/uploads/khac_0000000000.jpg' } };
  expect(withLibraryImages([{ type: 'image', image }, other], [file])).toEqual([
    {
      type: 'image',
      image: { ...image, documentId: 'abc', hash: HASH, url: file.url, width: 100, height: 2, formats: null },
    },
    other,
  ]);
});
