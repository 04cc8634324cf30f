import { createArticle, startApp, updateArticle, type TestApp } from '../support';
import { directives } from './management';
import { publicItem, snapshotsOf } from './public-state';

const ARTICLE = 'plugin::gazette.article';
const DIRECTIVE = 'plugin::gazette.directive';
const TOPIC = 'plugin::gazette.topic';
const ISSUER = 'plugin::gazette.issuer';
const RELEASE = '2020-01-02T03:04:05.000Z';

describe('attributes that languages share', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  const topic = async (name: string) => (await app.strapi.documents(TOPIC).create({ data: { name } })).documentId;
  const documents = () => app.strapi.documents(ARTICLE);
  const draftOf = (documentId: string, locale: string) =>
    documents().findOne({
      documentId,
      locale,
      populate: { source: true, topics: true, authorships: { populate: { author: true } } },
    });

  describe('when the date of release is emptied', () => {
    it.each([null, undefined])('keep the dates that are public (%s)', async (emptied) => {
      const { documentId } = await createArticle(app, { releasedAt: RELEASE }, { status: 'published' });
      const before = await publicItem(app, documentId);
      await updateArticle(app, documentId, { releasedAt: emptied, lead: 'Sửa.' });
      expect(await publicItem(app, documentId)).toMatchObject({
        firstPublishedAt: RELEASE,
        publicUpdatedAt: before.publicUpdatedAt,
      });
      expect(await draftOf(documentId, 'vi')).toMatchObject({ releasedAt: RELEASE });
    });

    it('are set anew for what is public no longer', async () => {
      const { documentId } = await createArticle(app, { releasedAt: RELEASE }, { status: 'published' });
      await documents().unpublish({ documentId });
      await updateArticle(app, documentId, { releasedAt: null });
      expect((await publicItem(app, documentId)).firstPublishedAt).not.toBe(RELEASE);
    });
  });

  describe('when the default language is deleted', () => {
    const bilingual = async () => {
      const [first, second] = [await topic('Cũ'), await topic('Mới')];
      const author = await app.strapi.documents('plugin::gazette.author').create({ data: { name: 'Lò Văn An' } });
      const { documentId } = await createArticle(
        app,
        { topics: [first], source: { name: 'Nguồn cũ' }, releasedAt: RELEASE },
        { status: 'published' },
      );
      await updateArticle(app, documentId, { title: 'English' }, { locale: 'en' });
      await updateArticle(app, documentId, {
        topics: [second],
        source: { name: 'Nguồn mới' },
        authorships: [{ author: author.documentId, position: 'Phóng viên' }],
        featured: true,
      });
      return { documentId };
    };

    it('pass on to the languages that stay, in what is public and in the drafts', async () => {
      const { documentId } = await bilingual();
      await updateArticle(app, documentId, { source: { name: 'Chờ duyệt' } }, { status: 'draft' });
      const { slug: _slug, ...before } = await publicItem(app, documentId, 'en');
      await documents().delete({ documentId, locale: 'vi' });
      expect((await snapshotsOf(app, documentId)).map(({ locale }) => locale)).toEqual(['en']);
      const after = await publicItem(app, documentId, 'en');
      expect(after).toMatchObject({
        source: { name: 'Nguồn mới' },
        topics: [{ name: 'Mới' }],
        authors: [{ name: 'Lò Văn An' }],
        featured: true,
        firstPublishedAt: before.firstPublishedAt,
        publicUpdatedAt: before.publicUpdatedAt,
      });
      expect(await draftOf(documentId, 'en')).toMatchObject({
        source: { name: 'Chờ duyệt' },
        topics: [{ name: 'Mới' }],
        authorships: [{ author: { name: 'Lò Văn An' }, position: 'Phóng viên' }],
      });
      await documents().publish({ documentId, locale: 'en' });
      expect(await publicItem(app, documentId, 'en')).toMatchObject({ source: { name: 'Chờ duyệt' } });
    });

    it('leave a draft that is published as it is just as unmodified', async () => {
      const { documentId } = await bilingual();
      const times = async () =>
        (
          await app.strapi.db.query(ARTICLE).findMany({ where: { documentId, locale: 'en' }, orderBy: { id: 'asc' } })
        ).map(({ updatedAt }) => updatedAt);
      const before = await times();
      await documents().delete({ documentId, locale: 'vi' });
      expect(await times()).toEqual(before);
    });

    it('stay where they are when another language goes', async () => {
      const { documentId } = await bilingual();
      const before = await publicItem(app, documentId, 'vi');
      await documents().delete({ documentId, locale: 'en' });
      expect(await publicItem(app, documentId, 'vi')).toMatchObject({ source: before.source, topics: before.topics });
    });

    it('pass on when it is only taken back, so that the next publication of another one has them', async () => {
      const { documentId } = await bilingual();
      await updateArticle(app, documentId, { source: { name: 'Chờ duyệt' } }, { status: 'draft' });
      await documents().unpublish({ documentId, locale: 'vi' });
      const inherited = { source: { name: 'Nguồn mới' }, topics: [{ name: 'Mới' }], featured: true };
      expect(await publicItem(app, documentId, 'en')).toMatchObject(inherited);
      await updateArticle(app, documentId, { title: 'English again' }, { locale: 'en' });
      expect(await publicItem(app, documentId, 'en')).toMatchObject(inherited);
      expect(await draftOf(documentId, 'vi')).toMatchObject({ source: { name: 'Chờ duyệt' } });
    });

    it('of a document pass on with its place in the register', async () => {
      const issuer = (await app.strapi.documents(ISSUER).create({ data: { name: 'Huyện uỷ' } })).documentId;
      const data = directives(issuer)({ symbol: '77-KH/HU' });
      const { documentId } = await app.strapi.documents(DIRECTIVE).create({ data, status: 'published' });
      await app.strapi
        .documents(DIRECTIVE)
        .update({ documentId, locale: 'en', data: { title: 'Plan' }, status: 'published' });
      await app.strapi.documents(DIRECTIVE).update({ documentId, data: { symbol: '78-KH/HU' }, status: 'published' });
      await app.strapi.documents(DIRECTIVE).delete({ documentId, locale: 'vi' });
      expect(await publicItem(app, documentId, 'en')).toMatchObject({ symbol: '78-KH/HU', number: '78' });
      const again = app.strapi.documents(DIRECTIVE).create({ data: { ...data, symbol: '78-KH/HU' } });
      await expect(again).rejects.toThrow(/đã có văn bản/);
    });
  });

  it('of the site go into the rows of other languages', async () => {
    const site = () => app.strapi.documents('plugin::gazette.site');
    const { documentId } = await site().create({ data: { name: 'Cổng', contacts: [{ label: 'Văn phòng' }] } });
    const saved = await site().update({
      documentId,
      locale: 'en',
      data: { name: 'Portal', contacts: [{ label: 'Mine' }] },
      populate: { contacts: true },
    });
    expect(saved).toMatchObject({ name: 'Portal', contacts: [{ label: 'Văn phòng' }] });
    await site().update({ documentId, data: { contacts: [{ label: 'Tiếp dân' }] } });
    await site().delete({ documentId, locale: 'vi' });
    expect(await site().findOne({ documentId, locale: 'en', populate: { contacts: true } })).toMatchObject({
      name: 'Portal',
      contacts: [{ label: 'Tiếp dân' }],
    });
  });

  describe('of an article that is public in English only', () => {
    const english = async () => {
      const [own, waiting] = [await topic('Public'), await topic('Chờ duyệt')];
      const { documentId } = await createArticle(
        app,
        { title: 'English', topics: [own], source: { name: 'Public source' }, releasedAt: RELEASE },
        { locale: 'en', status: 'published' },
      );
      await updateArticle(
        app,
        documentId,
        { title: 'Bản nháp', topics: [waiting], source: { name: 'Chờ duyệt' }, releasedAt: '2001-01-01T00:00:00.000Z' },
        { status: 'draft' },
      );
      return { documentId };
    };

    it('stay its own while a Vietnamese draft waits', async () => {
      const { documentId } = await english();
      const before = await publicItem(app, documentId, 'en');
      await updateArticle(app, documentId, { title: 'English again' }, { locale: 'en' });
      const after = await publicItem(app, documentId, 'en');
      expect(after).toMatchObject({
        title: 'English again',
        source: { name: 'Public source' },
        topics: [{ name: 'Public' }],
        firstPublishedAt: RELEASE,
        publicUpdatedAt: before.publicUpdatedAt,
      });
      expect(await draftOf(documentId, 'vi')).toMatchObject({
        source: { name: 'Chờ duyệt' },
        topics: [{ name: 'Chờ duyệt' }],
        releasedAt: '2001-01-01T00:00:00.000Z',
      });
    });

    it('can be changed there, and have their own major updates', async () => {
      const { documentId } = await english();
      const major = { source: { name: 'Corrected' }, updateType: 'major', changeNote: 'Corrected the source.' };
      await updateArticle(app, documentId, { updateType: 'major', changeNote: 'Chờ' }, { status: 'draft' });
      await updateArticle(app, documentId, major, { locale: 'en' });
      expect(await publicItem(app, documentId, 'en')).toMatchObject({
        source: { name: 'Corrected' },
        changeHistory: [{ note: 'Corrected the source.' }],
      });
      expect(await draftOf(documentId, 'en')).toMatchObject({ updateType: 'minor', changeNote: null });
      expect(await draftOf(documentId, 'vi')).toMatchObject({ updateType: 'major', source: { name: 'Chờ duyệt' } });
    });

    it('are those of the Vietnamese text as soon as that is public', async () => {
      const { documentId } = await english();
      await documents().publish({ documentId, locale: 'vi' });
      for (const locale of ['vi', 'en']) {
        expect(await publicItem(app, documentId, locale)).toMatchObject({
          source: { name: 'Chờ duyệt' },
          topics: [{ name: 'Chờ duyệt' }],
          firstPublishedAt: '2001-01-01T00:00:00.000Z',
        });
      }
    });

    it('keep the symbol that is public from others, and are never published from a draft that is secret', async () => {
      const issuer = (await app.strapi.documents(ISSUER).create({ data: { name: 'Tỉnh uỷ' } })).documentId;
      const data = directives(issuer);
      const { documentId } = await app.strapi
        .documents(DIRECTIVE)
        .create({ data: data({ symbol: '55-KH/TU', title: 'Plan' }), locale: 'en', status: 'published' });
      await app.strapi.documents(DIRECTIVE).update({ documentId, data: data({ symbol: '56-KH/TU' }) });
      for (const symbol of ['55-KH/TU', '56-KH/TU']) {
        await expect(app.strapi.documents(DIRECTIVE).create({ data: data({ symbol }) })).rejects.toThrow(
          /đã có văn bản/,
        );
      }
      const classify = app.strapi.documents(DIRECTIVE).update({ documentId, data: { classification: 'secret' } });
      await expect(classify).rejects.toThrow(/gỡ xuất bản trước/);
      await app.strapi.documents(DIRECTIVE).publish({ documentId, locale: 'en' });
      expect(await publicItem(app, documentId, 'en')).toMatchObject({ symbol: '55-KH/TU' });
    });
  });
});
