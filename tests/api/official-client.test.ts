import { strapi as connect } from '@strapi/client';
import { apiToken, createArticle, startApp, updateArticle, type TestApp } from '../support';

describe("Strapi's own client", () => {
  let app: TestApp;
  let reader: ReturnType<typeof connect>;
  let editor: ReturnType<typeof connect>;

  beforeAll(async () => {
    app = await startApp();
    reader = connect({ baseURL: `${app.url}/api` });
    editor = connect({ baseURL: `${app.url}/api`, auth: await apiToken(app) });
    const topic = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Kinh tế' } });
    for (const title of ['Bắp được mùa', 'Ấm no nhờ lúa', 'Cầu mới'])
      await createArticle(
        app,
        { title, topics: title === 'Cầu mới' ? [] : [topic.documentId] },
        { status: 'published' },
      );
  });
  afterAll(() => app.stop());

  const titles = ({ data }: { data: { [attribute: string]: unknown }[] }) => data.map(({ title }) => title);

  it('reads lists with its own spelling of filters, sort, fields and paging', async () => {
    const articles = reader.collection('articles');
    expect(titles(await articles.find({ sort: 'title:asc' }))).toEqual(['Ấm no nhờ lúa', 'Bắp được mùa', 'Cầu mới']);
    const filtered = await articles.find({
      filters: { topic: { slug: { $eq: 'kinh-te' } } },
      sort: ['title:desc'],
      fields: ['title', 'slug'],
      populate: '*',
      pagination: { page: 1, pageSize: 1 },
      locale: 'vi',
    });
    expect(filtered.data).toEqual([{ documentId: expect.any(String), title: 'Bắp được mùa', slug: 'bap-duoc-mua' }]);
    expect(filtered.meta.pagination).toMatchObject({ page: 1, pageSize: 1, pageCount: 2, total: 2 });
    expect((await reader.collection('topics').find({ filters: { parent: { $null: true } } })).data).toHaveLength(1);
  });

  it('reads an item by slug and by documentId, in another language, and the site', async () => {
    const articles = reader.collection('articles');
    const { data } = await articles.findOne('cau-moi');
    expect(data).toMatchObject({ title: 'Cầu mới', collection: 'articles' });
    await updateArticle(app, data.documentId, { title: 'New bridge' }, { locale: 'en' });
    expect((await articles.findOne(data.documentId, { locale: 'en' })).data).toMatchObject({ title: 'New bridge' });
    await app.strapi.documents('plugin::gazette.site').create({ data: { name: 'Cổng xã' } });
    expect((await reader.single('site').find()).data).toMatchObject({ name: 'Cổng xã' });
    await expect(articles.findOne('khong-co')).rejects.toThrow(/404/);
  });

  it('makes, changes, publishes and deletes with a token, and not without', async () => {
    const managed = editor.collection('articles', { plugin: { name: 'gazette', prefix: 'gazette' } });
    const { data: draft } = await managed.create({ title: 'Bản nháp' }, { status: 'draft' });
    await expect(reader.collection('articles').findOne(draft.documentId)).rejects.toThrow(/404/);
    await managed.update(draft.documentId, { lead: 'Đã sửa.' }, { status: 'draft' });
    await managed.update(draft.documentId, { title: 'Đã đăng' }, { status: 'published' });
    const { data } = await reader.collection('articles').findOne(draft.documentId);
    expect(data).toMatchObject({ title: 'Đã đăng', lead: 'Đã sửa.' });
    await managed.delete(draft.documentId);
    await expect(reader.collection('articles').findOne(draft.documentId)).rejects.toThrow(/410/);
    const closed = reader.collection('articles', { plugin: { name: 'gazette', prefix: 'gazette' } });
    await expect(closed.create({ title: 'Không được' })).rejects.toThrow(/403/);
  });
});
