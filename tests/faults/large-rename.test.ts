import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createArticle, startApp, type TestApp } from '../support';
import { fillSnapshots, linkCopies } from './fill-snapshots';

interface JobService {
  start(): void;
  stop(): Promise<void>;
  list(): Promise<{ state: string; done: number; total: number; label: string }[]>;
}

interface Page {
  data: { topics: { slug: string; name: string }[] }[];
  meta: { pagination: { nextCursor: string | null } };
}

/** More than one transaction brings up to date, in many batches. `GAZETTE_RENAME=20000` adds copies up to that many. */
const MADE = 180;
const ARTICLES = Math.max(MADE, Number(process.env.GAZETTE_RENAME || 0));
const KILLS = 2;
const TOPIC = 'plugin::gazette.topic';
/** All of them are renamed, read three times in both lists, and compared with their content. */
const TIMEOUT_MS = 120_000 + 40 * ARTICLES;

describe('a topic of many articles that is renamed', () => {
  let app: TestApp;
  let topic: string;
  let jobs: JobService;

  beforeAll(async () => {
    app = await startApp();
    jobs = app.strapi.plugin('delivery').service<JobService>('jobs');
    topic = (await app.strapi.documents(TOPIC).create({ data: { name: 'Tên cũ', slug: 'ten-cu' } })).documentId;
    for (let number = 0; number < MADE; number += 1)
      await createArticle(app, { title: `Bài ${number}`, topics: [topic] }, { status: 'published' });
    if (ARTICLES > MADE) {
      await fillSnapshots(app.strapi, ARTICLES - MADE);
      await linkCopies(app.strapi, topic);
    }
  });

  afterAll(() => app.stop());

  const job = async () => {
    const [found] = await jobs.list();
    if (!found) throw new Error('There is no job.');
    return found;
  };

  const totalOf = async (slug: string): Promise<number> =>
    (await app.request.get(`/api/articles?filters[topic]=${slug}`).expect(200)).body.meta.pagination.total;

  /** Every article is in one of the two states, in its text and in its lists alike. */
  const expectWholeItems = async (): Promise<{ renamed: number }> => {
    let renamed = 0;
    const states: [string, string][] = [
      ['ten-cu', 'Tên cũ'],
      ['ten-moi', 'Tên mới'],
    ];
    for (const [slug, name] of states) {
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body }: { body: Page } = await app.request
          .get(`/api/articles?filters[topic]=${slug}&pagination[pageSize]=100&pagination[cursor]=${cursor}`)
          .expect(200);
        for (const { topics } of body.data) expect(topics).toEqual([{ slug, name }]);
        if (slug === 'ten-moi') renamed += body.data.length;
        cursor = body.meta.pagination.nextCursor;
      }
    }
    expect((await totalOf('ten-cu')) + (await totalOf('ten-moi'))).toBe(ARTICLES);
    return { renamed };
  };

  it(
    'is renamed in all of them by a job that goes on where it was killed',
    async () => {
      // The work is for processes that can be killed.
      await jobs.stop();
      await app.strapi.documents(TOPIC).update({ documentId: topic, data: { name: 'Tên mới', slug: 'ten-moi' } });
      expect(await job()).toMatchObject({ state: 'waiting', done: 0, total: ARTICLES, label: 'Tên mới' });

      for (let kill = 0; kill < KILLS; kill += 1) {
        const { done: before } = await job();
        const child = fork(path.join(__dirname, 'work-until-killed.js'), {
          env: process.env,
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        });
        const ended = once(child, 'exit');
        while ((await job()).done === before) await wait(5);
        child.kill('SIGKILL');
        await ended;
        const { done, state } = await job();
        expect(state).toBe('waiting');
        expect(done).toBeGreaterThan(before);
        expect(done).toBeLessThan(ARTICLES);
        expect((await expectWholeItems()).renamed).toBe(done);
      }

      const { done } = await job();
      const start = Date.now();
      jobs.start();
      while ((await job()).state === 'waiting') await wait(100);
      expect(await job()).toMatchObject({ state: 'done', done: ARTICLES, total: ARTICLES });
      process.stdout.write(
        `${ARTICLES - done} articles were renamed in ${((Date.now() - start) / 1000).toFixed(1)} s.\n`,
      );
      expect(done).toBeGreaterThan(0);
      expect((await expectWholeItems()).renamed).toBe(ARTICLES);

      const differences: string[] = [];
      await app.strapi
        .plugin('delivery')
        .service<{ all(report: (one: { where: string; what: string }) => void): Promise<number> }>('verify')
        .all(({ where, what }) => differences.push(`${where}: ${what}`));
      expect(differences).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
