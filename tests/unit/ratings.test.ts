import { hasDoubledNames } from '../../src/plugins/ratings/server/src/http/doubled-names';
import { readBallot, readLocale } from '../../src/plugins/ratings/server/src/public/read-ballot';
import { matchRoute } from '../../src/plugins/ratings/server/src/public/route';
import { rankOf, summaryOf, type Histogram } from '../../src/plugins/ratings/server/src/summary';
import { clientAddress, hashAddress, networkOf } from '../../src/plugins/ratings/server/src/voter/address';
import { createVisitorTokens } from '../../src/plugins/ratings/server/src/voter/token';
import {
  decideBallots,
  decideMerge,
  voteKey,
  type Ballot,
  type Voter,
} from '../../src/plugins/ratings/server/src/votes/ballot';
import { createBatches } from '../../src/plugins/ratings/server/src/votes/batches';

const PRIOR = { votes: 10, mean: 3 };
const target = { collection: 'articles', documentId: 'a' };
const voter = (key: string): Voter => ({ key, origin: 'visitor', member: null });
const tally = (histogram: Histogram, openingCount = 0, openingSum = 0) => ({
  ...target,
  histogram,
  openingCount,
  openingSum,
  revision: 1,
});

describe('a summary', () => {
  it.each<[Histogram, number, number, object]>([
    [[0, 0, 0, 0, 0], 0, 0, { count: 0, sum: 0, average: null, bayesian: 3 }],
    [[1, 0, 0, 0, 0], 0, 0, { count: 1, sum: 1, average: 1, bayesian: 2.82 }],
    [[0, 0, 0, 2, 1], 0, 0, { count: 3, sum: 13, average: 4.33, bayesian: 3.31 }],
    [[0, 0, 0, 0, 0], 1, 5, { count: 1, sum: 5, average: 5, bayesian: 3.18 }],
    [[1, 1, 1, 1, 1], 2, 9, { count: 7, sum: 24, average: 3.43, bayesian: 3.18 }],
  ])('of %j with %i votes of %i points from before', (histogram, count, sum, expected) => {
    expect(summaryOf(tally(histogram, count, sum), PRIOR)).toMatchObject(expected);
  });

  it('ranks by the bayesian average, then by votes, and last without any', () => {
    const ranks = [
      tally([0, 0, 0, 0, 0]),
      tally([50, 0, 0, 0, 0]),
      tally([1, 0, 0, 0, 0]),
      tally([0, 0, 1, 0, 0]),
      tally([0, 0, 2, 0, 0]),
      tally([0, 0, 0, 0, 1]),
      tally([0, 0, 0, 0, 900]),
    ].map((one) => rankOf(one, PRIOR));
    expect([...ranks].sort()).toEqual(ranks);
    expect(new Set(ranks.map((rank) => rank.length))).toEqual(new Set([16]));
  });
});

describe('ballots', () => {
  const ballot = (key: string, score: Ballot['score']): Ballot => ({ ...target, voter: voter(key), score });

  it('of one voter in one batch follow one another', () => {
    const decision = decideBallots(
      [ballot('v', 5), ballot('v', 2), ballot('w', 4), ballot('v', null), ballot('v', 3)],
      new Map(),
      7,
    );
    expect(decision.before).toEqual([null, 5, null, 2, null]);
    expect(decision.writes.map(({ voter: { key }, score }) => [key, score])).toEqual([
      ['v', 3],
      ['w', 4],
    ]);
    expect([...decision.deltas.values()]).toEqual([{ ...target, histogram: [0, 0, 1, 1, 0] }]);
  });

  it('that change nothing write nothing', () => {
    const stored = new Map([[voteKey(target, 'v'), { score: 5, updatedAt: 1 }]]);
    const decision = decideBallots([ballot('v', 5), ballot('w', null)], stored, 7);
    expect(decision).toMatchObject({ writes: [], removals: [], before: [5, null] });
    expect(decision.deltas.size).toBe(0);
  });

  it.each([
    ['the visitor’s is newer', 1, 2, [-1, 0, 0, 0, 0]],
    ['the member’s is newer', 2, 1, [0, 0, 0, 0, -1]],
    ['both are as old', 1, 1, [0, 0, 0, 0, -1]],
  ])('are merged where %s', (_, memberAt, visitorAt, histogram) => {
    const stored = new Map([
      [voteKey(target, 'm'), { score: 1, updatedAt: memberAt }],
      [voteKey(target, 'v'), { score: 5, updatedAt: visitorAt }],
    ]);
    const { deltas } = decideMerge([target], voter('v'), voter('m'), stored);
    expect([...deltas.values()]).toEqual([{ ...target, histogram }]);
  });
});

