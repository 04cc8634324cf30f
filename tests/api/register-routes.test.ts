import { createArticle, startApp, type TestApp } from '../support';
import { createRegister, type TestRegister } from './register';

describe('lookup', () => {
  let app: TestApp;
  let register: TestRegister;
  let early: string;
  let late: string;

  beforeAll(async () => {
    app = await startApp();
    register = await createRegister(app);
    early = await register.document('57-KL/TW', { issuedOn: '2018-06-15' });
    late = await register.document('57-KL/TW', { issuedOn: '2023-06-15' });
    await register.document('57-KL/TW', { issuedOn: '2013-06-15' }, { status: 'draft' });
    await register.document('156/QĐ-UBND', { kind: 'decision', issuer: await register.issuer('UBND huyện', 'UBND') });
  });
  afterAll(() => app.stop());

  const found = async (query: string) =>
    (await register.get(`/documents/lookup?${query}`)).body.data.map((one: { documentId: string }) => one.documentId);

  it.each(['57-KL/TW', '57 kl/tw', 'Kết luận số 57-KL/TW', '57 - KL / TW', '057-KL/TW', 'KL 57-KL/TW', '57–KL/TW'])(
    'finds "%s" in any spelling, the newest first',
    async (symbol) => {
      expect(await found(`symbol=${encodeURIComponent(symbol)}`)).toEqual([late, early]);
    },
  );

  it.each([
    ['issuedOn=2018-06-15', () => [early]],
    ['issuedOn=2018-06-16', () => []],
    ['issuer=TW', () => [late, early]],
    ['issuer=bo-chinh-tri', () => [late, early]],
    [`issuer=${encodeURIComponent('Bộ Chính trị')}`, () => [late, early]],
    [`issuer=${encodeURIComponent('Ban Bí thư')}`, () => []],
  ])('narrows by %s', async (query, expected) => {
    expect(await found(`symbol=57-KL/TW&${query}`)).toEqual(expected());
  });

  it('keeps Đ and D apart', async () => {
    expect(await found(`symbol=${encodeURIComponent('156/QĐ-UBND')}`)).toHaveLength(1);
    expect(await found(`symbol=${encodeURIComponent('156/QÐ-UBND')}`)).toHaveLength(1);
  });

  it.each([
    ['', 'symbol is missing'],
    ['symbol=', 'symbol takes'],
    [`symbol=${encodeURIComponent('giai đoạn 2021-2025')}`, 'symbol:'],
    ['symbol=57-KL/TW&issuedOn=tomorrow', 'issuedOn takes'],
    ['symbol=57-KL/TW&symbol=58-KL/TW', 'symbol takes'],
    ['symbol=57-KL/TW&colour=red', 'not a parameter'],
  ])('refuses "%s" with a reason', async (query, message) => {
    const { status, body } = await register.get(`/documents/lookup?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('finds a symbol of no known form as it is written, and none under "không số"', async () => {
    const old = { symbolFreeform: true, kind: 'decision' };
    const freeForm = await register.document('Tập A.7 bis', old);
    await register.document('Không số', old);
    expect(await found(`symbol=${encodeURIComponent('tập  a.7 BIS')}`)).toEqual([freeForm]);
    expect((await register.get(`/documents/lookup?symbol=${encodeURIComponent('không số')}`)).status).toBe(400);
  });

  it('shows summaries with status, like lists', async () => {
    const { body } = await register.get('/documents/lookup?symbol=57-KL/TW&asOf=2020-01-01');
    expect(body.data[0]).toMatchObject({
      symbol: '57-KL/TW',
      status: { code: 'not-yet-in-force', asOf: '2020-01-01' },
    });
    expect(body.data[0]).not.toHaveProperty('bodyHtml');
  });

  describe('the extraction of citations', () => {
    it('gives places in the text as sent, with the documents that are meant', async () => {
      const text = 'Thực hiện Kết luận 57-KL/TW ngày 15/6/2023 của Bộ Chính trị';
      const { status, body, headers } = await register.post('/citations/extract', { text });
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      const start = text.indexOf('Kết luận');
      expect(body.data).toMatchObject([
        {
          start,
          end: start + 'Kết luận 57-KL/TW'.length,
          text: 'Kết luận 57-KL/TW',
          symbol: '57-KL/TW',
          number: '57',
          year: null,
          type: 'KL',
          issuer: 'TW',
          issuerName: 'Bộ Chính trị',
          date: '2023-06-15',
          family: 'party',
          document: { documentId: late },
        },
      ]);
    });

    it('tells apart what only points back to a citation', async () => {
      const text = 'Nghị quyết số 34-NQ/TW ban hành năm 2014. Thực hiện Nghị quyết nêu trên, huyện lập kế hoạch.';
      const { body } = await register.post('/citations/extract', { text });
      expect(body.data).toHaveLength(1);
      const start = text.indexOf('Nghị quyết nêu trên');
      expect(body.meta.backReferences).toEqual([
        { start, end: start + 'Nghị quyết nêu trên'.length, text: 'Nghị quyết nêu trên', symbol: '34-NQ/TW' },
      ]);
    });

    it.each([
      ['{"text": 5}', 400],
      ['{}', 400],
      ['{"text": "x", "more": 1}', 400],
      ['not json', 400],
      ['["a"]', 400],
    ])('refuses %s', async (body, expected) => {
      const { status, body: answer } = await register.post('/citations/extract', body);
      expect(status).toBe(expected);
      expect(answer.error.name).toBe('ValidationError');
    });

    it('takes as many citations as people write, and says how many were too many', async () => {
      const { status, body } = await register.post('/citations/extract', { text: '57-KL/TW, '.repeat(10_001) });
      expect([status, body.error.details]).toEqual([413, { limit: 10_000 }]);
      expect(body.error.message).toContain('cites 10001');
      const most = await register.post('/citations/extract', { text: '57-KL/TW, '.repeat(10_000) });
      expect([most.status, most.body.data.length]).toEqual([200, 10_000]);
    });

    it('takes a megabyte and no more, and JSON only', async () => {
      expect((await register.post('/citations/extract', { text: 'a '.repeat(500_000) })).body.data).toEqual([]);
      expect((await register.post('/citations/extract', { text: 'đ'.repeat(600_000) })).status).toBe(413);
      expect((await register.post('/citations/extract', 'text', { 'Content-Type': 'text/plain' })).status).toBe(415);
      const get = await fetch(`${app.url}/api/citations/extract`);
      expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
      const preflight = await fetch(`${app.url}/api/citations/extract`, { method: 'OPTIONS' });
      expect(preflight.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS');
    });
  });

  describe('what is related to an article', () => {
    it('comes from the editor first, then from what they share', async () => {
      const make = async (title: string, data: Record<string, unknown> = {}) =>
        (await createArticle(app, { title, ...data }, { status: 'published' })).documentId;
      const topic = (await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Nông nghiệp' } }))
        .documentId;
      const dossier = (await app.strapi.documents('plugin::gazette.dossier').create({ data: { title: 'Hạn mặn' } }))
        .documentId;
      const ofTopic = await make('Cùng chuyên mục', { topics: [topic] });
      const ofDossier = await make('Cùng dòng sự kiện', { dossiers: [dossier] });
      const citing = await make('Cùng văn bản', { lead: 'Theo Kết luận 57-KL/TW ngày 15/6/2023.' });
      const picked = await make('Biên tập chọn');
      await make('Không liên quan');
      const id = await make('Bài gốc', {
        lead: 'Thực hiện Kết luận số 57-KL/TW ngày 15/6/2023.',
        topics: [topic],
        dossiers: [dossier],
        related: [picked],
      });
      const related = async (query = '') =>
        (await register.get(`/articles/${id}/related${query}`)).body.data.map(
          (one: { documentId: string }) => one.documentId,
        );
      expect(await related()).toEqual([picked, citing, ofDossier, ofTopic]);
      expect(await related('?limit=2')).toEqual([picked, citing]);
      expect((await register.get(`/articles/${id}/related?limit=13`)).status).toBe(400);
      expect((await register.get(`/articles/nowhere/related`)).status).toBe(404);
    });
  });
});
