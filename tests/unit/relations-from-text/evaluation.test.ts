import { evaluate } from '../../evaluation/relations';

test.each(['first', 'second', 'third', 'fourth', 'fifth', 'sixth'])(
  'the figures of the %s labelled set are above their thresholds',
  (set) => {
    expect(evaluate(set, false).failures).toEqual([]);
  },
);
