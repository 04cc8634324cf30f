import { apiToken, createAdmin, createArticle, startApp, type TestApp } from '../support';
import { uploadImage, type UploadedFile } from './files';
import { directives, fieldsOf, managementApi, type ManagementApi } from './management';
import { publicItem } from './public-state';

const ARTICLE = 'plugin::gazette.article';
const DIRECTIVE = 'plugin::gazette.directive';
const PUBLIC_URL = 'https://api.example.vn/cong';

const html = (markup: string) => [{ __component: 'gazette.html', html: markup }];
const paragraph = (...children: object[]) => [
  {
    __component: 'gazette.text',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Xem ' }, ...children] }],
  },
];
const link = (url: string) => paragraph({ type: 'link', url, children: [{ type: 'text', text: 'tệp' }] });

describe('a document that is not public carries no files', () => {
  let app: TestApp;
  let api: ManagementApi;
  let file: UploadedFile;
  let directiveData: ReturnType<typeof directives>;

  beforeAll(async () => {
    app = await startApp({ environment: { PUBLIC_API_URL: PUBLIC_URL } });
    api = await managementApi(app);
    file = await uploadImage(app, { width: 20 });
    const issuer = await app.strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Huyện uỷ' } });
    directiveData = directives(issuer.documentId);
  });

  afterAll(() => app.stop());

  const directive = (data: Record<string, unknown> = {}, locale = 'vi') =>
    app.strapi.documents(DIRECTIVE).create({ data: directiveData(data), locale });

  const secret = (data: Record<string, unknown> = {}) => directive({ classification: 'secret', ...data });

  it('also where its English text came first and the classification comes with the Vietnamese one', async () => {
    for (const carried of [
      { attachments: [{ file: file.id, title: 'Signed' }] },
      { body: [{ __component: 'gazette.figure', image: file.id, alternativeText: 'A picture' }] },
      { body: html(`<p><a href="${file.url}">the file</a></p>`) },
    ]) {
      const { documentId } = await directive({ title: 'Plan', ...carried }, 'en');
      const { status, body } = await api('put', `/directives/${documentId}?locale=vi&status=draft`).send({
        data: { title: 'Kế hoạch', classification: 'secret', attachments: [], body: [] },
      });
      expect([status, body.error?.message]).toEqual([400, expect.stringContaining('không được mang tệp')]);
    }
  });

  it('also where a copy is classified whose translation carries one', async () => {
    const { documentId } = await directive();
    await app.strapi.documents(DIRECTIVE).update({
      documentId,
      locale: 'en',
      data: { title: 'Plan', body: [{ __component: 'gazette.figure', image: file.id }] },
    });
    const clone = app.strapi
      .documents(DIRECTIVE)
      .clone({ documentId, locale: '*', data: { symbol: '901-KH/HU', classification: 'secret' } });
    await expect(clone).rejects.toThrow(/không được mang tệp/);
  });

  it.each<[string, (url: string) => object[], string]>([
    ['a link of HTML', (url) => html(`<p><a href="${url}">tệp</a></p>`), 'body.0.html'],
    ['an image of HTML', (url) => html(`<p><img src="${url}" alt="a&amp;b"></p>`), 'body.0.html'],
    [
      'a video',
      (url) => [
        { __component: 'gazette.quote', text: 'a' },
        { __component: 'gazette.media', url },
      ],
      'body.1.url',
    ],
    ['a link of a text', link, 'body.0.body.0.children.1.url'],
  ])('nor names one by its address in %s', async (_place, body, path) => {
    const name = file.url.replace('/uploads/', '');
    for (const url of [
      file.url,
      '/uploads/khong-con.pdf',
      '/a/../uploads/khong-con.pdf',
      'uploads/khong-con.pdf',
      `${PUBLIC_URL}/uploads/khong-con.pdf?a=1`,
      'http://api.example.vn/uploads/khong-con.pdf',
      '//api.example.vn/%75ploads/khong-con.pdf',
      `https://10.0.0.5/tep/${name}`,
      `https://kho.example.net/small_${name}`,
    ]) {
      await expect(secret({ body: body(url) })).rejects.toMatchObject({
        details: { errors: [{ path: path.split('.') }] },
      });
    }
    for (const url of ['https://example.net/uploads/a.pdf', '/bai-viet/a', 'https://api.example.vn/cong/bai-viet']) {
      await expect(secret({ body: body(url) })).resolves.toBeDefined();
    }
    await expect(directive({ body: body(file.url) })).resolves.toBeDefined();
  });

  it('is not classified while its text names one', async () => {
    const { documentId } = await directive({ body: link(file.url) });
    const classify = () => app.strapi.documents(DIRECTIVE).update({ documentId, data: { classification: 'internal' } });
    await expect(classify()).rejects.toThrow(/không được mang tệp/);
    await app.strapi.documents(DIRECTIVE).update({ documentId, data: { body: link('https://example.net/') } });
    await expect(classify()).resolves.toMatchObject({ classification: 'internal' });
  });

  describe('an upload cannot put itself into an item', () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const upload = (path: string, authorization: string, fields: Record<string, string>) => {
      const request = app.request.post(path).set('Authorization', `Bearer ${authorization}`);
      Object.entries(fields).forEach(([name, value]) => request.field(name, value));
      return request.attach('files', png, { filename: 'anh.png', contentType: 'image/png' });
    };
    const count = () => app.strapi.db.query('plugin::upload.file').count({});

    it.each(['the content API', 'the admin'])('through %s', async (way) => {
      const authorization = way === 'the admin' ? (await createAdmin(app)).jwt : await apiToken(app);
      const path = way === 'the admin' ? '/upload' : '/api/upload';
      const document = await secret();
      const article = await createArticle(
        app,
        { cover: { image: file.id, alternativeText: 'Ảnh' } },
        { status: 'published' },
      );
      const shown = await publicItem(app, article.documentId);
      const published = await app.strapi
        .documents(ARTICLE)
        .findOne({ documentId: article.documentId, status: 'published', populate: { cover: true } });
      const cover = (published?.cover as { id: number }).id;
      const before = await count();

      for (const [ref, refId, field] of [
        [DIRECTIVE, String(document.id), 'attachments'],
        ['gazette.figure', String(cover), 'image'],
        ['gazette.attachment', '1', 'file'],
        ['plugin::gazette.author', '1', 'avatar'],
      ] as const) {
        const { status, body } = await upload(path, authorization, { ref, refId, field });
        expect([status, body.error?.name, fieldsOf(body)]).toEqual([400, 'ValidationError', ['ref']]);
        expect(body.error.message).toContain('"ref"');
      }
      expect(await count()).toBe(before);
      expect(await publicItem(app, article.documentId)).toEqual(shown);
      expect((await upload(path, authorization, {})).status).toBe(201);
    });
  });
});