describe('batches', () => {
  const options = { workers: 1, size: 10, waiting: 3, onFull: () => new Error('full') };

  it('do not let one item take others down', async () => {
    const { add } = createBatches<number, number>(async (items) => {
      if (items.includes(2)) throw new Error('two');
      return items.map((item) => item * 10);
    }, options);
    const results = await Promise.allSettled([add(1), add(2), add(3)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('refuse what is too much', async () => {
    const { add, settle } = createBatches<number, number>(async (items) => [...items], options);
    const results = await Promise.allSettled([1, 2, 3, 4].map(add));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    await settle();
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.9', '', 1, '203.0.113.9'],
    ['10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1', '1.1.1.1, 203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['10.0.0.1', '203.0.113.9', 2, '203.0.113.9'],
    ['10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['10.0.0.1', '1.1.1.1, 203.0.113.9:51000', 1, '203.0.113.9'],
    ['10.0.0.1', '[2001:db8::1]:51000', 1, '2001:db8::1'],
    ['10.0.0.1', '[2001:db8::1]', 1, '2001:db8::1'],
    ['10.0.0.1', '203.0.113.9:port', 1, '10.0.0.1'],
    ['10.0.0.1', '203.0.113.9', 0, '10.0.0.1'],
  ])('from %s, forwarded for "%s" by %i proxies, is %s', (socket, forwarded, hops, expected) => {
    expect(clientAddress(socket, forwarded, hops)).toBe(expected);
  });

  it('is one network for a subscriber of IPv6, and the same however it is written', () => {
    expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:0DB8:0001:0002:ffff::9'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9');
    expect(hashAddress('203.0.113.9', 'a')).not.toBe(hashAddress('203.0.113.9', 'b'));
    expect(hashAddress('203.0.113.9', 'a')).not.toContain('203');
  });
});

describe('a token', () => {
  const tokens = createVisitorTokens(['first-secret', 'second-secret']);

  it('is read again, and no other text is', () => {
    const { token, voter: issued } = tokens.issue();
    expect(tokens.read(token)).toMatchObject({ voter: issued, isFresh: false });
    const [, id = '', signature = ''] = token.split('.');
    for (const wrong of [
      '',
      'x',
      `2.${id}.${signature}`,
      `1.${id}`,
      `1.${id}.${signature}x`,
      `1.${'0'.repeat(32)}.${signature}`,
      `1.${id.toUpperCase()}X.${signature}`,
    ])
      expect(tokens.read(wrong)).toBeNull();
    expect(createVisitorTokens(['other-secret']).read(token)).toBeNull();
  });

  it('of an old secret is signed anew for the same voter', () => {
    const { token, voter: issued } = createVisitorTokens(['second-secret']).issue();
    const read = tokens.read(token);
    expect(read).toMatchObject({ voter: issued, isFresh: true });
    expect(tokens.read(String(read?.token))?.isFresh).toBe(false);
  });
});

describe('a request', () => {
  it.each([
    ['/articles/a', { kind: 'summary', collection: 'articles', id: 'a' }],
    ['/articles/a/', { kind: 'summary', collection: 'articles', id: 'a' }],
    ['/articles/%C4%91/mine', { kind: 'mine', collection: 'articles', id: 'đ' }],
    ['/articles/a/yours', null],
    ['/articles', null],
    ['/articles/a/mine/more', null],
    ['/articles/%E0', 'malformed'],
    ['/articles/%00', 'malformed'],
  ])('for %s', (path, expected) => {
    expect(matchRoute(path)).toEqual(expected);
  });

  it.each([
    ['{"score":5}', false],
    ['{"score":1,"score":5}', true],
    ['{"score":1,"\\u0073core":5}', true],
    ['{"a":{"b":1,"b":2}}', true],
    ['{"a":{"b":1},"b":[{"b":2}]}', false],
    ['{"a":"\\"b\\":","c":"d: \\\\"}', false],
    ['"a"', false],
    ['null', false],
    ['[]', false],
  ])('whose body %s names something twice: %j', (text, expected) => {
    expect(hasDoubledNames(text, JSON.parse(text))).toBe(expected);
  });

  it('with the score 1 to 5 only, and with no parameter but one locale', () => {
    expect([1, 2, 3, 4, 5].map((score) => readBallot({ score }))).toEqual([1, 2, 3, 4, 5]);
    for (const score of [0, 6, 3.5, -1, NaN, Infinity, '5', null, undefined, true, [5], { valueOf: 5 }])
      expect(() => readBallot({ score })).toThrow(/1, 2, 3, 4, 5/);
    expect(readLocale('')).toBeUndefined();
    expect(readLocale('locale=en')).toBe('en');
    expect(() => readLocale('a=1&b=2')).toThrow(/a is not a parameter.*b is not a parameter/);
  });
});
