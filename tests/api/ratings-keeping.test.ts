import { createArticle, eventually, startApp, type StartOptions, type TestApp } from '../support';
import { cookieOf, createMember, mine, storedVotes, summary, vote } from './ratings';

const DAY_MS = 86_400_000;

interface Indexes {
  [name: string]: string;
}

describe('what is kept of votes', () => {
  let app: TestApp;
  const ratings = <Service extends object>(name: string) =>
    app.strapi.plugin('ratings').service(name) as unknown as Service;
  const article = async (data: Record<string, unknown> = {}) =>
    (await createArticle(app, { title: `Bài ${Math.random()}`, ...data }, { status: 'published' })).documentId;
  const verify = (repair = false) =>
    ratings<{ all(options: object): Promise<number> }>('verify').all({ repair, onDifference: () => undefined });

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  it('an opening balance is in count, sum and average, and not in the histogram; the same again changes nothing', async () => {
    const id = await article();
    const openings = ratings<{ set(target: object, balance: object): Promise<boolean> }>('openings');
    const target = { collection: 'articles', documentId: id };
    expect(await openings.set(target, { count: 1, sum: 5 })).toBe(true);
    expect(await openings.set(target, { count: 1, sum: 5 })).toBe(false);
    await vote(app, id, 2);
    expect(await summary(app, id)).toEqual({
      count: 2,
      sum: 7,
      average: 3.5,
      bayesian: 3.08,
      histogram: [0, 1, 0, 0, 0],
    });
    const shown = await eventually(
      async () => (await app.request.get(`/api/articles/${id}`)).body.data.rating,
      ({ count }) => count === 2,
    );
    expect(shown).toEqual({ count: 2, sum: 7, average: 3.5 });
    for (const wrong of [
      { count: 1, sum: 6 },
      { count: 2, sum: 1 },
      { count: -1, sum: 0 },
      { count: 1.5, sum: 3 },
    ])
      await expect(openings.set(target, wrong)).rejects.toThrow(/cannot be/);
    await expect(app.strapi.db.transaction(() => openings.set(target, { count: 1, sum: 5 }))).rejects.toThrow(
      /outside of transactions/,
    );
  });

  it('the keys of visitors who have not voted for a year are forgotten, and their votes stay', async () => {
    const id = await article();
    const cookie = cookieOf(await vote(app, id, 5));
    const { jwt } = await createMember(app, 'lau-nam');
    await vote(app, id, 1, { jwt });
    const fresh = cookieOf(await vote(app, id, 3));
    const long = Date.now() - 366 * DAY_MS;
    const [first, second] = await storedVotes(app, id);
    const isPostgres = app.strapi.db.dialect.client === 'postgres';
    await app.strapi.db
      .connection('ratings_votes')
      .whereIn('id', [Number(first?.id), Number(second?.id)])
      .update({ updated_at: isPostgres ? new Date(long) : long });
    const jobs = app.strapi.cron.jobs as { name?: string; job?: { invoke?(): unknown } }[];
    expect(jobs.some(({ name }) => name === 'ratings-retention')).toBe(true);
    await ratings<{ forgetOld(): Promise<number> }>('retention').forgetOld();
    expect(await storedVotes(app, id)).toMatchObject([
      { score: 5, voter_key: null, origin: 'visitor' },
      { score: 1, voter_key: expect.stringMatching(/^m:/) },
      { score: 3, voter_key: expect.stringMatching(/^v:/) },
    ]);
    expect((await mine(app, id, { cookie })).body.data).toMatchObject({ count: 3, sum: 9, mine: null });
    expect((await mine(app, id, { cookie: fresh })).body.data.mine).toBe(3);
    expect(await verify()).toBe(0);
  });

  it('a summary that somebody changed by hand is found, and repaired, also where it is missing', async () => {
    const [id, other] = [await article(), await article()];
    await vote(app, id, 5);
    await vote(app, other, 4);
    await eventually(verify, (count) => count === 0);
    const table = () => app.strapi.db.connection('ratings_summaries');
    await table().where({ document_id: id }).update({ n1: 7, n5: 0 });
    await table().where({ document_id: other }).delete();
    expect(await verify()).toBeGreaterThanOrEqual(2);
    expect(await verify(true)).toBeGreaterThanOrEqual(2);
    expect(await summary(app, id)).toMatchObject({ count: 1, sum: 5, histogram: [0, 0, 0, 0, 1] });
    expect(await summary(app, other)).toMatchObject({ count: 1, sum: 4 });
    expect(await eventually(verify, (count) => count === 0)).toBe(0);
  });

  it('nothing but the plugin may write votes', async () => {
    const documents = app.strapi.documents('plugin::ratings.rating');
    await expect(
      documents.create({ data: { score: 5, collection: 'articles', target: 'x', origin: 'visitor' } }),
    ).rejects.toThrow(/Document Service/);
    await expect(documents.delete({ documentId: 'x' })).rejects.toThrow(/Document Service/);
    await app.request.get('/api/ratings/ratings').expect(404);
  });

  it('the keys of the votes’ table stand after Strapi has brought its schema up to date again', async () => {
    const indexes = async (): Promise<Indexes> => {
      const { client } = app.strapi.db.dialect;
      const found: { name: string; sql: string }[] =
        client === 'postgres'
          ? (
              await app.strapi.db.connection.raw(
                `SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE tablename = 'ratings_votes'`,
              )
            ).rows
          : await app.strapi.db.connection.raw(
              `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'ratings_votes'`,
            );
      return Object.fromEntries(found.map(({ name, sql }) => [name, sql]));
    };
    const before = await indexes();
    expect(before.ratings_votes_ballot).toMatch(/UNIQUE INDEX.*collection, target, voter_key/);
    // As at a boot with another schema than the one before: the comparison runs, against the real tables.
    await app.strapi.db.connection('strapi_database_schema').update({ hash: 'another' });
    await app.strapi.db.schema.sync();
    expect(await indexes()).toEqual(before);
  });
});

