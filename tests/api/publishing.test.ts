import { apiToken, articleData, createAdmin, createArticle, startApp, type TestApp } from '../support';
import { changesOf, lines, publicItem, snapshotsOf, versions } from './public-state';

const ARTICLE = 'plugin::gazette.article';
const DIRECTIVE = 'plugin::gazette.directive';

describe('publishing by the Document Service', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  const articles = () => app.strapi.documents(ARTICLE);

  const update = (
    documentId: string,
    data: Record<string, unknown>,
    locale = 'vi',
    status: 'draft' | 'published' = 'draft',
  ) => articles().update({ documentId, locale, data, status });

  /** An article published in Vietnamese and English. */
  const bilingual = async (): Promise<string> => {
    const { documentId } = await createArticle(app, { title: 'Hai thứ tiếng' });
    await update(documentId, { title: 'Two languages', lead: 'A short lead.' }, 'en');
    await articles().publish({ documentId, locale: '*' });
    return documentId;
  };

  /** What is public about the document, and what was added to its log by `work`. */
  const after = async (documentId: string, work: () => Promise<unknown>) => {
    const logged = (await changesOf(app, documentId)).length;
    await work();
    return {
      public: versions(await snapshotsOf(app, documentId)),
      log: lines((await changesOf(app, documentId)).slice(logged)),
    };
  };

  const nothing = { public: [], log: [] };

  it('writes nothing public for a draft, its updates and its deletion', async () => {
    const before = (await changesOf(app)).length;
    const { documentId } = await createArticle(app);
    expect(await after(documentId, () => update(documentId, { title: 'Sửa nháp' }))).toEqual(nothing);
    expect(await after(documentId, () => articles().delete({ documentId, locale: '*' }))).toEqual(nothing);
    expect(await changesOf(app)).toHaveLength(before);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['publish without a locale', (documentId) => articles().publish({ documentId })],
    ['publish of vi', (documentId) => articles().publish({ documentId, locale: 'vi' })],
    ['publish of all locales', (documentId) => articles().publish({ documentId, locale: '*' })],
    ['update with status published', (documentId) => update(documentId, { kicker: 'Thời sự' }, 'vi', 'published')],
  ])('a first %s writes version 1 and one log entry', async (_way, work) => {
    const { documentId } = await createArticle(app);
    expect(await after(documentId, () => work(documentId))).toEqual({ public: ['vi 1'], log: ['vi published 1'] });
    expect((await changesOf(app, documentId))[0]?.major).toBe(true);
  });

  it('publishes with the creation itself, once', async () => {
    const created = await createArticle(app, { title: 'Đăng ngay' }, { status: 'published' });
    expect(created.publishedAt).not.toBeNull();
    expect(versions(await snapshotsOf(app, created.documentId))).toEqual(['vi 1']);
    expect(lines(await changesOf(app, created.documentId))).toEqual(['vi published 1']);
    const drafts = await app.strapi.db
      .query(ARTICLE)
      .count({ where: { documentId: created.documentId, publishedAt: null } });
    expect(drafts).toBe(1);
  });

  it('shows nothing of a changed draft until it is published, then version 2', async () => {
    const { documentId } = await createArticle(app, { title: 'Bản đầu' }, { status: 'published' });
    const unchanged = await after(documentId, () => update(documentId, { title: 'Bản sửa' }));
    expect(unchanged).toEqual({ public: ['vi 1'], log: [] });
    expect(await publicItem(app, documentId)).toMatchObject({ title: 'Bản đầu' });
    const changed = await after(documentId, () => articles().publish({ documentId }));
    expect(changed).toEqual({ public: ['vi 2'], log: ['vi updated 2'] });
    expect(await publicItem(app, documentId)).toMatchObject({ title: 'Bản sửa', version: 2 });
  });

  it('neither counts a version nor logs anything when it is published again unchanged', async () => {
    const { documentId } = await createArticle(app, {}, { status: 'published' });
    const [before] = await snapshotsOf(app, documentId);
    const again = await after(documentId, () => articles().publish({ documentId }));
    expect(again).toEqual({ public: ['vi 1'], log: [] });
    const saved = await after(documentId, () => update(documentId, {}, 'vi', 'published'));
    expect(saved).toEqual({ public: ['vi 1'], log: [] });
    expect((await snapshotsOf(app, documentId))[0]).toEqual(before);
  });

  it('logs a changed slug as moved', async () => {
    const { documentId } = await createArticle(app, { title: 'Chuyển nhà' }, { status: 'published' });
    const moved = await after(documentId, () => update(documentId, { slug: 'nha-moi' }, 'vi', 'published'));
    expect(moved).toEqual({ public: ['vi 2'], log: ['vi moved 2'] });
    expect((await changesOf(app, documentId)).map(({ slug }) => slug)).toEqual(['chuyen-nha', 'nha-moi']);
  });

  it('logs a withdrawal once, and keeps the item readable with its notice', async () => {
    const { documentId } = await createArticle(app, { title: 'Rút lại' }, { status: 'published' });
    const withdrawal = { at: '2026-01-05T03:00:00.000Z', reason: 'Sai số liệu.' };
    const withdrawn = await after(documentId, () => update(documentId, { withdrawal }, 'vi', 'published'));
    expect(withdrawn).toEqual({ public: ['vi 2'], log: ['vi withdrawn 2'] });
    expect((await snapshotsOf(app, documentId))[0]?.withdrawn).toBe(true);
    expect(await publicItem(app, documentId)).toMatchObject({ title: 'Rút lại', withdrawal });
    const later = await after(documentId, () => update(documentId, { kicker: 'Thông báo' }, 'vi', 'published'));
    expect(later.log).toEqual(['vi updated 3']);
  });

  it('adds English beside Vietnamese, whose localizations change', async () => {
    const { documentId } = await createArticle(app, { title: 'Trước' }, { status: 'published' });
    await update(documentId, { title: 'Before' }, 'en');
    const added = await after(documentId, () => articles().publish({ documentId, locale: 'en' }));
    expect(added.public).toEqual(['en 1', 'vi 2']);
    expect(added.log.sort()).toEqual(['en published 1', 'vi updated 2']);
    expect(await publicItem(app, documentId)).toMatchObject({ localizations: [{ locale: 'en', slug: 'before' }] });
    expect(await publicItem(app, documentId, 'en')).toMatchObject({ localizations: [{ locale: 'vi', slug: 'truoc' }] });
    const minor = (await changesOf(app, documentId)).find(({ version }) => version === 2);
    expect(minor?.major).toBe(false);
  });

  it('publishes English alone, with nothing of the Vietnamese draft', async () => {
    const { documentId } = await createArticle(app, { title: 'Chỉ có nháp' });
    await update(documentId, { title: 'English only' }, 'en');
    const english = await after(documentId, () => articles().publish({ documentId, locale: 'en' }));
    expect(english).toEqual({ public: ['en 1'], log: ['en published 1'] });
    expect(await publicItem(app, documentId, 'en')).toMatchObject({ title: 'English only', localizations: [] });
    expect(JSON.stringify(await snapshotsOf(app, documentId))).not.toContain('Chỉ có nháp');
  });

  it('publishes several locales that are named as a list', async () => {
    const { documentId } = await createArticle(app, { title: 'Danh sách' });
    await update(documentId, { title: 'A list' }, 'en');
    // Strapi's type names one locale; its service takes several, as the admin's bulk actions send them.
    const several = { documentId, locale: ['vi', 'en'] as unknown as string };
    const both = await after(documentId, () => articles().publish(several));
    expect(both.public).toEqual(['en 1', 'vi 1']);
    expect(both.log.sort()).toEqual(['en published 1', 'vi published 1']);
    const none = await after(documentId, () => articles().unpublish(several));
    expect(none.public).toEqual([]);
    expect(none.log.sort()).toEqual(['en unpublished 1', 'vi unpublished 1']);
  });

  it('takes back one language and leaves the other', async () => {
    const documentId = await bilingual();
    const one = await after(documentId, () => articles().unpublish({ documentId, locale: 'en' }));
    expect(one.public).toEqual(['vi 2']);
    expect(one.log.sort()).toEqual(['en unpublished 1', 'vi updated 2']);
    expect(await publicItem(app, documentId)).toMatchObject({ localizations: [] });
  });

  it('takes back all languages, and goes on counting versions when they return', async () => {
    const documentId = await bilingual();
    const gone = await after(documentId, () => articles().unpublish({ documentId, locale: '*' }));
    expect(gone.public).toEqual([]);
    expect(gone.log.sort()).toEqual(['en unpublished 1', 'vi unpublished 1']);
    const back = await after(documentId, () => articles().publish({ documentId, locale: '*' }));
    expect(back.public).toEqual(['en 2', 'vi 2']);
    expect(back.log.sort()).toEqual(['en published 2', 'vi published 2']);
  });

  it('goes back to the published text without a trace in public', async () => {
    const documentId = await bilingual();
    await update(documentId, { title: 'Đổi ý', slug: 'doi-y' });
    const discarded = await after(documentId, () => articles().discardDraft({ documentId, locale: 'vi' }));
    expect(discarded).toEqual({ public: ['en 1', 'vi 1'], log: [] });
    const draft = await articles().findOne({ documentId, locale: 'vi' });
    expect(draft).toMatchObject({ title: 'Hai thứ tiếng' });
    const { documentId: other } = await createArticle(app, { title: 'Bài khác', slug: 'doi-y' });
    expect(other).not.toBe(documentId);
  });

  it('keeps a draft that was never published when its changes are discarded', async () => {
    const { documentId } = await createArticle(app, { title: 'Chưa đăng' });
    await expect(articles().discardDraft({ documentId, locale: '*' })).rejects.toThrow(/Chưa có bản đã xuất bản/);
    expect(await articles().findOne({ documentId, locale: 'vi' })).toMatchObject({ title: 'Chưa đăng' });
  });

  it('never gives a revision out again after a discard', async () => {
    const { documentId } = await createArticle(app, { title: 'Số lần lưu' }, { status: 'published' });
    const seen = await update(documentId, { title: 'Lần hai' });
    await articles().discardDraft({ documentId, locale: 'vi' });
    await update(documentId, { title: 'Lần ba' });
    await expect(update(documentId, { title: 'Đè lên', revision: seen?.revision })).rejects.toMatchObject({
      status: 409,
    });
  });

  it('deletes one language, frees its slug, and leaves the other', async () => {
    const documentId = await bilingual();
    const { slug } = await publicItem(app, documentId, 'en');
    const one = await after(documentId, () => articles().delete({ documentId, locale: 'en' }));
    expect(one.public).toEqual(['vi 2']);
    expect(one.log.sort()).toEqual(['en deleted 1', 'vi updated 2']);
    const { documentId: other } = await createArticle(app, { title: 'Other', slug }, { locale: 'en' });
    expect(await articles().findOne({ documentId: other, locale: 'en' })).toMatchObject({ slug });
  });

  it('deletes the whole document, frees its slugs and forgets its links', async () => {
    const documentId = await bilingual();
    const gone = await after(documentId, () => articles().delete({ documentId, locale: '*' }));
    expect(gone.public).toEqual([]);
    expect(gone.log.sort()).toEqual(['en deleted 1', 'vi deleted 1']);
    const held = await app.strapi.db.connection('delivery_reservations').where({ document_id: documentId });
    expect(held).toEqual([]);
  });

  it('frees the slug of a deleted page, whose type has no public address yet', async () => {
    const pages = app.strapi.documents('plugin::gazette.page');
    const { documentId } = await pages.create({ data: { title: 'Giới thiệu' } });
    await pages.delete({ documentId, locale: '*' });
    expect(await pages.create({ data: { title: 'Giới thiệu' } })).toMatchObject({ slug: 'gioi-thieu' });
  });

  it('makes a copy a draft of its own: unpublished, undated, with another slug', async () => {
    const documentId = await bilingual();
    const before = (await changesOf(app)).length;
    const copy = await articles().clone({ documentId, locale: '*', data: {} });
    const drafts = await app.strapi.db.query(ARTICLE).findMany({ where: { documentId: copy.documentId } });
    expect(drafts).toHaveLength(2);
    for (const draft of drafts) {
      expect(draft).toMatchObject({ publishedAt: null, releasedAt: null, publicUpdatedAt: null, revision: 1 });
    }
    const original = await app.strapi.db.query(ARTICLE).findMany({ where: { documentId } });
    const taken = new Set(original.map(({ locale, slug }) => `${locale} ${slug}`));
    expect(drafts.some(({ locale, slug }) => !slug || taken.has(`${locale} ${slug}`))).toBe(false);
    expect(await changesOf(app)).toHaveLength(before);
    await articles().publish({ documentId: copy.documentId, locale: '*' });
    expect(versions(await snapshotsOf(app, copy.documentId))).toEqual(['en 1', 'vi 1']);
  });

  it('reads not-localized attributes and relations from the Vietnamese row in both languages', async () => {
    const topic = await app.strapi.documents('plugin::gazette.topic').create({
      data: { name: 'Nông nghiệp', translations: [{ locale: 'en', name: 'Farming', slug: 'farming' }] },
    });
    const { documentId } = await createArticle(app, { title: 'Mùa gặt', featured: true, topics: [topic.documentId] });
    await update(documentId, { title: 'Harvest', featured: false, topics: [] }, 'en');
    await articles().publish({ documentId, locale: '*' });
    expect(await publicItem(app, documentId)).toMatchObject({ featured: true, topics: [{ name: 'Nông nghiệp' }] });
    expect(await publicItem(app, documentId, 'en')).toMatchObject({
      featured: true,
      topics: [{ slug: 'farming', name: 'Farming' }],
    });

    const changed = await after(documentId, () =>
      update(documentId, { featured: false, topics: [] }, 'vi', 'published'),
    );
    expect(changed.public).toEqual(['en 2', 'vi 2']);
    expect(await publicItem(app, documentId, 'en')).toMatchObject({ featured: false, topics: [] });
  });

  it('lets a document without a Vietnamese row change what is not localized', async () => {
    const { documentId } = await createArticle(
      app,
      { title: 'Alone', featured: true },
      { locale: 'en', status: 'published' },
    );
    await update(documentId, { featured: false }, 'en', 'published');
    expect(await publicItem(app, documentId, 'en')).toMatchObject({ featured: false });
  });

  describe('dates of publication', () => {
    const dates = async (documentId: string, locale = 'vi') => {
      const { firstPublishedAt, publicUpdatedAt, changeHistory } = await publicItem(app, documentId, locale);
      return { firstPublishedAt, publicUpdatedAt, changeHistory };
    };

    it('keeps publicUpdatedAt through minor updates and moves it by a major one, whose note it collects', async () => {
      const { documentId } = await createArticle(
        app,
        { releasedAt: '2024-02-01T01:00:00.000Z' },
        { status: 'published' },
      );
      const first = await dates(documentId);
      expect(first).toMatchObject({ publicUpdatedAt: '2024-02-01T01:00:00.000Z', changeHistory: [] });

      await update(documentId, { kicker: 'Nhỏ' }, 'vi', 'published');
      expect(await dates(documentId)).toEqual(first);

      const start = Date.now();
      await update(
        documentId,
        { lead: 'Số liệu mới.', updateType: 'major', changeNote: 'Bổ sung số liệu.' },
        'vi',
        'published',
      );
      const major = await dates(documentId);
      expect(major.firstPublishedAt).toBe(first.firstPublishedAt);
      expect(Date.parse(String(major.publicUpdatedAt))).toBeGreaterThanOrEqual(start);
      expect(major.changeHistory).toEqual([{ at: expect.any(String), note: 'Bổ sung số liệu.' }]);
      expect((await changesOf(app, documentId)).map(({ event, major: isMajor }) => [event, isMajor])).toEqual([
        ['published', true],
        ['updated', false],
        ['updated', true],
      ]);
      const rows = await app.strapi.db.query(ARTICLE).findMany({ where: { documentId } });
      expect(rows.map(({ updateType, changeNote }) => [updateType, changeNote])).toEqual([
        ['minor', null],
        ['minor', null],
      ]);

      await update(documentId, { kicker: 'Nhỏ nữa' }, 'vi', 'published');
      expect(await dates(documentId)).toEqual(major);
    });

    it('moves both languages by a major update, each with its own note', async () => {
      const documentId = await bilingual();
      await update(documentId, { updateType: 'major', changeNote: 'Sửa số liệu.', lead: 'Mới.' });
      await update(documentId, { changeNote: 'Figures corrected.', lead: 'New.' }, 'en');
      await articles().publish({ documentId, locale: '*' });
      const [vietnamese, english] = [await dates(documentId), await dates(documentId, 'en')];
      expect(vietnamese.changeHistory).toMatchObject([{ note: 'Sửa số liệu.' }]);
      expect(english.changeHistory).toMatchObject([{ note: 'Figures corrected.' }]);
      expect(english.publicUpdatedAt).toBe(vietnamese.publicUpdatedAt);
    });

    it('takes a backdated release, and one that is moved back later', async () => {
      const releasedAt = '2023-08-31T17:14:00.000Z';
      const { documentId } = await createArticle(app, { releasedAt }, { status: 'published' });
      expect(await dates(documentId)).toMatchObject({ firstPublishedAt: releasedAt, publicUpdatedAt: releasedAt });
      await update(documentId, { releasedAt: '2023-08-30T17:14:00.000Z' }, 'vi', 'published');
      expect(await dates(documentId)).toMatchObject({ firstPublishedAt: '2023-08-30T17:14:00.000Z' });
    });

    it('dates a first release by the moment it is published', async () => {
      const start = Date.now();
      const { documentId } = await createArticle(app, {}, { status: 'published' });
      const { firstPublishedAt, publicUpdatedAt } = await dates(documentId);
      expect(Date.parse(String(firstPublishedAt))).toBeGreaterThanOrEqual(start);
      expect(publicUpdatedAt).toBe(firstPublishedAt);
    });
  });

  it('takes no system attribute from a client', async () => {
    const forged = {
      publicUpdatedAt: '2001-01-01T00:00:00.000Z',
      changeHistory: [{ at: '2001-01-01T00:00:00.000Z', note: 'Giả' }],
    };
    const { documentId } = await createArticle(app, forged, { status: 'published' });
    const item = await publicItem(app, documentId);
    expect(item.changeHistory).toEqual([]);
    expect(item.publicUpdatedAt).not.toBe(forged.publicUpdatedAt);
  });

  describe("by the admin's bulk actions", () => {
    const bulk = async (action: string, body: Record<string, unknown>, type = ARTICLE, role?: string) => {
      const { jwt } = await createAdmin(app, role);
      return app.request
        .post(`/content-manager/collection-types/${type}/actions/${action}`)
        .set('Authorization', `Bearer ${jwt}`)
        .send(body);
    };

    it('publishes and unpublishes a selection', async () => {
      const ids = await Promise.all(
        ['Một', 'Hai', 'Ba'].map(async (title) => (await createArticle(app, { title })).documentId),
      );
      expect((await bulk('bulkPublish', { documentIds: ids, locale: 'vi' })).status).toBe(200);
      for (const id of ids) expect(lines(await changesOf(app, id))).toEqual(['vi published 1']);
      expect((await bulk('bulkUnpublish', { documentIds: ids, locale: 'vi' })).status).toBe(200);
      for (const id of ids) expect(await snapshotsOf(app, id)).toEqual([]);
    });

    it('publishes a selection whole or not at all', async () => {
      const issuer = await app.strapi
        .documents('plugin::gazette.issuer')
        .create({ data: { name: 'Huyện uỷ', code: 'HU' } });
      const make = async (symbol: string, data: Record<string, unknown> = {}) =>
        (
          await app.strapi.documents(DIRECTIVE).create({
            data: {
              symbol,
              title: 'Kế hoạch',
              kind: 'plan',
              issuedOn: '2024-03-01',
              issuer: issuer.documentId,
              ...data,
            },
          })
        ).documentId;
      const ids = [
        await make('11-KH/HU'),
        await make('12-KH/HU', { classification: 'internal' }),
        await make('13-KH/HU'),
      ];
      const answer = await bulk('bulkPublish', { documentIds: ids, locale: 'vi' }, DIRECTIVE);
      expect(answer.status).toBe(400);
      for (const id of ids) {
        expect(await snapshotsOf(app, id)).toEqual([]);
        expect(await changesOf(app, id)).toEqual([]);
        const rows = await app.strapi.db
          .query(DIRECTIVE)
          .count({ where: { documentId: id, publishedAt: { $notNull: true } } });
        expect(rows).toBe(0);
      }
    });

    it('shows a published article as published, not as modified', async () => {
      const { jwt } = await createAdmin(app);
      const { documentId } = await createArticle(app, { releasedAt: '2024-01-01T00:00:00.000Z' });
      const path = `/content-manager/collection-types/${ARTICLE}/${documentId}`;
      const authorised = { Authorization: `Bearer ${jwt}` };
      await app.request.post(`${path}/actions/publish?locale=vi`).set(authorised).send(articleData()).expect(200);
      const { body } = await app.request.get(`${path}?locale=vi`).set(authorised).expect(200);
      expect(body.data.status).toBe('published');
    });
  });

  it('logs publications that run at once in the order in which they are committed, without a gap', async () => {
    const token = await apiToken(app);
    const before = (await changesOf(app)).length;
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        app.request
          .post('/api/gazette/articles')
          .set('Authorization', `Bearer ${token}`)
          .send({ data: articleData({ title: `Song song ${index}` }) }),
      ),
    );
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
    const added = (await changesOf(app)).slice(before);
    expect(added).toHaveLength(12);
    const times: { at: string; seq: number | string }[] = await app.strapi.db
      .connection('delivery_changes')
      .whereIn(
        'seq',
        added.map(({ seq }) => seq),
      )
      .orderBy('seq');
    expect(times.map(({ at }) => at)).toEqual(times.map(({ at }) => at).sort());
  });
});
