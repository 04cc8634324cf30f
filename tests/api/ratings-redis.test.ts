import { randomUUID } from 'node:crypto';
import { createArticle, startApp } from '../support';
import { summary, vote } from './ratings';

const REDIS = process.env.TEST_REDIS_URL || 'redis://127.0.0.1:6379';
/** Nothing listens there. */
const AWAY = 'redis://127.0.0.1:1';

/** Waits until this process answers at once again: what a busy start left to do must not use up Redis's patience. */
const calm = async (): Promise<void> => {
  for (let inTime = 0, left = 400; inTime < 20 && left > 0; left -= 1) {
    const start = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 25));
    inTime = Date.now() - start < 75 ? inTime + 1 : 0;
  }
};

describe('new votes by address', () => {
  it('are counted by all instances together in Redis', async () => {
    // The secret is part of what an address is counted by, so no other run counts here.
    const environment = {
      REDIS_URL: REDIS,
      RATINGS_NEW_VOTES_PER_ADDRESS: '3',
      RATINGS_SECRETS: `secret-${randomUUID()}`,
    };
    const documentId = 'abcdefghijklmnopqrstuvwx';
    for (const expected of [
      [200, 200],
      [200, 429],
    ]) {
      const app = await startApp({ environment });
      try {
        await createArticle(app, { documentId }, { status: 'published' });
        await calm();
        const answers = [await vote(app, documentId, 5), await vote(app, documentId, 5)];
        expect(answers.map(({ status }) => status)).toEqual(expected);
      } finally {
        await app.stop();
      }
    }
  });

  it('are counted by each instance while Redis is away, and nobody waits for it', async () => {
    const app = await startApp({ environment: { REDIS_URL: AWAY, RATINGS_NEW_VOTES_PER_ADDRESS: '2' } });
    try {
      const { documentId } = await createArticle(app, {}, { status: 'published' });
      const started = Date.now();
      const answers = [];
      for (let number = 0; number < 3; number += 1) answers.push(await vote(app, documentId, 5));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
      expect(Date.now() - started).toBeLessThan(5_000);
      expect(await summary(app, documentId)).toMatchObject({ count: 2 });
    } finally {
      await app.stop();
    }
  });
});
