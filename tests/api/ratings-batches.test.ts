import { randomUUID } from 'node:crypto';
import { createArticle, startApp, type TestApp } from '../support';

interface Ballot {
  collection: string;
  documentId: string;
  voter: { key: string; origin: 'visitor'; member: null };
  score: number | null;
}

interface Votes {
  cast(ballot: Ballot): Promise<{ before: number | null; tally: { histogram: number[] } }>;
  tally(target: { collection: string; documentId: string }): Promise<{ histogram: number[]; revision: number }>;
}

const ROUNDS = 15;
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

describe('ballots that go to the database together', () => {
  let app: TestApp;
  let votes: Votes;
  let targets: string[];

  beforeAll(async () => {
    app = await startApp();
    votes = app.strapi.plugin('ratings').service<Votes>('votes');
    targets = [];
    for (const title of ['Một', 'Hai', 'Ba'])
      targets.push((await createArticle(app, { title }, { status: 'published' })).documentId);
  });

  afterAll(() => app.stop());

  const ballot = (documentId: string, key: string, score: number | null): Ballot => ({
    collection: 'articles',
    documentId,
    voter: { key, origin: 'visitor', member: null },
    score,
  });

  it('are counted one after another, however often one voter comes among them', async () => {
    const voters = Array.from({ length: 4 }, () => `v:${randomUUID()}`);
    const given = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const ballots = Array.from({ length: 40 }, () =>
        ballot(pick(targets), pick(voters), pick([null, 1, 2, 3, 4, 5])),
      );
      const expected = ballots.map(({ documentId, voter, score }) => {
        const place = `${documentId} ${voter.key}`;
        const before = given.get(place) ?? null;
        if (score === null) given.delete(place);
        else given.set(place, score);
        return before;
      });
      const casts = await Promise.all(ballots.map((one) => votes.cast(one)));
      expect(casts.map(({ before }) => before)).toEqual(expected);
      for (const documentId of targets) {
        const scores = [...given].filter(([place]) => place.startsWith(documentId)).map(([, score]) => score);
        const histogram = [1, 2, 3, 4, 5].map((n) => scores.filter((score) => score === n).length);
        expect((await votes.tally({ collection: 'articles', documentId })).histogram).toEqual(histogram);
        expect(await app.strapi.db.connection('ratings_votes').where({ target: documentId })).toHaveLength(
          scores.length,
        );
      }
    }
  });

  it('that change nothing are no change of the tally', async () => {
    const [documentId = ''] = targets;
    const target = { collection: 'articles', documentId };
    const key = `v:${randomUUID()}`;
    await votes.cast(ballot(documentId, key, 4));
    const { revision } = await votes.tally(target);
    const again = await Promise.all([votes.cast(ballot(documentId, key, 4)), votes.cast(ballot(documentId, key, 4))]);
    expect(again.map(({ before }) => before)).toEqual([4, 4]);
    expect((await votes.tally(target)).revision).toBe(revision);
  });
});
