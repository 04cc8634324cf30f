import { createLookUp } from '../../../src/plugins/delivery/server/src/reader/look-up';

describe('lookups in company', () => {
  const questions: string[][] = [];
  let answer: () => void = () => undefined;
  const lookUp = createLookUp<number>(async (keys) => {
    questions.push([...keys]);
    await new Promise<void>((resolve) => (answer = resolve));
    if (keys.includes('bad')) throw new Error('The database is away.');
    return new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, key.length]));
  });
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  beforeEach(() => {
    questions.length = 0;
  });

  it('ask for what came together together, for each thing once, and for what comes meanwhile afterwards', async () => {
    const first = [lookUp('a'), lookUp('bb'), lookUp('a'), lookUp('unknown')];
    await turn();
    const later = lookUp('a');
    await turn();
    expect(questions).toEqual([['a', 'bb', 'unknown']]);
    answer();
    expect(await Promise.all(first)).toEqual([1, 2, 1, undefined]);
    await turn();
    expect(questions).toEqual([['a', 'bb', 'unknown'], ['a']]);
    answer();
    expect(await later).toBe(1);
  });

  it('fail together, and go on', async () => {
    const both = Promise.allSettled([lookUp('bad'), lookUp('a')]);
    await turn();
    answer();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = lookUp('a');
    await turn();
    answer();
    expect(await next).toBe(1);
  });
});
