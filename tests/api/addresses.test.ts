import { createArticle, startApp, updateArticle, type TestApp } from '../support';

const ARTICLE = 'plugin::gazette.article';

describe('an address', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  const ask = (id: string, query = '') => app.request.get(`/api/articles/${id}${query}`);

  it('of another language only is a 404 that names the languages, also when the item left the language asked for', async () => {
    const { documentId } = await createArticle(app, { title: 'Hai thứ tiếng' }, { status: 'published' });
    await updateArticle(app, documentId, { title: 'In two languages' }, { locale: 'en' });
    const english = { locale: 'en', slug: 'in-two-languages' };
    expect((await ask('in-two-languages').expect(404)).body.error.details.locales).toEqual([english]);
    await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'vi' });
    await ask('in-two-languages').expect(404);
    await ask('hai-thu-tieng').expect(410);
    await ask(documentId).expect(410);
    await ask('in-two-languages', '?locale=en').expect(200);
    await ask('in-two-languages', '?fallback=en').expect(200);
  });

  it('that was of another language stays a 404 there when its slug changes', async () => {
    const { documentId } = await createArticle(app, { title: 'Đổi tên' }, { status: 'published' });
    await updateArticle(app, documentId, { title: 'First name' }, { locale: 'en' });
    await ask('first-name').expect(404);
    await updateArticle(app, documentId, { slug: 'second-name' }, { locale: 'en' });
    await ask('first-name').expect(404);
    const moved = await ask('first-name', '?locale=en').expect(301);
    expect(moved.headers.location).toBe('/api/articles/second-name?locale=en');
    expect((await ask('first-name', '?fallback=en').expect(301)).headers.location).toBe(
      '/api/articles/doi-ten?fallback=en',
    );
  });

  it('never leads to itself while its item is published over and over', async () => {
    const { documentId, slug } = await createArticle(app, { title: 'Bật tắt' }, { status: 'published' });
    const documents = app.strapi.documents(ARTICLE);
    let busy = true;
    const toggling = (async () => {
      for (let turn = 0; turn < 15; turn += 1) {
        await documents.unpublish({ documentId, locale: 'vi' });
        await documents.publish({ documentId, locale: 'vi' });
      }
      busy = false;
    })();
    const seen = new Set<number>();
    while (busy)
      for (const id of [String(slug), documentId]) {
        const { status } = await ask(id);
        seen.add(status);
      }
    await toggling;
    expect([...seen].filter((status) => status !== 200 && status !== 410)).toEqual([]);
  });

  it('of a long query leaves out the link to itself, which proxies would not take', async () => {
    const values = Array.from({ length: 90 }, (_, index) => `filters[tag][$in][]=mot-the-rat-dai-so-${index}`).join(
      '&',
    );
    const { headers } = await app.request.get(encodeURI(`/api/articles?${values}`)).expect(200);
    expect(headers.link ?? '').not.toContain('rel="self"');
    expect((await app.request.get('/api/articles').expect(200)).headers.link).toContain('rel="self"');
  });
});
