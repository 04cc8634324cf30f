import { createArticle, startApp, type TestApp } from '../support';
import { kill, serve, type Server } from './serve';

const ENVIRONMENT = { RATINGS_NEW_VOTES_PER_ADDRESS: '100000' };

/** 500 voters where several processes write at once without taking turns; where they do, 200 are as hard. */
const VOTERS = process.env.TEST_DATABASE === 'postgres' ? 500 : 200;
const SERVERS = 3;

// Servers take their time to start on a busy machine, and one test starts three.
jest.setTimeout(300_000);

interface VoteAnswer {
  status: number;
  token: string | null;
}

/** @param token of the voter; null for one who is new */
const vote = async (url: string, id: string, score: number | null, token: string | null): Promise<VoteAnswer> => {
  const answer = await fetch(`${url}/api/ratings/articles/${id}/mine`, {
    method: score === null ? 'DELETE' : 'PUT',
    headers: {
      'Content-Type': 'application/json',
      // Of hundreds of connections that are kept, a slow machine's server closes some as they are used again.
      Connection: 'close',
      ...(token === null ? {} : { 'X-Voter-Token': token }),
    },
    ...(score === null ? {} : { body: JSON.stringify({ score }) }),
  });
  const body = (await answer.json()) as { data: { voterToken?: string } | null };
  return { status: answer.status, token: body.data?.voterToken ?? null };
};

const histogramOf = (scores: readonly number[]): number[] =>
  [1, 2, 3, 4, 5].map((score) => scores.filter((one) => one === score).length);

