import * as fc from 'fast-check';
import {
  issuerCodes,
  parseSymbol,
  printSymbol,
  symbolKey,
  typeCodes,
  usualSymbol,
  type SymbolFamily,
  type SymbolParts,
} from '../../../src/plugins/gazette/server/src/symbols';

const number = fc.oneof(
  fc.integer({ min: 1, max: 99999 }).map(String),
  fc.integer({ min: 1, max: 9 }).map((value) => `0${value}`),
  fc.integer({ min: 1, max: 99 }).map((value) => `${value}a`),
);
const year = fc.integer({ min: 1945, max: 2099 });

/** HĐ with a year is a contract, and SL stands without an issuer. */
const typesOf = (family: SymbolFamily) =>
  fc
    .constantFrom(...typeCodes.filter((type) => type.families.includes(family) && !['HĐ', 'SL'].includes(type.code)))
    .map(({ code }) => code);
const issuersOf = (family: SymbolFamily) =>
  fc.constantFrom(...issuerCodes.filter((issuer) => issuer.family === family && !issuer.unit).map(({ code }) => code));
const stateIssuer = fc
  .tuple(issuersOf('state'), fc.array(fc.constantFrom('VP', 'VX', 'KTN', 'NC', 'TCT'), { maxLength: 2 }))
  .map((codes) => codes.flat().join('-'));

const symbols: Record<string, fc.Arbitrary<SymbolParts>> = {
  party: fc.record({
    number,
    year: fc.constant(null),
    type: typesOf('party'),
    issuer: issuersOf('party'),
    layout: fc.constant('party'),
  }),
  normative: fc.record({ number, year, type: typesOf('state'), issuer: stateIssuer, layout: fc.constant('normative') }),
  assembly: fc.record({
    number,
    year,
    type: fc.constant(null),
    issuer: fc.tuple(fc.constantFrom('QH', 'UBTVQH'), fc.integer({ min: 9, max: 30 })).map((parts) => parts.join('')),
    layout: fc.constant('assembly'),
  }),
  administrative: fc.record({
    number,
    year: fc.constant(null),
    type: typesOf('state'),
    issuer: stateIssuer,
    layout: fc.constant('administrative'),
  }),
  letter: fc.record({
    number,
    year: fc.constant(null),
    type: fc.constant('CV'),
    issuer: issuersOf('state').map((code) => `${code}-VX`),
    layout: fc.constant('letter'),
  }),
  legacy: fc.record({
    number,
    year: fc.constant(null),
    type: fc.constant(null),
    issuer: fc.constantFrom('CP', 'TTg', 'HĐBT', 'TC/TCT', 'LCT/HĐNN8'),
    layout: fc.constant('legacy'),
  }),
};

describe('printing and parsing are inverse', () => {
  test.each(Object.entries(symbols))('for the layout %s', (_layout, parts) => {
    fc.assert(
      fc.property(parts, (original) => {
        const text = printSymbol(original);
        const result = parseSymbol(text);
        expect(result).toMatchObject({ ok: true, symbol: { ...original, canonical: text } });
        if (result.ok) expect(printSymbol(result.symbol)).toBe(text);
      }),
    );
  });

  test.each(Object.entries(symbols))(
    'and lower case, NFD and spaces change nothing but the print of the number: %s',
    (_layout, parts) => {
      fc.assert(
        fc.property(parts, (original) => {
          const text = printSymbol(original);
          for (const spelling of [text.toLowerCase(), text.normalize('NFD'), ` ${text} `, text.replaceAll('-', '–')]) {
            expect(symbolKey(spelling)).toBe(symbolKey(text));
          }
        }),
      );
    },
  );

  test('any text is answered: with a symbol that prints to itself, or with a reason', () => {
    const piece = fc.constantFrom(
      '57',
      '0',
      'KL',
      'QĐ',
      'TW',
      'UBND',
      'CP',
      '-',
      '/',
      ' ',
      '2020',
      'số',
      'Đ',
      'a',
      '.',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const result = parseSymbol(text);
          if (!result.ok) return result.reason.vi !== '' && result.reason.en !== '';
          const again = parseSymbol(result.symbol.canonical);
          return (
            again.ok && again.symbol.canonical === result.symbol.canonical && again.symbol.key === result.symbol.key
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the usual spelling', () => {
  test.each([
    ['3-QC/TU', '03-QC/TU'],
    ['03-QC/TU', '03-QC/TU'],
    ['057-KL/TW', '57-KL/TW'],
    ['9a/2020/NĐ-CP', '09a/2020/NĐ-CP'],
    ['30a/2008/NQ-CP', '30a/2008/NQ-CP'],
    ['27-CP', '27/CP'],
  ])('of %s is %s', (text, usual) => {
    const result = parseSymbol(text);
    expect(result.ok && usualSymbol(result.symbol)).toBe(usual);
  });

  test.each(Object.entries(symbols))('is the same where the keys are: %s', (_layout, parts) => {
    fc.assert(
      fc.property(parts, fc.constantFrom('', '0'), (original, zeros) => {
        const spelling = parseSymbol(`${zeros}${printSymbol(original)}`);
        const plain = parseSymbol(printSymbol(original));
        if (!spelling.ok || !plain.ok) throw new Error('No symbol.');
        expect(spelling.symbol.key).toBe(plain.symbol.key);
        expect(usualSymbol(spelling.symbol)).toBe(usualSymbol(plain.symbol));
        expect(symbolKey(usualSymbol(plain.symbol))).toBe(plain.symbol.key);
      }),
    );
  });
});

test('a layout that needs a year or a type says so when the parts lack it', () => {
  const parts = { number: '1', year: null, type: null, issuer: 'CP' };
  expect(() => printSymbol({ ...parts, layout: 'normative' })).toThrow(/needs a year/);
  expect(() => printSymbol({ ...parts, layout: 'party' })).toThrow(/needs a type code/);
});
