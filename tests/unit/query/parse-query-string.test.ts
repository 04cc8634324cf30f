import { checkQueryString } from '../../../src/plugins/delivery/server/src/query/parse-query-string';

/** What is said of a query string; '' where nothing is wrong with it. */
const fault = (text: string): string => {
  try {
    checkQueryString(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test.each([
  ['a=1&a[b]=2', 'a'],
  ['a[b]=1&a=2', 'a'],
  ['a[b]=1&a[b][c]=2', 'a[b]'],
  ['a%5Bb%5D%5Bc%5D=1&a%5Bb%5D=2', 'a[b]'],
  ['a[]=1&a=2', 'a'],
])('a name with a value of its own and parts is refused: %s', (text, name) => {
  expect(fault(text)).toBe(`${name} has a value of its own and parts in brackets; send one or the other.`);
});

test.each(['', '&&', 'a=1&ab[c]=2', 'a[b]=1&a[bc]=2&a[d][e]=3', 'a=1&a=2'])('other names are accepted: %s', (text) => {
  expect(fault(text)).toBe('');
});

/** The quickest of three runs, in milliseconds of the processor: other work on the machine only slows a run down. */
const quickest = (text: string): number => {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    fault(text);
    return process.cpuUsage(start).user / 1_000;
  });
  return Math.min(...times);
};

/** Eight times the parameters may take eight times as long; a comparison of each with all would take 64 times. */
test.each([
  ['stray separators', () => ''],
  ['one name', () => 'a'],
  ['names', (index: number) => `a${index}`],
  ['names with parts', (index: number) => `a${index}[b]`],
])('time grows with the length of the query string: %s', (_, name) => {
  const text = (count: number) => Array.from({ length: count }, (_element, index) => name(index)).join('&');
  // So many that the processor's time, which is counted in ticks, is no zero.
  const small = quickest(text(16_000));
  expect(quickest(text(128_000))).toBeLessThan(24 * small + 100);
});
