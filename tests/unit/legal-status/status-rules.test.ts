import {
  registerOf,
  statusIntervals,
  statusOn,
  type LegalEffect,
  type RegisterDocument,
} from '../../../src/plugins/gazette/server/src/legal-status';
import { document, effect } from './register';

type Days = Record<string, string>;
type Case = [behaviour: string, dates: Partial<RegisterDocument>, effects: LegalEffect[], days: Days];

const X = 'X';
/** Documents that act in the cases; each takes effect on the day in its name. */
const ACTORS = ['2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01'].map((day) =>
  document(day, { issuedOn: '2020-06-01', effectiveFrom: day }),
);
const OTHERS = [
  document('plain', { issuedOn: '2022-05-05' }),
  document('undated law', { issuedOn: '2022-05-05', normative: true }),
  document('short-lived', { issuedOn: '2022-01-01', effectiveTo: '2022-06-30' }),
];

const compute = (dates: Partial<RegisterDocument>, effects: LegalEffect[]) => {
  const x = document(X, dates);
  return statusIntervals(x, registerOf([x, ...ACTORS, ...OTHERS], effects));
};

const cases: Case[] = [
  [
    'begins on effectiveFrom',
    { effectiveFrom: '2020-03-01' },
    [],
    { '2020-02-29': 'not-yet-in-force', '2020-03-01': 'in-force' },
  ],
  ['begins on the day of issue by default', {}, [], { '2020-01-01': 'not-yet-in-force', '2020-01-02': 'in-force' }],
  [
    'may begin before it was issued',
    { effectiveFrom: '2019-01-01' },
    [],
    { '2018-12-31': 'not-yet-in-force', '2019-01-01': 'in-force' },
  ],
  [
    'of a normative document without effectiveFrom is unknown',
    { normative: true },
    [],
    { '2019-01-01': 'unknown', '2025-01-01': 'unknown' },
  ],
  [
    'of a normative document follows a stated effectiveFrom',
    { normative: true, effectiveFrom: '2020-03-01' },
    [],
    { '2020-02-01': 'not-yet-in-force', '2020-03-01': 'in-force' },
  ],
  ['is unknown without any date', { issuedOn: null }, [], { '2020-01-01': 'unknown' }],
  [
    'holds through effectiveTo',
    { effectiveTo: '2020-12-31' },
    [],
    { '2020-12-31': 'in-force', '2021-01-01': 'expired' },
  ],
  ['never ends on 9999-12-31', { effectiveTo: '9999-12-31' }, [], { '9999-12-31': 'in-force' }],
  [
    'of an undated normative document still ends',
    { normative: true, effectiveTo: '2020-12-31' },
    [],
    { '2020-12-31': 'unknown', '2021-01-01': 'expired' },
  ],
  [
    'with an end before its beginning was never in force',
    { effectiveFrom: '2021-01-01', effectiveTo: '2020-06-30' },
    [],
    { '2020-06-30': 'not-yet-in-force', '2020-07-01': 'expired', '2021-01-01': 'expired' },
  ],
  [
    'is obsolete where imported so',
    { obsolete: true, effectiveTo: '2020-12-31' },
    [],
    { '2020-01-01': 'not-yet-in-force', '2020-05-01': 'obsolete', '2021-01-01': 'expired' },
  ],
  ['is obsolete rather than unknown', { obsolete: true, normative: true }, [], { '2020-05-01': 'obsolete' }],

  [
    'ends when the replacing document takes effect',
    {},
    [effect('2022-01-01', 'replaces', X)],
    { '2021-12-31': 'in-force', '2022-01-01': 'expired' },
  ],
  [
    'ends on effectiveOn of the relation first of all',
    {},
    [effect('2022-01-01', 'repeals', X, { effectiveOn: '2022-03-01' })],
    { '2022-02-28': 'in-force', '2022-03-01': 'expired' },
  ],
  [
    'ends when the replacing document was issued, by default',
    {},
    [effect('plain', 'replaces', X)],
    { '2022-05-04': 'in-force', '2022-05-05': 'expired' },
  ],
  [
    'is not changed by an effect whose day is unknown',
    {},
    [effect('undated law', 'replaces', X)],
    { '2025-01-01': 'in-force' },
  ],
  [
    'is changed by an undated law on the day of the relation',
    {},
    [effect('undated law', 'replaces', X, { effectiveOn: '2023-01-01' })],
    { '2022-12-31': 'in-force', '2023-01-01': 'expired' },
  ],
  [
    'stays ended though the acting document expires',
    {},
    [effect('short-lived', 'repeals', X)],
    { '2022-01-01': 'expired', '2023-01-01': 'expired' },
  ],
  [
    'ends partly with a scope',
    {},
    [effect('2022-01-01', 'repeals', X, { scope: 'khoản 2 Điều 8' })],
    { '2021-12-31': 'in-force', '2022-01-01': 'partly-expired' },
  ],
  [
    'takes a blank scope for the whole',
    {},
    [effect('2022-01-01', 'replaces', X, { scope: '  ' })],
    { '2022-01-01': 'expired' },
  ],
  [
    'is not changed by what is not published',
    {},
    [effect('nowhere', 'repeals', X, { effectiveOn: '2021-01-01' })],
    { '2022-01-01': 'in-force' },
  ],
  [
    'is not changed by the document itself',
    {},
    [effect(X, 'annuls', X), effect(X, 'repeals', X, { effectiveOn: '2021-01-01' })],
    { '2022-01-01': 'in-force' },
  ],
  [
    'of an undated law can be ended by another',
    { normative: true },
    [effect('2022-01-01', 'repeals', X)],
    { '2021-12-31': 'unknown', '2022-01-01': 'expired' },
  ],
  [
    'never begins where repealed before',
    { effectiveFrom: '2023-01-01' },
    [effect('2022-01-01', 'repeals', X)],
    { '2021-12-31': 'not-yet-in-force', '2022-01-01': 'expired', '2023-01-01': 'expired' },
  ],

  [
    'annulled is expired from the start',
    {},
    [effect('2024-01-01', 'annuls', X)],
    { '1990-01-01': 'expired', '2020-01-02': 'expired', '2025-01-01': 'expired' },
  ],
  [
    'annulled in part is partly expired from the start',
    {},
    [effect('2024-01-01', 'annuls', X, { scope: 'Điều 3' })],
    { '2020-01-01': 'not-yet-in-force', '2020-01-02': 'partly-expired' },
  ],
  ['annulled on an unknown day is expired', {}, [effect('undated law', 'annuls', X)], { '2020-01-02': 'expired' }],

  [
    'suspended lasts through until',
    {},
    [effect('2021-01-01', 'suspends', X, { until: '2021-03-31' })],
    { '2020-12-31': 'in-force', '2021-01-01': 'suspended', '2021-03-31': 'suspended', '2021-04-01': 'in-force' },
  ],
  [
    'suspended lasts until resumed',
    {},
    [effect('2021-01-01', 'suspends', X), effect('2022-01-01', 'resumes', X)],
    { '2021-12-31': 'suspended', '2022-01-01': 'in-force' },
  ],
  [
    'resumed early ends before until',
    {},
    [effect('2021-01-01', 'suspends', X, { until: '2023-12-31' }), effect('2022-01-01', 'resumes', X)],
    { '2021-12-31': 'suspended', '2022-01-01': 'in-force' },
  ],
  [
    'resumed and suspended again is suspended',
    {},
    [effect('2021-01-01', 'suspends', X), effect('2022-01-01', 'resumes', X), effect('2023-01-01', 'suspends', X)],
    { '2022-06-01': 'in-force', '2023-01-01': 'suspended', '2030-01-01': 'suspended' },
  ],
  [
    'resumed before it was suspended stays suspended',
    {},
    [effect('2021-01-01', 'resumes', X), effect('2022-01-01', 'suspends', X)],
    { '2022-01-01': 'suspended', '2030-01-01': 'suspended' },
  ],
  [
    'resumed on the first day is not suspended at all',
    {},
    [effect('2021-01-01', 'suspends', X), effect('2021-01-01', 'resumes', X)],
    { '2021-01-01': 'in-force' },
  ],
  [
    'suspended in part',
    {},
    [effect('2021-01-01', 'suspends', X, { scope: 'Điều 5', until: '2021-03-31' })],
    { '2021-01-01': 'partly-suspended', '2021-04-01': 'in-force' },
  ],
  [
    'resumed in part ends the suspension of that part only',
    {},
    [
      effect('2021-01-01', 'suspends', X, { scope: 'Khoản 1,  Điều 5' }),
      effect('2022-01-01', 'resumes', X, { scope: 'khoản 1 Điều 5' }),
    ],
    { '2021-06-01': 'partly-suspended', '2022-01-01': 'in-force' },
  ],
  [
    'resumed in another part stays partly suspended',
    {},
    [effect('2021-01-01', 'suspends', X, { scope: 'Điều 5' }), effect('2022-01-01', 'resumes', X, { scope: 'Điều 6' })],
    { '2022-01-01': 'partly-suspended' },
  ],
  [
    'resumed in part stays suspended as a whole',
    {},
    [effect('2021-01-01', 'suspends', X), effect('2022-01-01', 'resumes', X, { scope: 'Điều 5' })],
    { '2022-01-01': 'suspended' },
  ],
  [
    'resumed as a whole ends the suspensions of parts too',
    {},
    [effect('2021-01-01', 'suspends', X, { scope: 'Điều 5' }), effect('2022-01-01', 'resumes', X)],
    { '2022-01-01': 'in-force' },
  ],

  [
    'extended holds through the new last day',
    { effectiveTo: '2021-12-31' },
    [effect('2021-01-01', 'extends', X, { until: '2022-12-31' })],
    { '2022-12-31': 'in-force', '2023-01-01': 'expired' },
  ],
  [
    'extended twice ends by the later act, though shorter',
    { effectiveTo: '2021-12-31' },
    [
      effect('2021-01-01', 'extends', X, { until: '2024-12-31' }),
      effect('2022-01-01', 'extends', X, { until: '2023-06-30' }),
    ],
    { '2023-06-30': 'in-force', '2023-07-01': 'expired' },
  ],
  [
    'extended twice on a day ends by the longer',
    { effectiveTo: '2021-06-30' },
    [
      effect('2021-01-01', 'extends', X, { until: '2023-12-31' }),
      effect('2021-01-01', 'extends', X, { until: '2022-12-31' }),
    ],
    { '2023-12-31': 'in-force', '2024-01-01': 'expired' },
  ],
  [
    'extended too late is back in force from that day',
    { effectiveTo: '2021-12-31' },
    [effect('2023-01-01', 'extends', X, { until: '2023-12-31' })],
    { '2022-01-01': 'expired', '2022-12-31': 'expired', '2023-01-01': 'in-force', '2024-01-01': 'expired' },
  ],
  [
    'extended without a day to is not extended',
    { effectiveTo: '2021-12-31' },
    [effect('2021-01-01', 'extends', X)],
    { '2022-01-01': 'expired' },
  ],
  [
    'extended without an end of its own gets one',
    {},
    [effect('2021-01-01', 'extends', X, { until: '2022-12-31' })],
    { '2022-12-31': 'in-force', '2023-01-01': 'expired' },
  ],
  [
    'extended to a day gone by ends at once',
    { effectiveTo: '2024-12-31' },
    [effect('2023-01-01', 'extends', X, { until: '2022-06-30' })],
    { '2022-12-31': 'in-force', '2023-01-01': 'expired' },
  ],
  [
    'extended is still ended by a repeal',
    { effectiveTo: '2021-12-31' },
    [effect('2021-01-01', 'extends', X, { until: '2024-12-31' }), effect('2022-01-01', 'repeals', X)],
    { '2022-01-01': 'expired' },
  ],
  [
    'extended in part is partly expired after the last day of the rest',
    { effectiveTo: '2021-12-31' },
    [effect('2021-01-01', 'extends', X, { scope: 'Chương II', until: '2022-12-31' })],
    {
      '2021-12-31': 'in-force',
      '2022-01-01': 'partly-expired',
      '2022-12-31': 'partly-expired',
      '2023-01-01': 'expired',
    },
  ],

  [
    'expired comes before not yet in force',
    { effectiveFrom: '2023-01-01' },
    [effect('2021-01-01', 'replaces', X)],
    { '2022-01-01': 'expired' },
  ],
  [
    'not yet in force comes before suspended',
    { effectiveFrom: '2023-01-01' },
    [effect('2021-01-01', 'suspends', X)],
    { '2022-01-01': 'not-yet-in-force', '2023-01-01': 'suspended' },
  ],
  [
    'suspended comes before partly suspended and partly expired',
    {},
    [
      effect('2021-01-01', 'repeals', X, { scope: 'Điều 1' }),
      effect('2022-01-01', 'suspends', X, { scope: 'Điều 2' }),
      effect('2023-01-01', 'suspends', X),
    ],
    { '2021-01-01': 'partly-expired', '2022-01-01': 'partly-suspended', '2023-01-01': 'suspended' },
  ],
  ...(
    [
      'based-on',
      'refers-to',
      'implements',
      'guides',
      'explains',
      'amends',
      'supplements',
      'corrects',
      'consolidates',
    ] as const
  ).map((type): Case => [
    `is not changed by ${type}`,
    {},
    [effect('2021-01-01', type, X), effect('2022-01-01', type, X, { scope: 'Điều 2' })],
    { '2023-01-01': 'in-force' },
  ]),
];

