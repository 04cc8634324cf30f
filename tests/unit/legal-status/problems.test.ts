import {
  documentProblems,
  endingCircles,
  registerOf,
  type LegalEffect,
  type RegisterDocument,
} from '../../../src/plugins/gazette/server/src/legal-status';
import { document, effect } from './register';

const X = 'X';
const ACTORS = ['2019-01-01', '2021-01-01', '2022-01-01'].map((day) => document(day, { issuedOn: day }));
const LAW = document('law', { issuedOn: '2022-05-05', normative: true });

const problemsOf = (dates: Partial<RegisterDocument>, effects: LegalEffect[]) => {
  const x = document(X, dates);
  return documentProblems(x, registerOf([x, LAW, ...ACTORS], effects));
};

type Case = [situation: string, dates: Partial<RegisterDocument>, effects: LegalEffect[], expected: string[]];

const cases: Case[] = [
  [
    'nothing in an ordinary life',
    { effectiveTo: '2021-12-31' },
    [
      effect('2021-01-01', 'suspends', X, { until: '2021-03-31' }),
      effect('2021-01-01', 'extends', X, { until: '2022-12-31' }),
      effect('2022-01-01', 'repeals', X),
    ],
    [],
  ],
  [
    'an end before the beginning',
    { effectiveFrom: '2020-02-01', effectiveTo: '2020-01-31' },
    [],
    ['ends-before-it-begins'],
  ],
  ['a relation to itself', {}, [effect(X, 'repeals', X)], ['relation-to-itself']],
  ['no relation to itself that has no effect anyway', {}, [effect(X, 'refers-to', X)], []],
  ['an effect without a day', {}, [effect('law', 'repeals', X)], ['effect-without-day']],
  ['no day missing from an annulment', {}, [effect('law', 'annuls', X)], []],
  ['a repeal before the issue', {}, [effect('2019-01-01', 'repeals', X)], ['ended-before-issued']],
  [
    'a circle of annulments',
    {},
    [effect('2021-01-01', 'annuls', X), effect(X, 'annuls', '2021-01-01')],
    ['annulment-circle'],
  ],
  [
    'an extension without a day to',
    { effectiveTo: '2021-12-31' },
    [effect('2021-01-01', 'extends', X)],
    ['extension-without-until'],
  ],
  [
    'an extension of what has no end',
    {},
    [effect('2021-01-01', 'extends', X, { until: '2022-12-31' })],
    ['extension-without-end'],
  ],
  [
    'an extension of a part of what has no end',
    {},
    [effect('2021-01-01', 'extends', X, { until: '2022-12-31', scope: 'Điều 1' })],
    ['extension-without-end'],
  ],
  [
    'an extension that shortens',
    { effectiveTo: '2021-12-31' },
    [effect('2021-01-01', 'extends', X, { until: '2021-06-30' })],
    ['extension-shortens'],
  ],
  [
    'an extension after the end',
    { effectiveTo: '2021-06-30' },
    [effect('2022-01-01', 'extends', X, { until: '2022-06-30' })],
    ['extension-after-end'],
  ],
  [
    'a suspension that is over before it begins',
    {},
    [effect('2021-01-01', 'suspends', X, { until: '2020-12-31' })],
    ['suspension-without-days'],
  ],
  [
    'a resumption before the suspension',
    {},
    [effect('2021-01-01', 'resumes', X), effect('2022-01-01', 'suspends', X)],
    ['resumption-before-suspension'],
  ],
  ['a resumption of nothing', {}, [effect('2021-01-01', 'resumes', X)], ['resumption-of-nothing']],
  [
    'a resumption of another part',
    {},
    [effect('2021-01-01', 'suspends', X, { scope: 'Điều 1' }), effect('2022-01-01', 'resumes', X, { scope: 'Điều 2' })],
    ['resumption-of-nothing'],
  ],
];

describe('the problems of a document are', () => {
  it.each(cases)('%s', (_situation, dates, effects, expected) => {
    expect(problemsOf(dates, effects).map(({ code }) => code)).toEqual(expected);
  });

  it('told with everything that names the place', () => {
    expect(problemsOf({}, [effect('2021-01-01', 'resumes', X, { scope: 'Điều 1' })])).toEqual([
      {
        code: 'resumption-of-nothing',
        documents: [X],
        by: '2021-01-01',
        type: 'resumes',
        scope: 'Điều 1',
        on: '2021-01-01',
      },
    ]);
  });
});

describe('circles of endings', () => {
  const documents = ['a', 'b', 'c', 'd'].map((id) => document(id));
  const circlesOf = (effects: LegalEffect[]) => endingCircles(effects, registerOf(documents, effects));

  it('are found once, with the day where it is one', () => {
    expect(
      circlesOf([effect('b', 'replaces', 'a'), effect('a', 'replaces', 'b'), effect('c', 'replaces', 'b')]),
    ).toEqual([
      { code: 'ending-circle', documents: ['a', 'b'], by: null, type: 'replaces', scope: null, on: '2020-01-02' },
    ]);
  });

  it('of several days and types name neither', () => {
    const effects = [
      effect('a', 'replaces', 'b'),
      effect('b', 'repeals', 'c'),
      effect('c', 'replaces', 'a', { effectiveOn: '2023-01-01' }),
    ];
    expect(circlesOf(effects)).toEqual([
      { code: 'ending-circle', documents: ['a', 'b', 'c'], by: null, type: null, scope: null, on: null },
    ]);
  });

  it.each([
    ['parts', [effect('a', 'replaces', 'b', { scope: 'Điều 1' }), effect('b', 'replaces', 'a')]],
    ['annulled documents', [effect('a', 'replaces', 'b'), effect('b', 'replaces', 'a'), effect('d', 'annuls', 'a')]],
    ['one document', [effect('a', 'replaces', 'a')]],
    ['a chain', [effect('a', 'replaces', 'b'), effect('b', 'replaces', 'c')]],
  ])('are none of %s', (_what, effects) => {
    expect(circlesOf(effects)).toEqual([]);
  });
});
