import { createLookUp, createLookUps } from '../../../src/plugins/delivery/server/src/reader/look-up';
import { eventually } from '../../support/eventually';

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

describe('lookups with several questions at once', () => {
  const questions: { keys: readonly string[]; answer: () => void }[] = [];
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const ask = async (keys: readonly string[]) => {
    await new Promise<void>((resolve) => questions.push({ keys, answer: resolve }));
    return new Map(keys.map((key) => [key, key.toUpperCase()]));
  };
  const asked = () => questions.map(({ keys }) => keys.join(''));

  beforeEach(() => {
    questions.length = 0;
  });

  it('put no more questions than they may, of no more keys than they may', async () => {
    const lookUp = createLookUp(ask, { atOnce: 2, most: 2 });
    const all = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => lookUp(key));
    await turn();
    expect(asked()).toEqual(['ab', 'cd']);
    questions[1]?.answer();
    await turn();
    expect(asked()).toEqual(['ab', 'cd', 'ef']);
    questions[0]?.answer();
    questions[2]?.answer();
    expect(await Promise.all(all)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  it('are not held back for long by a question that is never answered', async () => {
    const lookUp = createLookUp(ask);
    void lookUp('lost');
    await turn();
    const later = ['a', 'b'].map((key) => lookUp(key));
    await turn();
    expect(asked()).toEqual(['lost']);
    const known = await eventually(
      async () => asked(),
      ({ length }) => length > 1,
    );
    expect(known).toEqual(['lost', 'ab']);
    questions[1]?.answer();
    expect(await Promise.all(later)).toEqual(['A', 'B']);
    const last = lookUp('c');
    await turn();
    questions[2]?.answer();
    expect(await last).toBe('C');
  });

  it('ask for each group by itself', async () => {
    const groups: string[] = [];
    const lookUp = createLookUps<{ name: string }, string>(
      ({ name }) => name,
      (group, keys) => {
        groups.push(group.name);
        return ask(keys);
      },
    );
    const all = [lookUp({ name: 'vi' }, 'a'), lookUp({ name: 'en' }, 'a'), lookUp({ name: 'vi' }, 'b')];
    await turn();
    expect(groups).toEqual(['vi', 'en']);
    expect(asked()).toEqual(['ab', 'a']);
    questions.forEach(({ answer }) => answer());
    expect(await Promise.all(all)).toEqual(['A', 'A', 'B']);
    const again = lookUp({ name: 'vi' }, 'c');
    await turn();
    questions[2]?.answer();
    expect(await again).toBe('C');
  });
});
