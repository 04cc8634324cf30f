import config from '../../../src/plugins/feeds/server/src/config';

test('the defaults are valid', () => {
  expect(() => config.validator(config.default)).not.toThrow();
});

test('titles and descriptions are given by collection and locale', () => {
  const titles = { news: { vi: 'Tin của huyện', en: 'District news' } };
  expect(() => config.validator({ ...config.default, titles, descriptions: titles })).not.toThrow();
});

test.each([
  ['an extension without its underscore', { extension: 'example' }, 'extension'],
  ['an extension with a period', { extension: '_example.vn' }, 'extension'],
  ['an empty title', { titles: { news: { vi: ' ' } } }, 'titles'],
  ['a title without a locale', { titles: { news: 'Tin' } }, 'titles'],
  ['an option that does not exist', { title: 'Tin' }, 'title'],
])('%s is refused by name', (_title, change, name) => {
  expect(() => config.validator({ ...config.default, ...change })).toThrow(name);
});
