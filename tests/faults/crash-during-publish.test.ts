import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createArticle, startApp, type TestApp } from '../support';
import { failAtStatement } from './fail-at-statement';
import { storedState } from './stored-state';

const ARTICLE = 'plugin::gazette.article';

describe('a publication that is cut off', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
    // Strapi's timers write at moments of their own, and would take the failure that is meant for a publication.
    app.strapi.cron.stop();
  });

  afterAll(() => app.stop());

  const rebuildChanges = async (): Promise<number> => {
    const rebuild = app.strapi.plugin('delivery').service<{ all(): Promise<{ changes: number }> }>('rebuild');
    return (await rebuild.all()).changes;
  };

  const issuerOf = async () =>
    (await app.strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Huyện uỷ', code: 'HU' } }))
      .documentId;

  /** Runs `work` with a failure at its first change, its second ... until it gets through. @returns how often it failed */
  const failEverywhere = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await storedState(app.strapi);
    for (let statement = 1; ; statement += 1) {
      const failure = failAtStatement(app.strapi, statement);
      const thrown: unknown = await work().then(
        () => null,
        (error: unknown) => error,
      );
      failure.stop();
      if (thrown === null) {
        // It got through: nothing failed, or only what comes after the commit.
        expect(await storedState(app.strapi)).not.toEqual(before);
        return statement - 1;
      }
      if (!failure.happened()) throw thrown;
      const now = await storedState(app.strapi);
      if (JSON.stringify(now) !== JSON.stringify(before)) {
        throw new Error(`A crash at change ${statement} left something behind.`);
      }
    }
  };

  it('leaves all or nothing, at whichever change of the database the first publication with a new slug fails', async () => {
    const target = await app.strapi.documents('plugin::gazette.directive').create({
      data: {
        symbol: '1-KH/HU',
        title: 'Kế hoạch',
        kind: 'plan',
        issuedOn: '2024-01-02',
        issuer: await issuerOf(),
      },
      status: 'published',
    });
    const { documentId } = await createArticle(app, { title: 'Đứt giữa chừng', directives: [target.documentId] });
    const failures = await failEverywhere(() =>
      app.strapi.documents(ARTICLE).update({
        documentId,
        locale: 'vi',
        data: { slug: 'duong-dan-moi', body: [{ __component: 'gazette.html', html: '<p>Nội dung.</p>' }] },
        status: 'published',
      }),
    );
    expect(failures).toBeGreaterThan(20);
    expect(await rebuildChanges()).toBe(0);
  });

  it('leaves all or nothing when a publication changes what another item shows', async () => {
    const topic = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Chuyên mục' } });
    await createArticle(app, { title: 'Thuộc chuyên mục', topics: [topic.documentId] }, { status: 'published' });
    const failures = await failEverywhere(() =>
      app.strapi
        .documents('plugin::gazette.topic')
        .update({ documentId: topic.documentId, data: { name: 'Tên khác' } }),
    );
    expect(failures).toBeGreaterThan(5);
    expect(await rebuildChanges()).toBe(0);
  });

  it.each(['unpublish', 'delete'] as const)('leaves all or nothing when an %s fails', async (action) => {
    const { documentId } = await createArticle(app, { title: `Đứt khi ${action}` }, { status: 'published' });
    const failures = await failEverywhere(() => app.strapi.documents(ARTICLE)[action]({ documentId, locale: 'vi' }));
    expect(failures).toBeGreaterThan(5);
    expect(await rebuildChanges()).toBe(0);
  });
});

describe('a process that is killed while it publishes', () => {
  const KILLS = 3;

  /** Starts the endless publisher; resolves when it has published its first article. */
  const publisher = async (): Promise<ChildProcess> => {
    const child = fork(path.join(__dirname, 'publish-until-killed.js'), {
      env: process.env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (message !== 'publishing') throw new Error('The publisher ended before it had published anything.');
    return child;
  };

  it('leaves content and what is public in step, whenever it is killed', async () => {
    const app = await startApp();
    try {
      // The child works on the same database, which the environment of this process names.
      for (let kill = 0; kill < KILLS; kill += 1) {
        const child = await publisher();
        await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 900));
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      const { db } = app.strapi;
      const published = await db.query(ARTICLE).count({ where: { publishedAt: { $notNull: true } } });
      const snapshots = await db.connection('delivery_snapshots');
      const firsts = await db.connection('delivery_changes').where({ event: 'published' });
      expect(published).toBeGreaterThanOrEqual(KILLS);
      expect(snapshots).toHaveLength(published);
      expect(firsts).toHaveLength(published);

      const drafts: { documentId: string; slug: string }[] = await db
        .query(ARTICLE)
        .findMany({ where: { publishedAt: null } });
      const reserved: { document_id: string; reserved: string }[] = await db
        .connection('delivery_reservations')
        .where({ scope: 'slug:articles' });
      expect(reserved.map((row) => `${row.document_id} ${row.reserved}`).sort()).toEqual(
        drafts.map((row) => `${row.documentId} ${row.slug}`).sort(),
      );
      const rebuild = app.strapi.plugin('delivery').service<{ all(): Promise<{ changes: number }> }>('rebuild');
      expect(await rebuild.all()).toEqual({ changes: 0 });
    } finally {
      await app.stop();
    }
  });
});
