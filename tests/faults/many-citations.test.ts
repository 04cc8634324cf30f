import { setTimeout as wait } from 'node:timers/promises';
import { createArticle, startApp, type TestApp } from '../support';

interface JobService {
  start(): void;
  stop(): Promise<void>;
  list(): Promise<{ state: string; error: string }[]>;
}
interface Verifier {
  all(report: (difference: { where: string; what: string }) => void): Promise<number>;
}

interface Page {
  data: { citations: { document: { documentId: string } | null }[] }[];
  meta: { pagination: { nextCursor: string | null } };
}

const DIRECTIVE = 'plugin::gazette.directive';
/** More than one transaction brings up to date. */
const ARTICLES = 130;
const BY_SYMBOL = encodeURI('/api/articles?filters[cites]=7-KL/TW&pagination[pageSize]=100&fields=citations');

describe('a document that more texts cite than one transaction brings up to date', () => {
  let app: TestApp;
  let jobs: JobService;
  let issuer: string;

  beforeAll(async () => {
    app = await startApp();
    jobs = app.strapi.plugin('delivery').service<JobService>('jobs');
    const politburo = { name: 'Bộ Chính trị', code: 'TW', branch: 'party' };
    issuer = (await app.strapi.documents('plugin::gazette.issuer').create({ data: politburo })).documentId;
    for (let number = 0; number < ARTICLES; number += 1)
      await createArticle(app, { title: `Bài ${number}`, lead: 'Theo Kết luận số 07-KL/TW.' }, { status: 'published' });
  });

  afterAll(() => app.stop());

  const conclusion = async (issuedOn: string) => {
    const data = { symbol: '07-KL/TW', title: 'Về đê điều', kind: 'conclusion', issuedOn, issuer };
    return (await app.strapi.documents(DIRECTIVE).create({ data, status: 'published' })).documentId;
  };

  /** What the articles link, each answer once. */
  const linked = async (): Promise<(string | null)[]> => {
    const found = new Set<string | null>();
    let cursor: string | null = '';
    let total = 0;
    while (cursor !== null) {
      const answer: { body: Page } = await app.request.get(`${BY_SYMBOL}&pagination[cursor]=${cursor}`).expect(200);
      const { body } = answer;
      for (const { citations } of body.data) found.add(citations[0]?.document?.documentId ?? null);
      total += body.data.length;
      cursor = body.meta.pagination.nextCursor;
    }
    expect(total).toBe(ARTICLES);
    return [...found];
  };

  const settled = async (): Promise<void> => {
    jobs.start();
    for (let left = 600; (await jobs.list()).some(({ state }) => state === 'waiting') && left > 0; left -= 1)
      await wait(100);
    expect((await jobs.list()).filter(({ state }) => state !== 'done')).toEqual([]);
    await jobs.stop();
    const differences: string[] = [];
    await app.strapi
      .plugin('delivery')
      .service<Verifier>('verify')
      .all(({ where, what }) => differences.push(`${where}: ${what}`));
    expect(differences).toEqual([]);
  };

  it('is linked by all of them when it comes, and by none when it goes', async () => {
    await jobs.stop();
    expect(await linked()).toEqual([null]);
    const documentId = await conclusion('2023-06-15');
    expect((await jobs.list()).filter(({ state }) => state === 'waiting')).not.toEqual([]);
    await settled();
    expect(await linked()).toEqual([documentId]);
    const { body } = await app.request.get(`/api/documents/${documentId}?fields=citedBy`).expect(200);
    expect(body.data.citedBy).toBe(ARTICLES);

    const second = await conclusion('2018-06-15');
    await settled();
    expect(await linked()).toEqual([null]);

    await app.strapi.documents(DIRECTIVE).delete({ documentId: second });
    await settled();
    expect(await linked()).toEqual([documentId]);

    await app.strapi.documents(DIRECTIVE).delete({ documentId });
    await settled();
    expect(await linked()).toEqual([null]);
  });

  it('that comes, changes and goes before the work for it was begun leaves nothing behind', async () => {
    const documentId = await conclusion('2023-06-15');
    await app.strapi.documents(DIRECTIVE).update({ documentId, data: { symbol: '8-KL/TW' }, status: 'published' });
    const other = await conclusion('2021-06-15');
    await app.strapi.documents(DIRECTIVE).delete({ documentId });
    await settled();
    expect(await linked()).toEqual([other]);
    await app.strapi.documents(DIRECTIVE).unpublish({ documentId: other });
    await app.strapi.documents(DIRECTIVE).publish({ documentId: other });
    await app.strapi
      .documents(DIRECTIVE)
      .update({ documentId: other, data: { title: 'Về kênh' }, status: 'published' });
    await settled();
    expect(await linked()).toEqual([other]);
  });
});
