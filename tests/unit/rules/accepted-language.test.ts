import { acceptedLanguage, languageOfInterface } from '../../../src/plugins/gazette/server/src/rules/language';

describe('the language of an answer follows Accept-Language', () => {
  test.each([
    ['', 'vi'],
    ['vi', 'vi'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['fr,en;q=0.8', 'en'],
    ['vi;q=0.5, en;q=0.9', 'en'],
    ['en;q=0.5,vi;q=0.9', 'vi'],
    ['en, vi', 'en'],
    ['vi, en', 'vi'],
    ['en;q=0, vi', 'vi'],
    ['en;q=0', 'vi'],
    ['*', 'vi'],
    ['fr, *;q=0.1', 'vi'],
    ['en;q=0.1, *;q=0.01', 'en'],
    ['en ; Q = 0.4 , vi ; q = 0.3', 'en'],
    ['english', 'vi'],
    ['en;q=zz', 'vi'],
    [',;q=1,', 'vi'],
  ])('%j is %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});

describe("the language of the admin's interface", () => {
  it.each([
    ['gazette-language=en', 'en'],
    ['jwtToken=x; gazette-language=vi; other=1', 'vi'],
    ['gazette-language=fr', null],
    ['not-gazette-language=en', null],
    [undefined, null],
  ])('of the cookies "%s" is %s', (cookies, language) => {
    expect(languageOfInterface(cookies)).toBe(language);
  });
});
