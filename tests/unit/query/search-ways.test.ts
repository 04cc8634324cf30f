import fc from 'fast-check';
import { ERA_BITS, SPAN_BITS } from '../../../src/plugins/delivery/server/src/store/search';
import { partsUpTo } from '../../../src/plugins/delivery/server/src/query/hit-rows';
import { raiseOf } from '../../../src/plugins/delivery/server/src/query/search-sql';
import {
  inSteps,
  partsOf,
  partsToFill,
  stretchesOf,
  wayTo,
  type Stretch,
} from '../../../src/plugins/delivery/server/src/query/search-ways';

const MAX_ID = 2 ** 43 - 1;
const id = fc.oneof(fc.integer({ min: 0, max: MAX_ID }), fc.integer({ min: MAX_ID - 2 ** 33, max: MAX_ID }));

/** Whether a row of an id is of a stretch, as the conditions of `inStretch` say it. */
const holds = ({ from, before, spans }: Stretch, row: number): boolean => {
  const names = [Math.floor(row / 2 ** SPAN_BITS), -1 - Math.floor(row / 2 ** ERA_BITS)];
  if (before !== null && row >= before) return false;
  return spans ? names.some((name) => spans.includes(name)) : from === null || row >= from;
};

describe('the stretches of a search', () => {
  it('hold each row exactly once, the newer one never behind an older one', () => {
    fc.assert(
      fc.property(fc.array(id, { minLength: 4, maxLength: 40 }), fc.boolean(), (ids, isFarKnown) => {
        const [newest = 0, ...rows] = [...ids].sort((a, b) => b - a);
        const stretches = stretchesOf({ id: newest, near: rows[1] ?? 0, far: isFarKnown ? (rows.at(-1) ?? 0) : null });
        if (stretches.length === 0) return;
        // What has come since is held too.
        const all = [MAX_ID, newest + 2 ** SPAN_BITS, newest, ...rows];
        const places = all.map((row) => stretches.flatMap((stretch, place) => (holds(stretch, row) ? [place] : [])));
        expect(places.map(({ length }) => length)).toEqual(all.map(() => 1));
        const order = [...all].sort((a, b) => b - a).map((row) => places[all.indexOf(row)]?.[0] ?? -1);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are none where rows are few, or lie too far apart', () => {
    expect(stretchesOf({ id: 5_000_000, near: null, far: null })).toEqual([]);
    expect(stretchesOf({ id: 2 ** 42, near: 0, far: null })).toEqual([]);
  });

  it('name the newest spans, then eras', () => {
    const [era, span] = [2 ** ERA_BITS, 2 ** SPAN_BITS];
    expect(stretchesOf({ id: 10 * era + 5, near: 10 * era - 1, far: 8 * era + 7 })).toEqual([
      { from: 10 * era + span, before: null, spans: null },
      { from: 10 * era - span, before: 10 * era + span, spans: [159, 160] },
      { from: 8 * era, before: 10 * era - span, spans: [-9, -10] },
      { from: null, before: 8 * era, spans: null },
    ]);
  });
});

describe('the way to the newest hits of a rank', () => {
  const sample = { rows: 21, items: 100_000, near: 1_200 };

  test.each([
    ['what hardly any row is, by the index', 0, 'found'],
    ['some hundred of many rows, by the index', 0.002, 'found'],
    ['some thousand, in stretches', 0.03, 'in-stretches'],
    ['what every second row is, on a walk', 0.5, 'walked'],
  ] as const)('%s', (_, density, way) => {
    expect(wayTo({ ...sample, density }).way).toBe(way);
  });

  it('goes without stretches where there are none', () => {
    expect(wayTo({ ...sample, density: 0.03, near: null }).way).toBe('walked');
    expect(wayTo({ ...sample, density: 0.03, items: 500, near: null }).way).toBe('found');
  });

  it('is a walk behind the newest stretches too, where hits are frequent', () => {
    expect(wayTo({ ...sample, density: 0.1 })).toEqual({ way: 'in-stretches', rest: 'walked' });
    expect(wayTo({ ...sample, density: 0.005 })).toEqual({ way: 'found', rest: 'found' });
  });

  it('does not take a stretch for short that holds most rows', () => {
    expect(wayTo({ ...sample, density: 0.1, near: 90_000 }).way).toBe('walked');
  });

  it('does not look for thousands of hits on a walk', () => {
    expect(wayTo({ ...sample, density: 0.1, rows: 9_000 }).way).toBe('found');
  });
});

describe('how many parts fill a page', () => {
  const stretches = stretchesOf({ id: 5 * 2 ** ERA_BITS, near: 5 * 2 ** ERA_BITS - 9, far: 3 * 2 ** ERA_BITS });
  const rest = 'found' as const;
  const [found, walked, inStretches] = [
    { way: 'found' as const, rest },
    { way: 'walked' as const, rest },
    { way: 'in-stretches' as const, rest },
  ];

  it('as many as held a page of the newest rows', () => {
    const ways = { byRank: [inStretches, walked], stretches };
    expect(partsToFill(ways, [30, 500], 21, 1_000)).toBe(2);
    expect(partsToFill(ways, [10, 500], 21, 1_000)).toBe(3);
    expect(partsToFill({ ...ways, byRank: [found, walked, found] }, [0, 500, 0], 21, 1_000)).toBe(2);
  });

  it('all where hits are few', () => {
    expect(partsToFill({ byRank: [found, found], stretches }, [0, 3], 21, 1_000)).toBeNull();
    expect(partsToFill({ byRank: [found, inStretches], stretches }, [0, 1], 21, 1_000)).toBeNull();
  });

  it('and a rank that is to be looked for in stretches is looked for in all rows where there are none', () => {
    const [part, ...others] = partsOf(1, { byRank: [inStretches], stretches: [] });
    expect(others).toEqual([]);
    expect(part?.stretch).toEqual({ from: null, before: null, spans: null });
  });
});

describe('the parts that filled a page', () => {
  const word = { kind: 'entry', form: 'folded', level: 0, entry: 'xa', isPrefix: false } as const;
  const ranked = { ranks: [9, 8].map((weight) => ({ weight, hits: word })), hits: word, phrases: [] };
  const stretches: Stretch[] = [
    { from: 900, before: null, spans: null },
    { from: 500, before: 900, spans: [1] },
    { from: null, before: 500, spans: null },
  ];
  const ways = { byRank: [0, 1].map(() => ({ way: 'in-stretches', rest: 'found' }) as const), stretches, enough: null };
  const upTo = (weight: number, row: number) => partsUpTo({ ranked, ways }, String(raiseOf(weight) + row));

  test.each([
    ['newer than what was known', 9, 900, 1],
    ['the first row of a stretch', 9, 899, 2],
    ['its last row', 9, 500, 2],
    ['the rest', 9, 499, 3],
    ['the next rank', 8, 901, 4],
    ['a part of which the step is all', 8, 600, null],
    ['the last part', 8, 3, null],
    ['a rank that is not looked for', 7, 600, null],
  ] as const)('end with that of the last hit: %s', (_, weight, row, parts) => {
    expect(upTo(weight, row)).toBe(parts);
  });

  it('are all where a position is none', () => {
    expect(partsUpTo({ ranked, ways }, 'x')).toBeNull();
  });

  it('are counted in steps, since each is a statement', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 9, 10, 13, 14].map((parts) => inSteps(parts, 27))).toEqual([
      1,
      2,
      3,
      4,
      6,
      6,
      9,
      9,
      13,
      13,
      null,
    ]);
    expect(inSteps(6, 6)).toBeNull();
    expect(inSteps(5, 6)).toBeNull();
  });
});