describe('the status of a document', () => {
  it.each(cases)('%s', (_behaviour, dates, effects, days) => {
    const intervals = compute(dates, effects);
    expect(Object.fromEntries(Object.keys(days).map((day) => [day, statusOn(intervals, day).code]))).toEqual(days);
  });
});

describe('the causes of a status', () => {
  it('name the rule, the acting document, the part and the day', () => {
    const intervals = compute({ effectiveTo: '2023-06-30' }, [
      effect('2021-01-01', 'suspends', X, { until: '2021-02-28' }),
      effect('2022-01-01', 'repeals', X, { scope: ' Điều 4 ' }),
    ]);
    const begins = { rule: 'issued-on', by: null, scope: null, on: '2020-01-02' };
    expect(intervals).toEqual([
      { from: null, until: '2020-01-02', code: 'not-yet-in-force', because: [begins] },
      { from: '2020-01-02', until: '2021-01-01', code: 'in-force', because: [begins] },
      {
        from: '2021-01-01',
        until: '2021-03-01',
        code: 'suspended',
        because: [{ rule: 'suspended', by: '2021-01-01', scope: null, on: '2021-01-01' }],
      },
      { from: '2021-03-01', until: '2022-01-01', code: 'in-force', because: [begins] },
      {
        from: '2022-01-01',
        until: '2023-07-01',
        code: 'partly-expired',
        because: [{ rule: 'repealed', by: '2022-01-01', scope: 'Điều 4', on: '2022-01-01' }],
      },
      {
        from: '2023-07-01',
        until: null,
        code: 'expired',
        because: [{ rule: 'effective-to', by: null, scope: null, on: '2023-07-01' }],
      },
    ]);
  });

  it('of an end are what ended it first', () => {
    const intervals = compute({ effectiveTo: '2023-06-30' }, [
      effect('2022-01-01', 'repeals', X),
      effect('2021-01-01', 'replaces', X),
    ]);
    expect(statusOn(intervals, '2025-01-01')).toEqual({
      from: '2021-01-01',
      until: null,
      code: 'expired',
      because: [{ rule: 'replaced', by: '2021-01-01', scope: null, on: '2021-01-01' }],
    });
  });

  it('of an end name the act that moved it', () => {
    const intervals = compute({ effectiveTo: '2021-12-31' }, [
      effect('2021-01-01', 'extends', X, { until: '2022-12-31' }),
    ]);
    expect(intervals.slice(-2).map(({ because }) => because.map(({ rule, by }) => [rule, by]))).toEqual([
      [
        ['issued-on', null],
        ['extended', '2021-01-01'],
      ],
      [['effective-to', '2021-01-01']],
    ]);
  });

  it('do not count a relation twice', () => {
    const twice = effect('2022-01-01', 'repeals', X, { scope: 'Điều 4' });
    expect(compute({}, [twice, { ...twice }]).at(-1)?.because).toHaveLength(1);
  });

  it('do not depend on the order in which relations are stored', () => {
    const effects = [
      effect('2021-01-01', 'suspends', X, { scope: 'Điều 1' }),
      effect('2021-01-01', 'suspends', X, { scope: 'Điều 2' }),
      effect('2022-01-01', 'resumes', X),
      effect('2022-01-01', 'repeals', X, { scope: 'Điều 1' }),
    ];
    expect(compute({}, [...effects].reverse())).toEqual(compute({}, effects));
  });
});

describe('chains and circles of replacements', () => {
  const years = ['A', 'B', 'C'].map((id, index) => document(id, { issuedOn: `202${index}-01-01` }));

  it('end every document but the last of a chain', () => {
    const register = registerOf(years, [effect('B', 'replaces', 'A'), effect('C', 'replaces', 'B')]);
    const codes = years.map((each) => statusOn(statusIntervals(each, register), '2023-01-01').code);
    expect(codes).toEqual(['expired', 'expired', 'in-force']);
    expect(statusOn(statusIntervals(document('A'), register), '2021-01-01').because[0]?.by).toBe('B');
  });

  it('end every document of a circle on its own day', () => {
    const register = registerOf(years, [
      effect('B', 'replaces', 'A'),
      effect('C', 'replaces', 'B'),
      effect('A', 'replaces', 'C', { effectiveOn: '2025-01-01' }),
    ]);
    const ends = years.map((each) => statusIntervals(each, register).at(-1)?.from);
    expect(ends).toEqual(['2021-01-01', '2022-01-01', '2025-01-01']);
  });
});

describe('the interval of a day', () => {
  it('is refused where the intervals do not cover all days', () => {
    expect(() => statusOn([], '2020-01-01')).toThrow(RangeError);
  });
});
