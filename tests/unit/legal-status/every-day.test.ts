import fc from 'fast-check';
import {
  annulmentsIn,
  registerOf,
  statusIntervals,
  statusOn,
  type Interval,
} from '../../../src/plugins/gazette/server/src/legal-status';
import { annullingRegister, DAYS, smallRegister } from './random-register';
import { annulledIn, replay, type Observation } from './replay';

const RUNS = { numRuns: 500 };

const observe = (intervals: Interval[], day: string): Observation => {
  const { code, because } = statusOn(intervals, day);
  return {
    code,
    because: because.map(({ rule, by, scope, on }) => `${rule}|${by ?? ''}|${scope ?? ''}|${on ?? ''}`).sort(),
  };
};

/** What keeps a list of intervals from being a partition of time. */
const flaws = (intervals: Interval[]): string[] => [
  ...(intervals[0]?.from === null ? [] : ['does not begin with time']),
  ...(intervals.at(-1)?.until === null ? [] : ['ends before time']),
  ...intervals.flatMap(({ from, until, code, because }, index) => {
    const next = intervals[index + 1];
    return [
      ...(because.length > 0 ? [] : [`${code} without a cause`]),
      ...(from === null || until === null || from < until ? [] : [`no day from ${from} to ${until}`]),
      ...(next === undefined || next.from === until ? [] : [`a gap or overlap at ${until}`]),
      ...(next === undefined || JSON.stringify([code, because]) !== JSON.stringify([next.code, next.because])
        ? []
        : [`nothing turns on ${until}`]),
    ];
  }),
];

describe('the intervals of any register', () => {
  it('say on every day what living through the days shows', () => {
    fc.assert(
      fc.property(smallRegister, (small) => {
        const register = registerOf(small.documents, small.effects);
        const computed = small.documents.map((subject) => {
          const intervals = statusIntervals(subject, register);
          return DAYS.map((day) => observe(intervals, day));
        });
        expect(computed).toEqual(small.documents.map((subject) => replay(subject, small, DAYS)));
      }),
      RUNS,
    );
  });

  it('cover all days once, and neighbours differ', () => {
    fc.assert(
      fc.property(smallRegister, (small) => {
        const register = registerOf(small.documents, small.effects);
        expect(small.documents.flatMap((subject) => flaws(statusIntervals(subject, register)))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('do not depend on the order in which anything is stored, nor on which document is asked for first', () => {
    fc.assert(
      fc.property(smallRegister, ({ documents, effects }) => {
        const one = registerOf(documents, effects);
        const other = registerOf([...documents].reverse(), [...effects].reverse());
        const shared = annulmentsIn(other);
        const backwards = [...documents].reverse().map((subject) => statusIntervals(subject, other, shared));
        expect(backwards.reverse()).toEqual(documents.map((subject) => statusIntervals(subject, one)));
      }),
      RUNS,
    );
  });

  it('know the annulled documents by the definition', () => {
    fc.assert(
      fc.property(annullingRegister, (small) => {
        const annulments = annulmentsIn(registerOf(small.documents, small.effects));
        const found = [...small.documents]
          .reverse()
          .filter(({ id }) => annulments.isAnnulled(id))
          .map(({ id }) => id);
        expect(new Set(found)).toEqual(annulledIn(small));
      }),
      { numRuns: 2000 },
    );
  });
});
