import { readPageAddress } from '../../../src/reader/page-address';

const languages = { default: 'vi', all: ['vi', 'en'] };
const read = (path: string) => readPageAddress(path, languages);

describe('the address of a page', () => {
  it.each([
    ['/', { page: 'front', locale: 'vi', prefix: '' }],
    ['/en', { page: 'front', locale: 'en', prefix: '/en' }],
    ['/en/', { page: 'front', locale: 'en' }],
    ['/articles', { page: 'list', collection: 'articles', slug: '' }],
    ['/articles/', { page: 'list', collection: 'articles' }],
    ['/articles/a-b', { page: 'item', collection: 'articles', slug: 'a-b' }],
    ['/en/resolutions/x', { page: 'item', locale: 'en', collection: 'resolutions', slug: 'x' }],
    ['/articles/%C4%91i', { page: 'item', slug: 'đi' }],
    ['/search', { page: 'search' }],
    ['/en/account', { page: 'account', locale: 'en' }],
  ])('%s is a page', (path, expected) => {
    expect(read(path)).toMatchObject(expected);
  });

  it.each([
    '/api/articles',
    '/admin',
    '/uploads/x.jpg',
    '/vi/articles',
    '/fr/articles',
    '/articles/a/b',
    '/articles//',
    '//articles',
    '/articles/%E0%A4%A',
    '/articles/%00',
    '/search/x',
    '/Articles',
    '/constructor',
    '/robots.txt',
  ])('%s is none', (path) => {
    expect(read(path)).toBeNull();
  });
});
