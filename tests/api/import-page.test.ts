import { eventually, startApp, type TestApp } from '../support';
import { samplePage, SAMPLE } from '../unit/import/sample-page';

interface Result {
  outcome: string;
  documentId: string;
  slug: string;
  reason: { vi: string; en: string } | null;
  warnings: string[];
}

interface Importer {
  importPage(bytes: Buffer, options: { publish: boolean }): Promise<Result>;
}

const ARTICLE = 'plugin::gazette.article';

describe('importing a page of the old portal', () => {
  let app: TestApp;
  const importPage = (text: string, publish: boolean): Promise<Result> =>
    app.strapi.plugin('gazette').service<Importer>('importer').importPage(Buffer.from(text), { publish });
  const page = (title: string) =>
    samplePage({ head: [title, SAMPLE.date, SAMPLE.lead, SAMPLE.caption, SAMPLE.caption] });
  const rowsOf = (documentId: string) => app.strapi.db.query(ARTICLE).findMany({ where: { documentId } });

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('makes a published article that reads back whole over REST', async () => {
    const { outcome, slug } = await importPage(page('Bình Nhì nạo vét kênh'), true);
    expect(outcome).toBe('published');
    // The page's totals are its opening balance; items show it a moment later.
    const { body } = await eventually(
      () => app.request.get(`/api/articles/${slug}`).expect(200),
      (answer) => answer.body.data.rating.count > 0,
    );
    expect(body.data).toMatchObject({
      title: 'Bình Nhì nạo vét kênh',
      slug: 'binh-nhi-nao-vet-kenh',
      lead: SAMPLE.lead,
      firstPublishedAt: '2023-12-02T00:45:00.000Z',
      publicUpdatedAt: '2023-12-02T00:45:00.000Z',
      cover: { image: null, caption: SAMPLE.caption, credit: null },
      byline: SAMPLE.byline,
      authors: [{ slug: 'le-van-an', name: 'Lê Văn An', position: 'Phó Chủ tịch UBND xã', unit: null }],
      rating: { count: 2, sum: 9, average: 4.5 },
    });
    expect(body.data.body[0].body).toHaveLength(SAMPLE.paragraphs.length);
    expect(body.data.citations.map(({ symbol }: { symbol: string }) => symbol)).toEqual(['15-KH/ĐU']);
    expect(body.data.bodyText).not.toContain('duy trì trạng thái đăng nhập');
  });

  it('keeps the totals of the old rating, out of sight of readers', async () => {
    const { documentId, slug } = await importPage(page('Giữ lại tổng điểm'), true);
    const [row] = await rowsOf(documentId);
    expect(row.imported).toMatchObject({ from: 'nukeviet', ratingSum: 9, ratingCount: 2 });
    const { text } = await app.request.get(`/api/articles/${slug}`).expect(200);
    expect(text).not.toContain('ratingSum');
  });

  it('changes nothing the second time, not even a revision', async () => {
    const first = await importPage(page('Nhập hai lần'), true);
    const before = await rowsOf(first.documentId);
    const authors = await app.strapi.db.query('plugin::gazette.author').count({});
    const second = await importPage(page('Nhập hai lần'), true);
    expect(second).toMatchObject({ outcome: 'unchanged', documentId: first.documentId, slug: first.slug });
    expect(await rowsOf(first.documentId)).toEqual(before);
    expect(await app.strapi.db.query('plugin::gazette.author').count({})).toBe(authors);
  });

  it('makes one article of a page that two runs import at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => importPage(page('Ba lần cùng lúc'), true)));
    expect(new Set(results.map(({ documentId }) => documentId)).size).toBe(1);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['published', 'unchanged', 'unchanged']);
  });

  it('makes a draft that no reader sees, and publishes it when asked to later', async () => {
    const draft = await importPage(page('Bản nháp chờ duyệt'), false);
    expect(draft.outcome).toBe('created');
    await app.request.get(`/api/articles/${draft.documentId}`).expect(404);
    expect((await importPage(page('Bản nháp chờ duyệt'), true)).outcome).toBe('published');
    await app.request.get(`/api/articles/${draft.documentId}`).expect(200);
  });

  it('does not publish again what an editor took back', async () => {
    const { documentId } = await importPage(page('Bài đã gỡ'), true);
    await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'vi' });
    expect((await importPage(page('Bài đã gỡ'), true)).outcome).toBe('unchanged');
    await app.request.get(`/api/articles/${documentId}`).expect(410);
  });

  it.each([
    ['published', async () => undefined],
    [
      'unpublished before',
      async (documentId: string) => {
        await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'vi' });
      },
    ],
  ])('does not bring back an article that was public and then deleted: %s', async (state, before) => {
    const text = page(`Bài đã xoá, ${state}`);
    const { documentId } = await importPage(text, true);
    await before(documentId);
    await app.strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    for (const publish of [true, false]) {
      expect(await importPage(text, publish)).toMatchObject({
        outcome: 'kept',
        documentId,
        slug: null,
        reason: { vi: expect.stringContaining('bị xoá ở đây'), en: expect.stringContaining('deleted here') },
      });
    }
    expect(await rowsOf(documentId)).toEqual([]);
    await app.request.get(`/api/articles/${documentId}`).expect(410);
  });

  it('imports a page again whose article was deleted as a draft that never was public', async () => {
    const { documentId } = await importPage(page('Nháp đã xoá'), false);
    await app.strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    const again = await importPage(page('Nháp đã xoá'), true);
    expect(again).toMatchObject({ outcome: 'published', reason: null });
    await app.request.get(`/api/articles/${again.documentId}`).expect(200);
    expect((await importPage(page('Nháp đã xoá'), true)).outcome).toBe('unchanged');
  });

  it('leaves an article alone when the old page has changed since', async () => {
    const { documentId } = await importPage(page('Trang đổi chữ'), true);
    const changed = page('Trang đổi chữ').replace('rất chậm', 'khá chậm');
    expect(await importPage(changed, true)).toMatchObject({
      outcome: 'kept',
      documentId,
      reason: { en: expect.stringContaining('differs from the first import') },
    });
    const { body } = await app.request.get(`/api/articles/${documentId}`).expect(200);
    expect(body.data.bodyText).toContain('rất chậm');
  });

  it.each([
    ['a title alone', 'Chỉ có tiêu đề', 'date'],
    ['nothing', '', 'empty'],
    ['a page without its body', samplePage({ body: [] }), 'body'],
    ['HTML', '<html><body>x</body></html>', 'encoding'],
  ])('names the missing part of %s, and stores nothing', async (_what, text, part) => {
    const before = await app.strapi.db.query(ARTICLE).count({});
    await expect(importPage(text, true)).rejects.toMatchObject({ name: 'PageFormatError', part });
    expect(await app.strapi.db.query(ARTICLE).count({})).toBe(before);
  });
});
