import { createAdmin, startApp, type TestApp } from '../support';

const MEGABYTE = 1024 * 1024;
const TEXT = [
  'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020;',
  'Điều 2. Quyết định này thay thế Quyết định số 11/2019/QĐ-UBND và bãi bỏ khoản 2 Điều 8 Quyết định số 12/2020/QĐ-UBND.',
].join('\n');

describe('proposing relations from a text', () => {
  let app: TestApp;
  let jwt: string;

  beforeAll(async () => {
    app = await startApp();
    jwt = (await createAdmin(app, 'strapi-editor')).jwt;
  });
  afterAll(() => app.stop());

  const propose = (body: string | object, language = 'vi') =>
    app.request
      .post('/gazette/relations/propose')
      .set('Authorization', `Bearer ${jwt}`)
      .set('Cookie', `gazette-language=${language}`)
      .set('Content-Type', 'application/json')
      .send(body);

  /** Rows of every table, so that a saved one shows. */
  const rows = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    const tables: string[] = await app.strapi.db.dialect.schemaInspector.getTables();
    for (const table of tables) {
      const [{ count }] = await app.strapi.db.connection(table).count({ count: '*' });
      counts[table] = Number(count);
    }
    return counts;
  };

  it('answers one relation for each cited document, and saves nothing', async () => {
    const before = await rows();
    const { body } = await propose({ symbol: '5/2024/QĐ-UBND', text: TEXT }).expect(200);
    expect(body).toEqual({
      data: [
        { type: 'based-on', symbol: '30/2020/NĐ-CP', scope: null, confidence: expect.any(Number) },
        { type: 'replaces', symbol: '11/2019/QĐ-UBND', scope: null, confidence: expect.any(Number) },
        { type: 'repeals', symbol: '12/2020/QĐ-UBND', scope: 'khoản 2 Điều 8', confidence: expect.any(Number) },
      ],
    });
    for (const { confidence } of body.data) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(Object.keys(before)).toContain('components_gazette_legal_relations');
    expect(await rows()).toEqual(before);
  });

  it.each([{ symbol: '' }, { symbol: null }, {}])('takes %j for a document without a symbol', async (symbol) => {
    const { body } = await propose({ ...symbol, text: 'Bãi bỏ Thông báo số 8-TB/HU.' }).expect(200);
    expect(body.data).toMatchObject([{ type: 'repeals', symbol: '8-TB/HU' }]);
  });

  it('leaves the acting document out', async () => {
    const text = 'Quyết định số 7/2024/QĐ-UBND thay thế Quyết định số 6/2023/QĐ-UBND.';
    const { body } = await propose({ symbol: '07/2024/qđ-ubnd', text }).expect(200);
    expect(body.data).toMatchObject([{ type: 'replaces', symbol: '6/2023/QĐ-UBND' }]);
  });

  it('is closed without an administrator’s session', async () => {
    const path = '/gazette/relations/propose';
    await app.request.post(path).send({ text: TEXT }).expect(401);
    await app.request.post(path).set('Authorization', 'Bearer wrong').send({ text: TEXT }).expect(401);
    expect((await app.request.post('/api/gazette/relations/propose').send({ text: TEXT })).status).toBe(405);
  });

  it.each([
    ['no text', {}, 'text'],
    ['a text that is a number', { text: 5 }, 'text'],
    ['a symbol that is a list', { text: 'a', symbol: ['5-KH/HU'] }, 'symbol'],
    ['a symbol that is too long', { text: 'a', symbol: '1'.repeat(256) }, 'symbol'],
    ['an unknown member', { text: 'a', save: true }, 'save'],
    ['a list', ['a'], undefined],
  ])('refuses %s, naming what is allowed', async (_case, sent, member) => {
    for (const [language, word] of [
      ['vi', 'Chỉ nhận'],
      ['en', 'Allowed are'],
    ]) {
      const { status, body } = await propose(sent, language);
      expect([status, body.error.name]).toEqual([400, 'ValidationError']);
      expect(body.error.message).toContain(word);
      expect(body.error.details.errors[0].path).toEqual(member === undefined ? [] : [member]);
    }
  });

  it('refuses a body that is no JSON', async () => {
    await propose('{"text": ').expect(400);
  });

  it('takes a text of 1 MB and refuses a longer one', async () => {
    const text = `Bãi bỏ Thông báo số 8-TB/HU.\n${'Nội dung "khác".\n'.repeat(MEGABYTE)}`;
    const fitting = Buffer.from(text)
      .subarray(0, MEGABYTE)
      .toString()
      .replace(/\ufffd+$/u, '');
    expect(Buffer.byteLength(fitting)).toBeGreaterThan(MEGABYTE - 4);
    const { body } = await propose({ text: fitting }).expect(200);
    expect(body.data).toMatchObject([{ type: 'repeals', symbol: '8-TB/HU' }]);
    const long = await propose({ text: 'a'.repeat(MEGABYTE + 1) }, 'en');
    expect([long.status, long.body.error.name]).toEqual([413, 'PayloadTooLargeError']);
    expect(long.body.error.message).toContain('1 MB');
    expect((await propose({ text: 'a'.repeat(4 * MEGABYTE) })).status).toBe(413);
  });
});
