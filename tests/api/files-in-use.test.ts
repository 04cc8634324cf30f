import { createAdmin, createArticle, startApp, type TestApp } from '../support';
import { uploadImage, type UploadedFile } from './files';
import { publicItem } from './public-state';

const ARTICLE = 'plugin::gazette.article';

/** An image as the blocks editor of the admin copies it into a text: with the admin's own address, without its documentId. */
const imageBlock = async ({ strapi }: TestApp, { id }: UploadedFile) => {
  const { documentId: _documentId, ...file } = await strapi.db.query('plugin::upload.file').findOne({ where: { id } });
  return {
    type: 'image',
    image: { ...file, alternativeText: 'Cầu mới', caption: 'Cầu xã', url: `http://10.0.0.5:1337${file.url}` },
    children: [{ type: 'text', text: '' }],
  };
};

describe('a file that a text names', () => {
  let app: TestApp;
  let width = 30;

  beforeAll(async () => {
    app = await startApp();
  });

  afterAll(() => app.stop());

  const upload = () => uploadImage(app, { width: (width += 1) });

  const textWith = async (file: UploadedFile) => [
    { __component: 'gazette.quote', text: 'Lời dẫn' },
    {
      __component: 'gazette.text',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Trước' }] }, await imageBlock(app, file)],
    },
  ];

  it.each<[string, (file: UploadedFile) => Promise<object[]> | object[]]>([
    ['an image of a rich text', textWith],
    [
      'a link of a rich text',
      ({ url }) => [
        {
          __component: 'gazette.text',
          body: [
            {
              type: 'list',
              format: 'unordered',
              children: [
                {
                  type: 'list-item',
                  children: [
                    { type: 'link', url: `https://example.vn${url}`, children: [{ type: 'text', text: 'a' }] },
                  ],
                },
              ],
            },
          ],
        },
      ],
    ],
    ['an image of HTML', ({ url }) => [{ __component: 'gazette.html', html: `<p>a</p><img src="${url}" alt="">` }]],
    [
      'a smaller format in HTML',
      ({ url }) => [
        { __component: 'gazette.html', html: `<img src="${url.replace('/uploads/', '/uploads/small_')}">` },
      ],
    ],
    ['a link of HTML', ({ url }) => [{ __component: 'gazette.html', html: `<a href="${url}?a=1&amp;b=2">a</a>` }]],
    ['the address of a video', ({ url }) => [{ __component: 'gazette.media', url }]],
  ])('is not deleted: %s', async (place, body) => {
    const file = await upload();
    const title = `Bài có ${place}`;
    const { documentId } = await createArticle(app, { title, body: await body(file) }, { status: 'published' });
    const { jwt } = await createAdmin(app);
    const remove = () => app.request.delete(`/upload/files/${file.id}`).set('Authorization', `Bearer ${jwt}`);
    const refused = await remove();
    expect([refused.status, refused.body.error?.message]).toEqual([400, expect.stringContaining(title)]);
    expect(refused.body.error.details.usedBy).toEqual([{ uid: ARTICLE, documentId, title }]);

    // Still public, though no longer in the draft.
    await app.strapi.documents(ARTICLE).update({ documentId, data: { body: [] } });
    expect((await remove()).status).toBe(400);
    await app.strapi.documents(ARTICLE).publish({ documentId });
    expect((await remove()).status).toBe(200);
  });

  it('is deleted where only another one with a similar name is used', async () => {
    const [one, other] = [await upload(), await upload()];
    await createArticle(app, { body: [{ __component: 'gazette.html', html: `<img src="${one.url}">` }] });
    const { jwt } = await createAdmin(app);
    const { status } = await app.request.delete(`/upload/files/${other.id}`).set('Authorization', `Bearer ${jwt}`);
    expect(status).toBe(200);
  });

  it('is not deleted where a menu leads to it', async () => {
    const file = await upload();
    await app.strapi
      .documents('plugin::gazette.site')
      .create({ data: { name: 'Cổng', menus: [{ title: 'Chính', items: [{ label: 'Lịch', url: file.url }] }] } });
    const { jwt } = await createAdmin(app);
    const { status, body } = await app.request.delete(`/upload/files/${file.id}`).set('Authorization', `Bearer ${jwt}`);
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining('Cổng')]);
  });

  it('keeps its folder, and all that is in it, from being deleted', async () => {
    const folders = app.strapi.db.query('plugin::upload.folder');
    const folder = await folders.create({ data: { name: 'Ảnh', pathId: 77, path: '/77' } });
    const files = [await upload(), await upload()];
    const query = app.strapi.db.query('plugin::upload.file');
    for (const { id } of files) await query.update({ where: { id }, data: { folder: folder.id, folderPath: '/77' } });
    await createArticle(app, { title: 'Dùng ảnh trong thư mục', body: await textWith(files[1] ?? (await upload())) });
    const remove = () => app.strapi.plugin('upload').service('folder').deleteByIds([folder.id]);
    await expect(remove()).rejects.toThrow(/Dùng ảnh trong thư mục/);
    for (const { id } of files) expect(await query.count({ where: { id } })).toBe(1);
  });

  it('is shown under its public address, whatever the address of the admin is', async () => {
    const file = await upload();
    const { documentId } = await createArticle(app, { body: await textWith(file) }, { status: 'published' });
    expect(String((await publicItem(app, documentId)).bodyHtml)).toContain(`src="http://localhost:1337${file.url}"`);
  });

  it('brings the public page up to date when it is replaced', async () => {
    const file = await upload();
    const { documentId } = await createArticle(app, { body: await textWith(file) }, { status: 'published' });
    const shown = async () => {
      const { body } = await publicItem(app, documentId);
      return (body as { body?: { type: string; image?: object }[] }[])[1]?.body?.[1]?.image;
    };
    const words = { alternativeText: 'Cầu mới', caption: 'Cầu xã' };
    expect(await shown()).toMatchObject({ ...words, width, formats: [] });

    await uploadImage(app, { width: 1200, replaces: file.id });
    const after = await shown();
    expect(after).toMatchObject({ ...words, width: 1200, url: expect.stringContaining(file.url) });
    expect((after as { formats: { width: number }[] }).formats.map((format) => format.width)).toContain(1000);
    const version = (await publicItem(app, documentId)).version;
    const draft = await app.strapi.documents(ARTICLE).findOne({ documentId, populate: { body: true } });
    expect(JSON.stringify(draft?.body)).toContain('"width":1200');

    // A form that was opened before the file was replaced brings the old sizes back in; they are not taken.
    const old = await textWith({ ...file });
    const stale = JSON.parse(JSON.stringify(old).replaceAll('"width":1200', '"width":30'));
    await app.strapi.documents(ARTICLE).update({ documentId, data: { body: stale }, status: 'published' });
    expect(await shown()).toMatchObject({ width: 1200 });
    expect((await publicItem(app, documentId)).version).toBe(version);
  });
});
