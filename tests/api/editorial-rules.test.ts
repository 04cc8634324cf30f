import { apiToken, articleData, createAdmin, createArticle, startApp, type TestApp } from '../support';
import { dangersIn, HOSTILE } from '../unit/sections/hostile';
import { uploadImage } from './files';
import { publicItem, snapshotsOf } from './public-state';

const ARTICLE = 'plugin::gazette.article';
const DIRECTIVE = 'plugin::gazette.directive';
const TOPIC = 'plugin::gazette.topic';

describe('the rules that hold by every way in', () => {
  let app: TestApp;
  let issuer: string;
  let token: string;
  let number = 0;

  beforeAll(async () => {
    app = await startApp();
    token = await apiToken(app);
    issuer = (await app.strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Huyện uỷ', code: 'HU' } }))
      .documentId;
  });

  afterAll(() => app.stop());

  const api = (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    app.request[method](`/api/gazette${path}`).set('Authorization', `Bearer ${token}`);

  const directiveData = (data: Record<string, unknown> = {}): Record<string, unknown> => {
    number += 1;
    return {
      symbol: `${number}-KH/HU`,
      title: 'Kế hoạch công tác',
      kind: 'plan',
      issuedOn: '2024-03-01',
      issuer,
      ...data,
    };
  };

  const directive = (data: Record<string, unknown> = {}, status: 'draft' | 'published' = 'draft') =>
    app.strapi.documents(DIRECTIVE).create({ data: directiveData(data), status });

  describe('text', () => {
    it('is stored in NFC, and headline texts without outer space', async () => {
      const decomposed = 'Hội nghị toàn huyện'.normalize('NFD');
      const article = await createArticle(app, {
        title: `  ${decomposed}\n`,
        lead: decomposed,
        byline: ' Nguyễn Văn A ',
      });
      expect(article).toMatchObject({
        title: 'Hội nghị toàn huyện',
        lead: 'Hội nghị toàn huyện',
        byline: 'Nguyễn Văn A',
      });
      expect(article.slug).toBe('hoi-nghi-toan-huyen');
    });

    it.each(HOSTILE)('carries nothing dangerous to readers: %s', async (hostile) => {
      const body = [
        {
          __component: 'gazette.html',
          html: `<table><tbody><tr><td>Bảng</td></tr></tbody></table>${hostile}<p>Sau</p>`,
        },
        {
          __component: 'gazette.text',
          body: [
            {
              type: 'paragraph',
              children: [
                { type: 'text', text: hostile },
                { type: 'link', url: 'https://example.vn/', children: [{ type: 'text', text: hostile }] },
              ],
            },
          ],
        },
        { __component: 'gazette.figure', caption: hostile },
        { __component: 'gazette.quote', text: hostile, cite: hostile },
      ];
      const { documentId } = await createArticle(app, { title: 'Thử mã độc', body }, { status: 'published' });
      const item = await publicItem(app, documentId);
      expect(dangersIn(String(item.bodyHtml))).toEqual([]);
      expect(String(item.bodyHtml)).toContain('<td>Bảng</td>');
      const stored = await app.strapi.documents(ARTICLE).findOne({ documentId, populate: { body: true } });
      const html = (stored?.body as { __component: string; html?: string }[]).find(
        (section) => section.html !== undefined,
      )?.html;
      expect(dangersIn(String(html))).toEqual([]);
    });

    it('refuses a script address in a link of blocks, naming the field or dropping the link', async () => {
      const body = [
        {
          __component: 'gazette.text',
          body: [
            {
              type: 'paragraph',
              children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'x' }] }],
            },
          ],
        },
      ];
      const made = await createArticle(app, { title: 'Liên kết', body }, { status: 'published' }).then(
        ({ documentId }) => publicItem(app, documentId),
        (error: Error) => ({ bodyHtml: '', refused: error.message }),
      );
      expect(JSON.stringify(made)).not.toContain('"javascript:');
      expect(dangersIn(String(made.bodyHtml))).toEqual([]);
    });

    it('refuses a character that no database stores, naming the field', async () => {
      await expect(createArticle(app, { lead: 'a\0b' })).rejects.toMatchObject({
        details: { errors: [{ path: ['lead'] }] },
      });
    });
  });

  describe('slugs', () => {
    it.each([
      ['Đường Hoà Bình', 'duong-hoa-binh'],
      ['Ủy ban nhân dân xã ĐẮK LẮK', 'uy-ban-nhan-dan-xa-dak-lak'],
      ['Lookup', 'lookup-2'],
      ['!!!', 'muc'],
    ])('of "%s" is %s', async (title, slug) => {
      expect(await createArticle(app, { title })).toMatchObject({ slug });
    });

    it('are numbered where a title recurs, also between drafts', async () => {
      const made = [];
      for (let time = 0; time < 3; time += 1) made.push(await createArticle(app, { title: 'Tin vắn' }));
      expect(made.map(({ slug }) => slug)).toEqual(['tin-van', 'tin-van-2', 'tin-van-3']);
    });

    const expected = (base: string) =>
      [base, ...Array.from({ length: 19 }, (_, index) => `${base}-${index + 2}`)].sort();

    it('of 20 articles with one title are 20, when the Document Service makes them at once', async () => {
      const made = await Promise.all(Array.from({ length: 20 }, () => createArticle(app, { title: 'Cùng một lúc' })));
      expect(made.map(({ slug }) => slug).sort()).toEqual(expected('cung-mot-luc'));
    });

    it('of 20 articles with one title are 20, when the management API publishes them at once', async () => {
      const data = articleData({ title: 'Cùng một giờ' });
      const answers = await Promise.all(Array.from({ length: 20 }, () => api('post', '/articles').send({ data })));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(answers.map(({ body }) => body.data.slug).sort()).toEqual(expected('cung-mot-gio'));
    });

    it('that are chosen and taken are refused with a free one', async () => {
      await createArticle(app, { title: 'Một', slug: 'da-chon' });
      await expect(createArticle(app, { title: 'Hai', slug: 'da-chon' })).rejects.toMatchObject({
        message: expect.stringContaining('"da-chon-2"'),
        details: { errors: [{ path: ['slug'] }] },
      });
      await expect(createArticle(app, { title: 'Ba', slug: 'related' })).rejects.toThrow(/từ dành riêng.*related-2/);
    });

    it('are free again once they are given up', async () => {
      const { documentId } = await createArticle(app, { title: 'Cũ', slug: 'nhuong-lai' });
      await app.strapi.documents(ARTICLE).update({ documentId, data: { slug: 'cho-moi' } });
      expect(await createArticle(app, { title: 'Mới', slug: 'nhuong-lai' })).toMatchObject({ slug: 'nhuong-lai' });
    });

    it('that are published are kept while the draft proposes another', async () => {
      const { documentId } = await createArticle(
        app,
        { title: 'Đang hiện', slug: 'dang-hien' },
        { status: 'published' },
      );
      await app.strapi.documents(ARTICLE).update({ documentId, data: { slug: 'se-hien' } });
      await expect(createArticle(app, { title: 'Chen vào', slug: 'dang-hien' })).rejects.toThrow(/dang-hien-2/);
      await expect(createArticle(app, { title: 'Chen vào', slug: 'se-hien' })).rejects.toThrow(/se-hien-2/);
    });

    it('may be the same in two languages, of one article or of two', async () => {
      const { documentId } = await createArticle(app, { title: 'Festival', slug: 'festival' });
      const english = await app.strapi
        .documents(ARTICLE)
        .update({ documentId, locale: 'en', data: { title: 'Festival' } });
      expect(english).toMatchObject({ slug: 'festival' });
      await createArticle(app, { title: 'Concert', slug: 'concert' });
      expect(await createArticle(app, { title: 'Concert' }, { locale: 'en' })).toMatchObject({ slug: 'concert' });
    });

    it('of documents are made of kind, symbol and year', async () => {
      const { documentId } = await directive({ symbol: '57 - KL/TW', kind: 'conclusion', issuedOn: '2023-06-15' });
      expect(await app.strapi.documents(DIRECTIVE).findOne({ documentId })).toMatchObject({
        slug: 'ket-luan-57-kl-tw-2023',
      });
    });
  });

  describe('symbols', () => {
    it('are brought to their canonical form, with number and year derived', async () => {
      const made = await directive({
        symbol: ' 03 - ct/hu ',
        kind: 'directive',
        issuedOn: '2022-05-06',
        number: '99',
        year: 1900,
      });
      expect(made).toMatchObject({ symbol: '03-CT/HU', number: '03', year: 2022 });
      expect(await directive({ symbol: '15/2024/QĐ-UBND', kind: 'decision', issuedOn: '2024-09-09' })).toMatchObject({
        symbol: '15/2024/QĐ-UBND',
        number: '15',
        year: 2024,
      });
    });

    it('that do not parse are refused with the reason, unless they are declared free-form', async () => {
      await expect(directive({ symbol: 'công văn hôm qua' })).rejects.toMatchObject({
        message: expect.stringContaining('không đọc được'),
        details: { errors: [{ path: ['symbol'] }] },
      });
      const free = await directive({ symbol: 'không số', symbolFreeform: true });
      expect(free).toMatchObject({ symbol: 'không số', number: null, year: 2024 });
      await expect(directive({ symbol: 'không số', symbolFreeform: true })).resolves.toBeDefined();
    });

    it('are refused by an update and by a copy just as by a creation', async () => {
      const { documentId } = await directive();
      const update = app.strapi.documents(DIRECTIVE).update({ documentId, data: { symbol: 'sai' } });
      await expect(update).rejects.toThrow(/không đọc được/);
      const documents = app.strapi.documents(DIRECTIVE);
      await expect(documents.clone({ documentId, data: { symbol: 'sai' } })).rejects.toThrow(/không đọc được/);
      await expect(documents.clone({ documentId, data: {} })).rejects.toThrow(/đã có văn bản/);
      const copy = await documents.clone({ documentId, data: { symbol: '900 - kh/hu' } });
      expect(await documents.findOne({ documentId: copy.documentId })).toMatchObject({
        symbol: '900-KH/HU',
        number: '900',
      });
    });

    it('with the same issuer and day belong to one document, also when two are made at once', async () => {
      const data = directiveData();
      const make = (over: Record<string, unknown> = {}) =>
        app.strapi.documents(DIRECTIVE).create({ data: { ...data, ...over } });
      const made = await Promise.allSettled(Array.from({ length: 5 }, () => make()));
      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(make({ issuedOn: '2024-03-02' })).resolves.toBeDefined();
      const other = await app.strapi
        .documents('plugin::gazette.issuer')
        .create({ data: { name: 'Tỉnh uỷ', code: 'TU' } });
      await expect(make({ issuer: other.documentId })).resolves.toBeDefined();
    });

    it('stay taken while they are published, and are free once nothing carries them', async () => {
      const data = directiveData();
      const { documentId } = await app.strapi.documents(DIRECTIVE).create({ data, status: 'published' });
      await app.strapi.documents(DIRECTIVE).update({ documentId, data: { symbol: '777-KH/HU' } });
      await expect(app.strapi.documents(DIRECTIVE).create({ data })).rejects.toThrow(/đã có văn bản/);
      await app.strapi.documents(DIRECTIVE).publish({ documentId });
      await expect(app.strapi.documents(DIRECTIVE).create({ data })).resolves.toBeDefined();
      await app.strapi.documents(DIRECTIVE).delete({ documentId, locale: '*' });
      await expect(directive({ symbol: '777-KH/HU' })).resolves.toBeDefined();
    });

    it('may not end before they begin to be in force', async () => {
      await expect(directive({ effectiveFrom: '2024-05-02', effectiveTo: '2024-05-01' })).rejects.toMatchObject({
        details: { errors: [{ path: ['effectiveTo'] }] },
      });
      await expect(directive({ effectiveFrom: '2024-05-02', effectiveTo: '2024-05-02' })).resolves.toBeDefined();
    });
  });

  describe('classification', () => {
    const admin = async (path: string, body: Record<string, unknown>) => {
      const { jwt } = await createAdmin(app);
      return app.request
        .post(`/content-manager/collection-types/${DIRECTIVE}${path}`)
        .set('Authorization', `Bearer ${jwt}`)
        .send(body);
    };
    const secret = (data: Record<string, unknown> = {}) =>
      directive({ classification: 'secret', title: 'Việc mật', ...data });

    it.each<[string, () => Promise<{ refused: boolean; documentId?: string }>]>([
      [
        'the publish action',
        async () => {
          const { documentId } = await secret();
          return {
            documentId,
            refused: await app.strapi
              .documents(DIRECTIVE)
              .publish({ documentId })
              .then(
                () => false,
                () => true,
              ),
          };
        },
      ],
      [
        'a creation with status published',
        async () => ({
          refused: await directive({ classification: 'secret' }, 'published').then(
            () => false,
            () => true,
          ),
        }),
      ],
      [
        'an update with status published',
        async () => {
          const { documentId } = await directive();
          const update = app.strapi
            .documents(DIRECTIVE)
            .update({ documentId, data: { classification: 'internal' }, status: 'published' });
          return {
            documentId,
            refused: await update.then(
              () => false,
              () => true,
            ),
          };
        },
      ],
      [
        'a translation of it',
        async () => {
          const { documentId } = await secret();
          const update = app.strapi.documents(DIRECTIVE).update({
            documentId,
            locale: 'en',
            data: { title: 'Secret', classification: 'public' },
            status: 'published',
          });
          return {
            documentId,
            refused: await update.then(
              () => false,
              () => true,
            ),
          };
        },
      ],
      [
        'the management API',
        async () => {
          const { status } = await api('post', '/directives').send({
            data: directiveData({ classification: 'confidential' }),
          });
          return { refused: status === 400 };
        },
      ],
      [
        "the admin's publish button",
        async () => {
          const { documentId } = await secret();
          const { status } = await admin(
            `/${documentId}/actions/publish?locale=vi`,
            directiveData({ classification: 'secret' }),
          );
          return { documentId, refused: status === 400 };
        },
      ],
      [
        "the admin's bulk publish",
        async () => {
          const { documentId } = await secret();
          const { status } = await admin('/actions/bulkPublish', { documentIds: [documentId], locale: 'vi' });
          return { documentId, refused: status === 400 };
        },
      ],
    ])('keeps what is not public from being published by %s, and the attempt is logged', async (_way, attempt) => {
      const warn = jest.spyOn(app.strapi.log, 'warn');
      const before: unknown[] = await app.strapi.db.connection('delivery_changes').where({ collection: 'directives' });
      const { refused, documentId } = await attempt();
      const records = warn.mock.calls
        .map(([message]) => String(message))
        .filter((text) => text.includes('classification-refused'));
      warn.mockRestore();
      expect(refused).toBe(true);
      expect(records).not.toEqual([]);
      expect(JSON.parse(records[0] ?? '')).toMatchObject({
        who: expect.any(String),
        when: expect.any(String),
        uid: DIRECTIVE,
      });
      expect(await app.strapi.db.connection('delivery_changes').where({ collection: 'directives' })).toEqual(before);
      if (documentId) expect(await snapshotsOf(app, documentId)).toEqual([]);
    });

    it('keeps files away from what is not public, whichever of the two comes second', async () => {
      const file = await uploadImage(app, { width: 8 });
      const attachments = [{ file: file.id, title: 'Bản chính' }];
      const body = [{ __component: 'gazette.figure', image: file.id, alternativeText: 'Ảnh' }];
      await expect(secret({ attachments })).rejects.toMatchObject({ details: { errors: [{ path: ['attachments'] }] } });
      await expect(secret({ body })).rejects.toMatchObject({ details: { errors: [{ path: ['body'] }] } });
      const carrying = await directive({ attachments });
      const classify = (documentId: string) =>
        app.strapi.documents(DIRECTIVE).update({ documentId, data: { classification: 'internal' } });
      await expect(classify(carrying.documentId)).rejects.toThrow(/không được mang tệp/);
      const translated = await directive();
      await app.strapi
        .documents(DIRECTIVE)
        .update({ documentId: translated.documentId, locale: 'en', data: { title: 'Plan', body } });
      await expect(classify(translated.documentId)).rejects.toThrow(/không được mang tệp/);
    });

    it('of a published document cannot be changed before it is unpublished', async () => {
      const { documentId } = await directive({}, 'published');
      const classify = () =>
        app.strapi.documents(DIRECTIVE).update({ documentId, data: { classification: 'internal' } });
      await expect(classify()).rejects.toThrow(/gỡ xuất bản trước/);
      await app.strapi.documents(DIRECTIVE).unpublish({ documentId, locale: '*' });
      await expect(classify()).resolves.toMatchObject({ classification: 'internal' });
    });
  });

  describe('publication', () => {
    it('needs an alternative text for every image, wherever it stands', async () => {
      const { id } = await uploadImage(app, { width: 9 });
      const places: [Record<string, unknown>, string[]][] = [
        [{ cover: { image: id } }, ['cover', 'alternativeText']],
        [
          { body: [{ __component: 'gazette.figure', image: id, alternativeText: '  ' }] },
          ['body', '0', 'alternativeText'],
        ],
        [
          {
            body: [{ __component: 'gazette.gallery', figures: [{ image: id, alternativeText: 'Có' }, { image: id }] }],
          },
          ['body', '0', 'figures', '1', 'alternativeText'],
        ],
      ];
      for (const [data, path] of places) {
        await expect(createArticle(app, data, { status: 'published' })).rejects.toMatchObject({
          details: { errors: [{ path }] },
        });
        await expect(createArticle(app, data)).resolves.toBeDefined();
      }
      await expect(
        createArticle(app, { cover: { caption: 'Ảnh gửi sau' } }, { status: 'published' }),
      ).resolves.toBeDefined();
    });

    it('as a major update needs a note', async () => {
      const { documentId } = await createArticle(app, {}, { status: 'published' });
      const major = (changeNote: string | null) =>
        app.strapi.documents(ARTICLE).update({ documentId, data: { updateType: 'major', changeNote } });
      await expect(major(null)).rejects.toMatchObject({ details: { errors: [{ path: ['changeNote'] }] } });
      await expect(major('   ')).rejects.toThrow(/Nội dung cập nhật/);
      await expect(major('Đã rõ.')).resolves.toBeDefined();
    });

    it('of a document needs its issuer', async () => {
      const { documentId } = await directive({ issuer: null });
      await expect(app.strapi.documents(DIRECTIVE).publish({ documentId })).rejects.toMatchObject({
        details: { errors: [{ path: ['issuer'] }] },
      });
    });
  });

  describe('deletion', () => {
    it.each([
      ['topic', TOPIC, { name: 'Mục dùng' }, (id: string) => ({ topics: [id] })],
      ['tag', 'plugin::gazette.tag', { name: 'Thẻ dùng' }, (id: string) => ({ tags: [id] })],
      ['author', 'plugin::gazette.author', { name: 'Người dùng' }, (id: string) => ({ authorships: [{ author: id }] })],
    ] as const)('of a %s that articles use is refused with their list', async (_type, uid, data, link) => {
      const { documentId } = await app.strapi.documents(uid).create({ data });
      const user = await createArticle(app, { title: `Bài dùng ${data.name}`, ...link(documentId) });
      await expect(app.strapi.documents(uid).delete({ documentId })).rejects.toMatchObject({
        message: expect.stringContaining(`Bài dùng ${data.name}`),
        details: { usedBy: [{ uid: ARTICLE, documentId: user.documentId, title: `Bài dùng ${data.name}` }] },
      });
      await app.strapi.documents(ARTICLE).delete({ documentId: user.documentId, locale: '*' });
      await expect(app.strapi.documents(uid).delete({ documentId })).resolves.toBeDefined();
    });

    it('of an issuer, a parent topic or a document that others build on is refused', async () => {
      const target = await directive();
      const symbol = String((await app.strapi.documents(DIRECTIVE).findOne({ documentId: target.documentId }))?.symbol);
      const source = await directive({ title: 'Căn cứ vào', relations: [{ type: 'based-on', targetSymbol: symbol }] });
      await expect(
        app.strapi.documents(DIRECTIVE).delete({ documentId: target.documentId, locale: '*' }),
      ).rejects.toThrow(/Căn cứ vào/);
      expect(source.documentId).not.toBe(target.documentId);
      await expect(app.strapi.documents('plugin::gazette.issuer').delete({ documentId: issuer })).rejects.toThrow(
        /Kế hoạch công tác/,
      );
      const parent = await app.strapi.documents(TOPIC).create({ data: { name: 'Cha' } });
      await app.strapi.documents(TOPIC).create({ data: { name: 'Con', parent: parent.documentId } });
      await expect(app.strapi.documents(TOPIC).delete({ documentId: parent.documentId })).rejects.toThrow(/Con/);
    });

    it('of one language leaves the guard to the rest', async () => {
      const { documentId } = await directive({}, 'published');
      await app.strapi.documents(DIRECTIVE).update({ documentId, locale: 'en', data: { title: 'Plan' } });
      await createArticle(app, { title: 'Dựa vào văn bản', directives: [documentId] });
      await expect(app.strapi.documents(DIRECTIVE).delete({ documentId, locale: 'en' })).resolves.toBeDefined();
      await expect(app.strapi.documents(DIRECTIVE).delete({ documentId, locale: 'vi' })).rejects.toThrow(
        /Dựa vào văn bản/,
      );
    });

    it('of a used file is refused, alone and in a selection of which nothing goes', async () => {
      const [used, unused] = [await uploadImage(app, { width: 11 }), await uploadImage(app, { width: 12 })];
      const { documentId } = await createArticle(app, {
        title: 'Bài có ảnh',
        body: [{ __component: 'gazette.gallery', figures: [{ image: used.id, alternativeText: 'Ảnh' }] }],
      });
      const { jwt } = await createAdmin(app);
      const authorised = { Authorization: `Bearer ${jwt}` };
      const left = () =>
        app.strapi.db.query('plugin::upload.file').count({ where: { id: { $in: [used.id, unused.id] } } });
      const one = await app.request.delete(`/upload/files/${used.id}`).set(authorised);
      expect([one.status, one.body.error.message]).toEqual([400, expect.stringContaining('Bài có ảnh')]);
      const both = await app.request
        .post('/upload/actions/bulk-delete')
        .set(authorised)
        .send({ fileIds: [unused.id, used.id] });
      expect(both.status).toBe(400);
      expect(await left()).toBe(2);
      await app.strapi.documents(ARTICLE).update({ documentId, data: { body: [] } });
      expect((await app.request.delete(`/upload/files/${used.id}`).set(authorised)).status).toBe(200);
      expect(await left()).toBe(1);
    });
  });

  it('refuse a topic that would stand below itself', async () => {
    const top = await app.strapi.documents(TOPIC).create({ data: { name: 'Trên' } });
    const middle = await app.strapi.documents(TOPIC).create({ data: { name: 'Giữa', parent: top.documentId } });
    const low = await app.strapi.documents(TOPIC).create({ data: { name: 'Dưới', parent: middle.documentId } });
    for (const parent of [top.documentId, middle.documentId, low.documentId]) {
      await expect(
        app.strapi.documents(TOPIC).update({ documentId: top.documentId, data: { parent } }),
      ).rejects.toMatchObject({ details: { errors: [{ path: ['parent'] }] } });
    }
    await expect(
      app.strapi
        .documents(TOPIC)
        .update({ documentId: low.documentId, data: { parent: { connect: [top.documentId] } } }),
    ).resolves.toBeDefined();
  });

  it('refuse an issuer that would be its own predecessor', async () => {
    const issuers = app.strapi.documents('plugin::gazette.issuer');
    const { documentId } = await issuers.create({ data: { name: 'UBND huyện cũ' } });
    const { documentId: other } = await issuers.create({
      data: { name: 'UBND huyện mới', predecessors: [documentId] },
    });
    for (const predecessors of [[documentId], { connect: [{ documentId }] }, { set: [other, documentId] }]) {
      await expect(issuers.update({ documentId, data: { predecessors } })).rejects.toMatchObject({
        details: { errors: [{ path: ['predecessors'] }] },
      });
    }
    await expect(
      issuers.update({ documentId, data: { predecessors: { disconnect: [documentId] } } }),
    ).resolves.toBeDefined();
  });

  describe('explain themselves', () => {
    const bad = () => ({ data: directiveData({ symbol: 'sai ký hiệu' }) });

    it.each([
      ['vi, where nothing is said', undefined, /không đọc được/],
      ['en, where the client asks for it', 'en-GB,en;q=0.9', /cannot be read/],
      ['vi, where the client asks for it', 'vi', /không đọc được/],
    ])('by the API in %s', async (_language, accepted, message) => {
      const request = api('post', '/directives');
      const { body, status } = await (accepted ? request.set('Accept-Language', accepted) : request).send(bad());
      expect([status, body.error.message]).toEqual([400, expect.stringMatching(message)]);
    });

    it.each([
      ['en', /cannot be read/],
      ['vi', /không đọc được/],
      [null, /không đọc được/],
    ])('in the admin in the language of the person: %s', async (preferedLanguage, message) => {
      const { id, jwt } = await createAdmin(app);
      await app.strapi.db.query('admin::user').update({ where: { id }, data: { preferedLanguage } });
      const { body } = await app.request
        .post(`/content-manager/collection-types/${DIRECTIVE}?locale=vi`)
        .set({ Authorization: `Bearer ${jwt}`, 'Accept-Language': 'en' })
        .send(bad().data);
      expect(body.error.message).toMatch(message);
    });
  });
});