describe('votes from several processes', () => {
  let app: TestApp;
  let servers: Server[] = [];
  let id = '';

  const article = async () =>
    (await createArticle(app, { title: `Bài ${Math.random()}` }, { status: 'published' })).documentId;
  const summary = async (target: string) =>
    (await app.request.get(`/api/ratings/articles/${target}`).expect(200)).body.data;
  const differences = async (): Promise<unknown[]> => {
    const found: unknown[] = [];
    const verify = app.strapi.plugin('ratings').service<{ all(options: object): Promise<number> }>('verify');
    await verify.all({ repair: false, onDifference: (one: unknown) => found.push(one) });
    return found;
  };
  const urlOf = (number: number) => servers[number % servers.length]?.url ?? app.url;

  beforeAll(async () => {
    app = await startApp({ environment: ENVIRONMENT });
    servers = [];
    for (let number = 1; number < SERVERS; number += 1) servers.push(await serve());
    const [first] = servers;
    if (first) servers.push({ child: first.child, url: app.url });
  });

  afterAll(async () => {
    for (const server of servers) await kill(server);
    await app.stop();
  });

  beforeEach(async () => {
    id = await article();
  });

  it(`of ${VOTERS} voters at once on one article give exactly the right count, sum and histogram`, async () => {
    const scores = Array.from({ length: VOTERS }, (_, number) => (number % 5) + 1);
    const answers = await Promise.all(scores.map((score, number) => vote(urlOf(number), id, score, null)));
    expect(answers.map(({ status }) => status)).toEqual(scores.map(() => 200));
    const sum = scores.reduce((a, b) => a + b, 0);
    expect(await summary(id)).toMatchObject({ count: VOTERS, sum, histogram: histogramOf(scores) });
    // Then all of them change their votes, and every third takes it back, from other processes than before.
    const next = scores.map((score, number) => (number % 3 === 0 ? null : 6 - score));
    await Promise.all(next.map((score, number) => vote(urlOf(number + 1), id, score, answers[number]?.token ?? null)));
    const left = next.filter((score): score is number => score !== null);
    expect(await summary(id)).toMatchObject({
      count: left.length,
      sum: left.reduce((a, b) => a + b, 0),
      histogram: histogramOf(left),
    });
  });

  it('of one voter, 50 at once, leave one vote: of a voter who is known, and of one whose first vote it is', async () => {
    const { token } = await vote(app.url, id, 3, null);
    await Promise.all(Array.from({ length: 50 }, (_, number) => vote(urlOf(number), id, (number % 5) + 1, token)));
    const { count, sum, histogram } = await summary(id);
    expect(count).toBe(1);
    expect(histogram[sum - 1]).toBe(1);
    expect(await app.strapi.db.connection('ratings_votes').where({ target: id })).toMatchObject([{ score: sum }]);

    const other = await article();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => vote(urlOf(number), other, (number % 5) + 1, token)),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await summary(other)).toMatchObject({ count: 1 });
    expect(await app.strapi.db.connection('ratings_votes').where({ target: other })).toHaveLength(1);
  });

  it('on many articles at once, given, changed and taken back at random, agree with a plain count', async () => {
    const articles = await Promise.all(Array.from({ length: 6 }, article));
    const voters = await Promise.all(
      Array.from({ length: 12 }, async () => (await vote(app.url, articles[0] ?? id, 1, null)).token),
    );
    for (let round = 0; round < 8; round += 1)
      await Promise.all(
        voters.flatMap((token, voter) =>
          articles.map((target, number) =>
            vote(
              urlOf(voter + number + round),
              target,
              Math.random() < 0.2 ? null : 1 + Math.floor(Math.random() * 5),
              token,
            ),
          ),
        ),
      );
    for (const target of articles) {
      const rows: { score: number }[] = await app.strapi.db.connection('ratings_votes').where({ target });
      const scores = rows.map(({ score }) => score);
      expect(await summary(target)).toMatchObject({ count: scores.length, histogram: histogramOf(scores) });
    }
    // What items show is told a second later by whichever process took the votes.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await differences()).toEqual([]);
  });

  it('that were acknowledged survive kill -9, and are shown although the process that took them is gone', async () => {
    const targets = await Promise.all(Array.from({ length: 3 }, article));
    const acknowledged: { target: string; token: string; score: number }[] = [];
    for (let kills = 0; kills < 3; kills += 1) {
      const server = await serve();
      let stopped = false;
      const voters = Array.from({ length: 8 }, async (_, number) => {
        for (let turn = 0; !stopped; turn += 1) {
          const target = targets[(number + turn) % targets.length] ?? id;
          const score = 1 + ((number + turn) % 5);
          const answer = await vote(server.url, target, score, null).catch(() => null);
          if (answer?.status === 200 && answer.token) acknowledged.push({ target, token: answer.token, score });
        }
      });
      // By what was done and not by the clock: a busy machine takes its time.
      const wanted = acknowledged.length + 12 + Math.floor(Math.random() * 30);
      while (acknowledged.length < wanted) await new Promise((resolve) => setTimeout(resolve, 5));
      await kill(server);
      stopped = true;
      await Promise.all(voters);
    }
    expect(acknowledged.length).toBeGreaterThan(30);
    for (const { target, token, score } of acknowledged) {
      const { body } = await app.request.get(`/api/ratings/articles/${target}/mine`).set('X-Voter-Token', token);
      expect(body.data.mine).toBe(score);
    }
    for (const target of targets) {
      const rows: { score: number }[] = await app.strapi.db.connection('ratings_votes').where({ target });
      expect(await summary(target)).toMatchObject({
        count: rows.length,
        histogram: histogramOf(rows.map(({ score }) => score)),
      });
    }
    // Another instance looks every 15 seconds; here at once.
    const summaries = app.strapi.plugin('ratings').service<{ catchUp(since?: number): Promise<number> }>('summaries');
    await summaries.catchUp(Date.now() - 60_000);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await differences()).toEqual([]);
    for (const target of targets) {
      const { count, sum, average } = await summary(target);
      const { body } = await app.request.get(`/api/articles/${target}`);
      expect(body.data.rating).toEqual({ count, sum, average });
    }
  });
});
