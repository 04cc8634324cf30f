import {
  registerOf,
  RELATION_TYPES,
  timeline,
  TIMELINE_EVENTS,
  TIMELINE_TYPES,
  type LegalEffect,
  type RegisterDocument,
} from '../../../src/plugins/gazette/server/src/legal-status';
import { document, effect } from './register';

const X = 'X';
const ACTORS = ['2021-01-01', '2022-01-01', '2023-01-01'].map((day) => document(day, { issuedOn: day }));
const LAW = document('law', { issuedOn: '2022-05-05', normative: true });

/** One line an event: day, event, "by" where someone acts, "(part)" where one is meant. */
const lines = (dates: Partial<RegisterDocument>, effects: LegalEffect[]): string[] => {
  const x = document(X, dates);
  return timeline(x, registerOf([x, LAW, ...ACTORS], effects)).map(
    ({ on, event, by, scope }) =>
      `${on} ${event}${by === null ? '' : ` by ${by}`}${scope === null ? '' : ` (${scope})`}`,
  );
};

type Case = [life: string, dates: Partial<RegisterDocument>, effects: LegalEffect[], expected: string[]];

const issued = '2020-01-02 issued';
const inForce = '2020-01-02 in-force';

const cases: Case[] = [
  [
    'of a document alone is its own dates',
    { effectiveFrom: '2020-02-01', effectiveTo: '2020-12-31' },
    [],
    [issued, '2020-02-01 in-force', '2021-01-01 expired'],
  ],
  ['of a normative document that does not say when is its issue', { normative: true }, [], [issued]],
  [
    'names amendments, guidance and corrections',
    {},
    [
      effect('2022-01-01', 'amends', X, { scope: 'Điều 4' }),
      effect('2021-01-01', 'guides', X),
      effect('2021-01-01', 'corrects', X),
    ],
    [
      issued,
      inForce,
      '2021-01-01 corrected by 2021-01-01',
      '2021-01-01 guided by 2021-01-01',
      '2022-01-01 amended by 2022-01-01 (Điều 4)',
    ],
  ],
  [
    'leaves out who merely cites or implements',
    {},
    [effect('2021-01-01', 'based-on', X), effect('2021-01-01', 'refers-to', X), effect('2021-01-01', 'implements', X)],
    [issued, inForce],
  ],
  [
    'names the act and the end that it brings',
    {},
    [effect('2022-01-01', 'replaces', X)],
    [issued, inForce, '2022-01-01 replaced by 2022-01-01', '2022-01-01 expired by 2022-01-01'],
  ],
  [
    'ends once, though repealed again',
    {},
    [effect('2021-01-01', 'replaces', X), effect('2022-01-01', 'repeals', X)],
    [
      issued,
      inForce,
      '2021-01-01 replaced by 2021-01-01',
      '2021-01-01 expired by 2021-01-01',
      '2022-01-01 repealed by 2022-01-01',
    ],
  ],
  [
    'does not begin where repealed before',
    { effectiveFrom: '2022-01-01' },
    [effect('2021-01-01', 'repeals', X)],
    [issued, '2021-01-01 repealed by 2021-01-01', '2021-01-01 expired by 2021-01-01'],
  ],
  [
    'tells parts from the whole',
    {},
    [effect('2021-01-01', 'repeals', X, { scope: 'Điều 1' }), effect('2022-01-01', 'suspends', X, { scope: 'Điều 2' })],
    [
      issued,
      inForce,
      '2021-01-01 partly-repealed by 2021-01-01 (Điều 1)',
      '2022-01-01 partly-suspended by 2022-01-01 (Điều 2)',
    ],
  ],
  [
    'of an annulled document has no beginning and no end',
    { effectiveTo: '2021-06-30' },
    [effect('2022-01-01', 'annuls', X)],
    [issued, '2022-01-01 annulled by 2022-01-01'],
  ],
  [
    'puts an annulment without a day on its day of issue',
    {},
    [effect('law', 'annuls', X)],
    [issued, '2022-05-05 annulled by law'],
  ],
  ['leaves out other effects without a day', {}, [effect('law', 'repeals', X)], [issued, inForce]],
  [
    'leaves out what an annulled document does',
    {},
    [effect('2021-01-01', 'repeals', X), effect('2022-01-01', 'annuls', '2021-01-01')],
    [issued, inForce],
  ],
  [
    'shows who resumes',
    {},
    [effect('2021-01-01', 'suspends', X, { until: '2022-12-31' }), effect('2022-01-01', 'resumes', X)],
    [issued, inForce, '2021-01-01 suspended by 2021-01-01', '2022-01-01 resumed by 2022-01-01'],
  ],
  [
    'shows a suspension that ends by itself',
    {},
    [effect('2021-01-01', 'suspends', X, { until: '2021-03-31' })],
    [issued, inForce, '2021-01-01 suspended by 2021-01-01', '2021-04-01 resumed'],
  ],
  [
    'shows no end of a suspension while another one lasts',
    {},
    [
      effect('2021-01-01', 'suspends', X, { scope: 'Điều 1', until: '2022-03-31' }),
      effect('2022-01-01', 'suspends', X, { until: '2022-06-30' }),
    ],
    [
      issued,
      inForce,
      '2021-01-01 partly-suspended by 2021-01-01 (Điều 1)',
      '2022-01-01 suspended by 2022-01-01',
      '2022-07-01 resumed',
    ],
  ],
  [
    'shows no end of a suspension after the end of all',
    {},
    [effect('2021-01-01', 'suspends', X, { until: '2022-06-30' }), effect('2022-01-01', 'repeals', X)],
    [
      issued,
      inForce,
      '2021-01-01 suspended by 2021-01-01',
      '2022-01-01 repealed by 2022-01-01',
      '2022-01-01 expired by 2022-01-01',
    ],
  ],
  [
    'shows an extension and the moved end',
    { effectiveTo: '2021-12-31' },
    [effect('2021-01-01', 'extends', X, { until: '2022-12-31' })],
    [issued, inForce, '2021-01-01 extended by 2021-01-01', '2023-01-01 expired by 2021-01-01'],
  ],
  [
    'ends twice where extended too late',
    { effectiveTo: '2020-12-31' },
    [effect('2022-01-01', 'extends', X, { until: '2022-12-31' })],
    [issued, inForce, '2021-01-01 expired', '2022-01-01 extended by 2022-01-01', '2023-01-01 expired by 2022-01-01'],
  ],
];

describe('the timeline', () => {
  it.each(cases)('%s', (_life, dates, effects, expected) => {
    expect(lines(dates, effects)).toEqual(expected);
  });

  it('is made of all types but those that say how a document is used', () => {
    const others = RELATION_TYPES.filter((type) => !TIMELINE_TYPES.includes(type));
    expect(others).toEqual(['based-on', 'refers-to', 'implements']);
  });

  it('uses events of the closed list only, and each of them', () => {
    const used = new Set(cases.flatMap(([, , , expected]) => expected.map((line) => line.split(' ')[1] ?? '')));
    const all = RELATION_TYPES.flatMap((type) => [
      effect('2021-01-01', type, X, { until: '2021-02-01' }),
      effect('2021-01-01', type, X, { until: '2021-02-01', scope: 'Điều 1' }),
    ]);
    for (const line of lines({}, all)) used.add(line.split(' ')[1] ?? '');
    expect([...used].sort()).toEqual([...TIMELINE_EVENTS].sort());
  });
});
