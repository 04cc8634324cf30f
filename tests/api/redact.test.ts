import { createArticle, redact, startApp, updateArticle, type TestApp } from '../support';

describe('an erasure of what was published by mistake', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  /** Everything that delivery stores, as one text. */
  const stored = async (): Promise<string> => {
    const tables = ['snapshots', 'versions', 'changes', 'addresses', 'sort_keys', 'facets', 'counts'];
    const rows = await Promise.all(tables.map((name) => app.strapi.db.connection(`delivery_${name}`)));
    return JSON.stringify(rows);
  };
  const changes = async (documentId: string): Promise<Record<string, unknown>[]> =>
    app.strapi.db.connection('delivery_changes').where({ document_id: documentId }).orderBy('seq');

  it('leaves nothing of the wrong version behind where the item was corrected', async () => {
    const { documentId } = await createArticle(
      app,
      { title: 'Bà Lê Thị Kín, căn cước 082190001234' },
      { status: 'published' },
    );
    await updateArticle(app, documentId, { title: 'Một hộ dân', slug: 'mot-ho-dan' });
    expect(await stored()).toContain('082190001234');
    expect(await redact(app, { documentId })).toEqual([expect.objectContaining({ locale: 'vi', version: 1 })]);
    expect(await stored()).not.toMatch(/082190001234|Kín|le-thi-kin/);
    await app.request.get(`/api/articles/${documentId}`).expect(200);
    await app.request.get('/api/articles/ba-le-thi-kin-can-cuoc-082190001234').expect(404);
    const log = await changes(documentId);
    expect(log.map(({ event, slug, redacted }) => [event, slug, Boolean(redacted)])).toEqual([
      ['published', '', true],
      ['moved', 'mot-ho-dan', false],
      ['updated', 'mot-ho-dan', false],
    ]);
    // A second time there is nothing to do.
    expect(await redact(app, { documentId })).toEqual([]);
  });

  it('ends with a tombstone where the item was taken back', async () => {
    const { documentId } = await createArticle(app, { title: 'Danh sách bí mật' }, { status: 'published' });
    await app.strapi.documents('plugin::gazette.article').unpublish({ documentId, locale: 'vi' });
    await redact(app, { documentId, versions: [1] });
    expect(await stored()).not.toMatch(/bí mật|danh-sach-bi-mat/);
    const log = await changes(documentId);
    expect(log.map(({ event }) => event)).toEqual(['published', 'unpublished', 'deleted']);
  });

  it('is refused for what is public now, for versions that are not there, and without a reason', async () => {
    const { documentId } = await createArticle(app, { title: 'Đang công khai' }, { status: 'published' });
    await expect(redact(app, { documentId, versions: [1] })).rejects.toThrow(/public now/);
    await expect(redact(app, { documentId, versions: [7] })).rejects.toThrow(/no version 7/);
    await expect(redact(app, { documentId: 'khong-co' })).rejects.toThrow(/ever public/);
    await expect(redact(app, { documentId, reason: ' ' })).rejects.toThrow(/reason/);
  });

  it('is written down: who, when, why, and nothing of the text', async () => {
    const rows: Record<string, unknown>[] = await app.strapi.db.connection('delivery_redactions');
    expect(rows[0]).toMatchObject({ who: 'Trần Thị Bé', reason: 'Lộ số căn cước', locale: 'vi', version: 1 });
  });
});
