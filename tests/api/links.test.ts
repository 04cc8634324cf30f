import { createArticle, startApp, type TestApp } from '../support';
import { uploadImage } from './files';
import { changesOf, lines, publicItem, snapshotsOf } from './public-state';

const ARTICLE = 'plugin::gazette.article';
const DIRECTIVE = 'plugin::gazette.directive';
const RESOLUTION = 'plugin::gazette.resolution';
const PAGE = 'plugin::gazette.page';
const TOPIC = 'plugin::gazette.topic';
const TAG = 'plugin::gazette.tag';
const AUTHOR = 'plugin::gazette.author';

describe('what an article shows of other content', () => {
  let app: TestApp;
  let issuer: string;
  let number = 100;

  beforeAll(async () => {
    app = await startApp();
    issuer = (await app.strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Huyện uỷ', code: 'HU' } }))
      .documentId;
  });

  afterAll(() => app.stop());

  const directive = async (
    data: Record<string, unknown> = {},
    status: 'draft' | 'published' = 'published',
  ): Promise<string> => {
    number += 1;
    const base = {
      symbol: `${number}-KH/HU`,
      title: `Kế hoạch ${number}`,
      kind: 'plan',
      issuedOn: '2024-03-01',
      issuer,
    };
    return (await app.strapi.documents(DIRECTIVE).create({ data: { ...base, ...data }, status })).documentId;
  };

  const resolution = async (): Promise<string> => {
    number += 1;
    const data = {
      symbol: `${number}-NQ/HU`,
      title: `Nghị quyết ${number}`,
      kind: 'party',
      issuedOn: '2024-03-02',
      issuer,
    };
    return (await app.strapi.documents(RESOLUTION).create({ data, status: 'published' })).documentId;
  };

  const article = async (data: Record<string, unknown>): Promise<string> =>
    (await createArticle(app, data, { status: 'published' })).documentId;

  const shown = async (documentId: string, locale = 'vi'): Promise<string[]> =>
    ((await publicItem(app, documentId, locale)).documents as { documentId: string }[]).map(
      (document) => document.documentId,
    );

  /** Log entries of an article that `work` on something else caused. */
  const logged = async (documentId: string, work: () => Promise<unknown>): Promise<string[]> => {
    const before = (await changesOf(app, documentId)).length;
    await work();
    return lines((await changesOf(app, documentId)).slice(before));
  };

  it("shows documents in the editor's order, directives before resolutions, in both languages", async () => {
    const [first, second, third, last] = [await directive(), await directive(), await directive(), await resolution()];
    const documentId = await article({ title: 'Có văn bản', resolutions: [last], directives: [third, first, second] });
    expect(await shown(documentId)).toEqual([third, first, second, last]);
    await app.strapi
      .documents(ARTICLE)
      .update({ documentId, locale: 'en', data: { title: 'With documents' }, status: 'published' });
    expect(await shown(documentId, 'en')).toEqual([third, first, second, last]);

    await app.strapi
      .documents(ARTICLE)
      .update({ documentId, locale: 'vi', data: { directives: [second, third, first] }, status: 'published' });
    expect(await shown(documentId)).toEqual([second, third, first, last]);
    expect(await shown(documentId, 'en')).toEqual([second, third, first, last]);
  });

  it('drops a document that is taken back and shows it again when it returns, the article untouched', async () => {
    const [one, two] = [await directive(), await directive()];
    const documentId = await article({ title: 'Liên kết bền', directives: [one, two] });
    const rows = () => app.strapi.db.query(ARTICLE).findMany({ where: { documentId }, select: ['id', 'updatedAt'] });
    const untouched = await rows();

    expect(await logged(documentId, () => app.strapi.documents(DIRECTIVE).unpublish({ documentId: one }))).toEqual([
      'vi updated 2',
    ]);
    expect(await shown(documentId)).toEqual([two]);
    expect(await logged(documentId, () => app.strapi.documents(DIRECTIVE).publish({ documentId: one }))).toEqual([
      'vi updated 3',
    ]);
    expect(await shown(documentId)).toEqual([one, two]);
    expect(await rows()).toEqual(untouched);

    await app.strapi.documents(ARTICLE).publish({ documentId });
    expect(await shown(documentId)).toEqual([one, two]);
  });

  it('keeps a link through a discarded draft while its target is taken back', async () => {
    const [one, two] = [await directive(), await directive()];
    const documentId = await article({ title: 'Bỏ bản nháp', directives: [one, two] });
    await app.strapi.documents(DIRECTIVE).unpublish({ documentId: one });
    await app.strapi.documents(ARTICLE).update({ documentId, data: { title: 'Nháp', directives: [] } });
    await app.strapi.documents(ARTICLE).discardDraft({ documentId });
    await app.strapi.documents(ARTICLE).publish({ documentId });
    await app.strapi.documents(DIRECTIVE).publish({ documentId: one });
    expect(await shown(documentId)).toEqual([one, two]);
  });

  it.each([
    ['related articles', ARTICLE, (target: string) => ({ related: [target] })],
    ['the page above', PAGE, (target: string) => ({ parent: target })],
  ])(
    'a discarded draft has its links to items of its own type again, and leaves those alone: %s',
    async (_, uid, link) => {
      const documents = app.strapi.documents(uid);
      const make = async (data: Record<string, unknown>) =>
        (await documents.create({ data: { title: 'Nối nhau', lead: 'Đoạn mở đầu.', ...data }, status: 'published' }))
          .documentId;
      const target = await make({});
      const documentId = await make(link(target));
      await documents.unpublish({ documentId: target });
      await documents.update({ documentId, data: { title: 'Sửa dở' } });
      await documents.discardDraft({ documentId });

      expect(await documents.findOne({ documentId: target })).toMatchObject({ title: 'Nối nhau' });
      await documents.publish({ documentId: target });
      const [name = ''] = Object.keys(link(target));
      const draft = await documents.findOne({ documentId, populate: [name] });
      expect([draft?.[name]].flat()).toEqual([expect.objectContaining({ documentId: target })]);
    },
  );

  it('shows a link of a draft only when the language that readers see it from is published', async () => {
    const hidden = await directive();
    const documentId = await article({ title: 'Sắp gắn văn bản' });
    await app.strapi.documents(ARTICLE).update({ documentId, data: { directives: [hidden] } });
    await app.strapi
      .documents(ARTICLE)
      .update({ documentId, locale: 'en', data: { title: 'Soon' }, status: 'published' });
    expect([await shown(documentId), await shown(documentId, 'en')]).toEqual([[], []]);
    await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: 'en' });
    expect(await shown(documentId)).toEqual([]);
    await app.strapi.documents(ARTICLE).publish({ documentId, locale: 'vi' });
    expect(await shown(documentId)).toEqual([hidden]);
  });

  it('shows a document that was only a draft as soon as it is published', async () => {
    const target = await directive({}, 'draft');
    const documentId = await article({ title: 'Chờ văn bản', directives: [target] });
    expect(await shown(documentId)).toEqual([]);
    expect(JSON.stringify(await snapshotsOf(app, documentId))).not.toContain(`Kế hoạch ${number}`);
    await app.strapi.documents(DIRECTIVE).publish({ documentId: target });
    expect(await shown(documentId)).toEqual([target]);
  });

  it('counts a version when a document that it shows gets another title, and none for what it does not show', async () => {
    const target = await directive();
    const documentId = await article({ title: 'Tên mới', directives: [target] });
    const update = (data: Record<string, unknown>) =>
      app.strapi.documents(DIRECTIVE).update({ documentId: target, data, status: 'published' });
    expect(await logged(documentId, () => update({ title: 'Kế hoạch đã đổi tên' }))).toEqual(['vi updated 2']);
    expect(await publicItem(app, documentId)).toMatchObject({ documents: [{ title: 'Kế hoạch đã đổi tên' }] });
    expect(await logged(documentId, () => update({ summary: 'Tóm tắt mà bài không hiện.' }))).toEqual([]);
  });

  it('shows nothing of a document that is not public', async () => {
    const target = await directive({ classification: 'internal', title: 'Việc nội bộ' }, 'draft');
    const documentId = await article({ title: 'Có văn bản nội bộ', directives: [target] });
    await expect(app.strapi.documents(DIRECTIVE).publish({ documentId: target })).rejects.toThrow();
    expect(await shown(documentId)).toEqual([]);
    const tables = ['snapshots', 'changes', 'versions', 'facets', 'addresses'];
    const stored = await Promise.all(tables.map((name) => app.strapi.db.connection(`delivery_${name}`)));
    expect(JSON.stringify(stored)).not.toContain('Việc nội bộ');
    expect(JSON.stringify(stored)).not.toContain(target);
  });

  it('forgets a document only where nothing uses it any more', async () => {
    const target = await directive();
    const documentId = await article({ title: 'Giữ văn bản', directives: [target] });
    await expect(app.strapi.documents(DIRECTIVE).delete({ documentId: target, locale: '*' })).rejects.toThrow(
      /Giữ văn bản/,
    );
    await app.strapi.documents(ARTICLE).update({ documentId, data: { directives: [] }, status: 'published' });
    await app.strapi.documents(DIRECTIVE).delete({ documentId: target, locale: '*' });
    expect(await shown(documentId)).toEqual([]);
  });

  describe('from supporting items', () => {
    const named = async (
      uid: 'plugin::gazette.topic' | 'plugin::gazette.tag' | 'plugin::gazette.author',
      name: string,
      data = {},
    ) => (await app.strapi.documents(uid).create({ data: { name, ...data } })).documentId;

    it.each([
      ['topic', TOPIC, (id: string) => ({ topics: [id] }), 'topics'],
      ['tag', TAG, (id: string) => ({ tags: [id] }), 'tags'],
      ['author', AUTHOR, (id: string) => ({ authorships: [{ author: id }] }), 'authors'],
    ] as const)('shows the new name of a %s at once', async (_type, uid, link, member) => {
      const id = await named(uid, `Tên cũ ${member}`);
      const documentId = await article({ title: `Bài có ${member}`, ...link(id) });
      const changes = await logged(documentId, () =>
        app.strapi.documents(uid).update({ documentId: id, data: { name: 'Tên mới' } }),
      );
      expect(changes).toEqual(['vi updated 2']);
      expect(await publicItem(app, documentId)).toMatchObject({ [member]: [{ name: 'Tên mới' }] });
    });

    it('keeps the order of topics, tags and authors that the editor chose', async () => {
      const tags = [await named(TAG, 'Thẻ B'), await named(TAG, 'Thẻ A'), await named(TAG, 'Thẻ C')];
      const people = [await named(AUTHOR, 'Người hai'), await named(AUTHOR, 'Người một')];
      const documentId = await article({ title: 'Thứ tự', tags, authorships: people.map((author) => ({ author })) });
      const names = async (member: string) =>
        ((await publicItem(app, documentId))[member] as { name: string }[]).map(({ name }) => name);
      expect(await names('tags')).toEqual(['Thẻ B', 'Thẻ A', 'Thẻ C']);
      expect(await names('authors')).toEqual(['Người hai', 'Người một']);
    });

    it("moves an article to another branch with its topic's parent", async () => {
      const parent = await named(TOPIC, 'Kinh tế');
      const child = await named(TOPIC, 'Chợ phiên');
      const documentId = await article({ title: 'Phiên chợ', topics: [child] });
      const facets = () =>
        app.strapi.db
          .connection('delivery_facets')
          .where({ document_id: documentId, list: 'articles', name: 'topic' })
          .orderBy('value')
          .pluck('value');
      expect(await facets()).toEqual(['cho-phien']);
      await app.strapi.documents(TOPIC).update({ documentId: child, data: { parent } });
      expect(await facets()).toEqual(['cho-phien', 'kinh-te']);
      await app.strapi.documents(TOPIC).update({ documentId: parent, data: { slug: 'kinh-te-moi' } });
      expect(await facets()).toEqual(['cho-phien', 'kinh-te-moi']);
    });
  });

  describe('from uploaded images', () => {
    const coverOf = async (documentId: string) =>
      (await publicItem(app, documentId)).cover as { image: { url: string; alternativeText: string; width: number } };

    it('follows the replacement of a file', async () => {
      const file = await uploadImage(app, { width: 20 });
      const documentId = await article({ title: 'Ảnh thay', cover: { image: file.id, alternativeText: 'Cánh đồng' } });
      expect((await coverOf(documentId)).image.width).toBe(20);
      const changes = await logged(documentId, () => uploadImage(app, { width: 30, replaces: file.id }));
      expect(changes).toEqual(['vi updated 2']);
      expect((await coverOf(documentId)).image.width).toBe(30);
    });

    it("keeps the place's own alternative text when the file's changes, and counts no version", async () => {
      const file = await uploadImage(app, { width: 20 });
      const documentId = await article({
        title: 'Ảnh có lời',
        cover: { image: file.id, alternativeText: 'Lời của bài' },
      });
      const upload = app.strapi.plugin('upload').service('upload');
      expect(
        await logged(documentId, () => upload.updateFileInfo(file.id, { alternativeText: 'Lời của tệp' })),
      ).toEqual([]);
      expect((await coverOf(documentId)).image.alternativeText).toBe('Lời của bài');
    });

    it("follows the file's name where it is public: nowhere, so that a rename changes nothing", async () => {
      const file = await uploadImage(app, { width: 20 });
      const documentId = await article({ title: 'Đổi tên tệp', cover: { image: file.id, alternativeText: 'Ảnh' } });
      const upload = app.strapi.plugin('upload').service('upload');
      expect(await logged(documentId, () => upload.updateFileInfo(file.id, { name: 'khac.png' }))).toEqual([]);
    });
  });
});