describe('tokens of visitors', () => {
  const start = (environment: Record<string, string>, configure?: StartOptions['configure']) =>
    startApp({ environment, configure });

  it('are known after the signing secret was replaced, and are signed anew; those of a secret that is gone are not', async () => {
    const appKeys = 'aaaaaaaaaaaaaaaaaaaaaaaa,bbbbbbbbbbbbbbbbbbbbbbbb';
    const [old, next] = ['old-secret-of-voters-1', 'new-secret-of-voters-2'];
    // The vote is stored in one application and looked for in another one, so only the key may tell.
    const tokenOf = async (secrets: string) => {
      const app = await start({ APP_KEYS: appKeys, RATINGS_SECRETS: secrets });
      try {
        const { documentId } = await createArticle(app, {}, { status: 'published' });
        const { body } = await vote(app, documentId, 5);
        const [row] = await storedVotes(app, documentId);
        return { token: String(body.data.voterToken), key: row?.voter_key };
      } finally {
        await app.stop();
      }
    };
    const derived = await tokenOf('');
    const signed = await tokenOf(old);
    const app = await start({ APP_KEYS: appKeys, RATINGS_SECRETS: `${next},${old}` });
    try {
      const { documentId } = await createArticle(app, {}, { status: 'published' });
      for (const { token, key } of [derived, signed]) {
        const { body, headers } = await vote(app, documentId, 4, { token }).expect(200);
        const renewed = String(body.data.voterToken);
        expect(renewed).not.toBe(token);
        expect(renewed.split('.')[1]).toBe(token.split('.')[1]);
        expect(String(headers['set-cookie'])).toContain(renewed);
        expect((await storedVotes(app, documentId)).map((row) => row.voter_key)).toContain(key);
        expect((await vote(app, documentId, 3, { token: renewed })).body.data).not.toHaveProperty('voterToken');
      }
      expect(await summary(app, documentId)).toMatchObject({ count: 2, sum: 6 });
    } finally {
      await app.stop();
    }
    const last = await start({ APP_KEYS: appKeys, RATINGS_SECRETS: next });
    try {
      const { documentId } = await createArticle(last, {}, { status: 'published' });
      await vote(last, documentId, 4, { token: signed.token }).expect(401);
      await vote(last, documentId, 4, { cookie: `voter=${signed.token}` }).expect(200);
    } finally {
      await last.stop();
    }
  });
});
