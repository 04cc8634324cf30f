import { createArticle, startApp, updateArticle, type TestApp } from '../support';

const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';
const ARTICLE = 'plugin::gazette.article';

describe('the pages of the reader', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  const open = (path: string) => app.request.get(path).set('Accept', HTML);
  const publish = async (data: Record<string, unknown>): Promise<{ documentId: string; slug: string }> => {
    const { documentId, slug } = await createArticle(app, data, { status: 'published' });
    return { documentId, slug: String(slug) };
  };

  it('begin at /, while the admin stays at /admin and files where they are', async () => {
    const page = await open('/')
      .expect(200)
      .expect('Content-Type', /text\/html/);
    expect(page.text).toContain('/reader/app.js');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    await app.request
      .get('/reader/app.js')
      .expect(200)
      .expect('Content-Type', /javascript/);
    await app.request.get('/gazette.js').expect(200);
    const admin = await open('/admin');
    expect(admin.text).not.toContain('/reader/app.js');
  });

  it('stand at the address that the item itself names, with its title, description and data', async () => {
    const { slug } = await publish({ title: 'Cống <mở> & "đóng"', lead: 'Nước về </script> đồng.' });
    const { body } = await app.request.get(`/api/articles/${slug}`).expect(200);
    const page = await open(new URL(body.data.url).pathname).expect(200);
    expect(page.text).toContain('<title>Cống &lt;mở&gt; &amp; &quot;đóng&quot; – ');
    expect(page.text).toContain(`<link rel="canonical" href="${body.data.url}">`);
    expect(page.text).toContain('content="Nước về &lt;/script&gt; đồng."');
    const [, held = ''] = /data-answer="\/articles\/[^"]*">(.*)<\/script>/.exec(page.text) ?? [];
    expect(JSON.parse(held).data).toEqual(body.data);
  });

  it('answer HEAD without a body', async () => {
    const answer = await app.request.head('/articles').set('Accept', HTML).expect(200);
    expect(answer.text ?? '').toBe('');
  });

  it('move with the slug, and keep the query', async () => {
    const { documentId, slug } = await publish({ title: 'Địa chỉ cũ' });
    await updateArticle(app, documentId, { slug: `${slug}-moi` });
    await open(`/articles/${slug}?x=1`).expect(301).expect('Location', `/articles/${slug}-moi?x=1`);
    await open(`/articles/${slug}-moi`).expect(200);
  });

  it('are gone once taken back, with a page that says so', async () => {
    const { documentId, slug } = await publish({ title: 'Bài sẽ gỡ' });
    await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'vi' });
    const page = await open(`/articles/${slug}`).expect(410);
    expect(page.text).toContain('<title>Nội dung đã được gỡ');
    expect(page.text).not.toContain('Bài sẽ gỡ');
  });

  it('never show a draft', async () => {
    const draft = await createArticle(app, { title: 'Bản nháp kín' });
    const page = await open(`/articles/${draft.slug}`).expect(404);
    expect(page.text).not.toContain('Bản nháp kín');
    await open(`/articles/${draft.documentId}`).expect(404);
  });

  it('are 404 where nothing is, in the language asked for', async () => {
    const { slug } = await publish({ title: 'Chỉ có tiếng Việt' });
    const vi = await open('/articles/khong-co').expect(404);
    expect(vi.text).toContain('Không tìm thấy trang');
    const en = await open(`/en/articles/${slug}`).expect(404);
    expect(en.text).toContain('<html lang="en"');
    expect(en.text).toContain('Page not found');
    expect(en.text).toContain('noindex');
    const other = await open('/khong-co').expect(404);
    expect(other.text).toContain('/reader/app.js');
  });

  it.each(['/api/khong-co', '/api/articles/khong-co', '/uploads/khong-co.jpg'])(
    'do not stand in for the 404 of %s',
    async (path) => {
      const answer = await open(path).expect(404);
      expect(answer.text).not.toContain('/reader/app.js');
    },
  );

  it('are not given to programs that want something else', async () => {
    const answer = await app.request.get('/khong-co').set('Accept', 'application/json').expect(404);
    expect(answer.text).not.toContain('<html');
    await app.request.post('/').set('Accept', HTML).expect(405);
  });

  it('keep to their own files', async () => {
    // The one with dots is refused by Strapi's own middleware for files.
    const paths = ['/reader/shell.html', '/reader/..%2f..%2fpackage.json', '/reader/none.js', '/reader/'];
    for (const path of paths) {
      const answer = await open(path);
      expect([path, answer.status]).toEqual([path, path.includes('%2f') ? 403 : 404]);
      expect(answer.text).not.toContain('"dependencies"');
    }
  });

  it('send each file once: again with its ETag it is a 304, and it is compressed', async () => {
    const first = await app.request.get('/reader/reader.css').set('Accept-Encoding', 'gzip').expect(200);
    expect(first.headers['content-encoding']).toBe('gzip');
    expect(first.text).toContain('--accent');
    await app.request
      .get('/reader/reader.css')
      .set('Accept-Encoding', 'gzip')
      .set('If-None-Match', String(first.headers.etag))
      .expect(304);
  });
});

describe('without the reader', () => {
  it('/ leads to the admin, and READER=false is all it takes', async () => {
    const app = await startApp({ environment: { READER: 'false' } });
    try {
      await app.request.get('/').set('Accept', HTML).expect(302).expect('Location', '/admin');
      const page = await app.request.get('/articles').set('Accept', HTML).expect(404);
      expect(page.text).not.toContain('/reader/app.js');
    } finally {
      await app.stop();
    }
  });
});
