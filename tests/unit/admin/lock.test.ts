import { localesIn, noteLocales } from '../../../src/plugins/gazette/admin/src/edit-view/document-locales';
import { isLocked, pageDocumentOf } from '../../../src/plugins/gazette/admin/src/edit-view/lock';

const ARTICLE = 'plugin::gazette.article';
const SITE = 'plugin::gazette.site';
const DIRECTIVE = 'plugin::gazette.directive';

/** Lets the admin's store receive a document as the server sends it. */
const receive = (model: string, documentId: string | undefined, payload: object): void =>
  noteLocales({
    type: 'adminApi/executeQuery/fulfilled',
    meta: { arg: { endpointName: 'getDocument', originalArgs: { model, documentId } } },
    payload,
  });

const at = (path: string, locale?: string) => ({
  pathname: `/admin/content-manager/${path}`,
  search: locale === undefined ? '' : `?plugins[i18n][locale]=${locale}`,
});

describe('the address of a page', () => {
  it.each([
    [`/admin/content-manager/collection-types/${ARTICLE}/abc123`, { model: ARTICLE, documentId: 'abc123' }],
    [`/admin/content-manager/collection-types/${ARTICLE}/abc123/preview`, { model: ARTICLE, documentId: 'abc123' }],
    [`/admin/content-manager/collection-types/${ARTICLE}/create`, { model: ARTICLE, documentId: null }],
    [`/admin/content-manager/collection-types/${ARTICLE}/clone/abc123`, { model: ARTICLE, documentId: null }],
    [`/admin/content-manager/single-types/${SITE}`, { model: SITE, documentId: '' }],
    [`/admin/content-manager/collection-types/${ARTICLE}`, null],
    ['/admin/plugins/upload', null],
  ])('%s names its document', (path, expected) => {
    expect(pageDocumentOf(path)).toEqual(expected);
  });
});

describe('shared fields', () => {
  const translated = { data: {}, meta: { availableLocales: [{ locale: 'vi' }] } };
  const englishOnly = { data: { locale: 'en' }, meta: { availableLocales: [] } };

  beforeAll(() => {
    receive(ARTICLE, 'both', translated);
    receive(ARTICLE, 'english', englishOnly);
    receive(SITE, undefined, { document: undefined });
  });

  it.each([
    ['in the default language', at(`collection-types/${ARTICLE}/both`, 'vi'), false],
    ['without a language in the address', at(`collection-types/${ARTICLE}/both`), false],
    ['of a document that the default language has', at(`collection-types/${ARTICLE}/both`, 'en'), true],
    ['of a document that only this language has', at(`collection-types/${ARTICLE}/english`, 'en'), false],
    ['of a document that is still loading', at(`collection-types/${ARTICLE}/unknown`, 'en'), true],
    ['of a new document', at(`collection-types/${ARTICLE}/create`, 'en'), false],
    ['of a copy', at(`collection-types/${ARTICLE}/clone/both`, 'en'), false],
  ])('%s: locked is %s', (_case, location, expected) => {
    expect(isLocked(ARTICLE, location, 'vi')).toBe(expected);
  });

  it('of a single type that nobody has filled in are open', () => {
    expect(isLocked(SITE, at(`single-types/${SITE}`, 'en'), 'vi')).toBe(false);
    receive(SITE, undefined, { data: { locale: 'en' }, meta: { availableLocales: [{ locale: 'vi' }] } });
    expect(isLocked(SITE, at(`single-types/${SITE}`, 'en'), 'vi')).toBe(true);
  });

  it('of a document in a window over another page follow the document that was opened last', () => {
    const page = at(`collection-types/${ARTICLE}/english`, 'en');
    expect(isLocked(DIRECTIVE, page, 'vi')).toBe(false);
    receive(DIRECTIVE, 'linked', translated);
    expect(isLocked(DIRECTIVE, page, 'vi')).toBe(true);
  });

  it('are open while the default language is not known', () => {
    expect(isLocked(ARTICLE, at(`collection-types/${ARTICLE}/both`, 'en'), null)).toBe(false);
  });

  it('read locales from an answer of any shape', () => {
    expect([...localesIn(englishOnly)]).toEqual(['en']);
    expect([...localesIn(translated)]).toEqual(['vi']);
    for (const answer of [null, 'text', {}, { meta: {} }]) expect([...localesIn(answer)]).toEqual([]);
  });
});
