import { createArticle, startApp, updateArticle, type TestApp } from '../support';
import { changesOf, publicItem } from './public-state';
import { createRegister, type TestRegister } from './register';

interface Citation {
  symbol: string;
  document: { documentId: string; slug: string; title: string } | null;
  ambiguous: boolean;
}

describe('documents that articles cite', () => {
  let app: TestApp;
  let register: TestRegister;

  beforeAll(async () => {
    app = await startApp();
    register = await createRegister(app);
  });
  afterAll(() => app.stop());

  const article = async (lead: string, data: Record<string, unknown> = {}) =>
    (await createArticle(app, { title: 'Xã học tập văn bản mới', lead, ...data }, { status: 'published' })).documentId;
  const citations = async (documentId: string) =>
    (await publicItem(app, documentId, 'vi')).citations as unknown as Citation[];
  const cited = async (documentId: string) => (await citations(documentId))[0]?.document?.documentId ?? null;
  const citedBy = async (documentId: string) => (await register.get(`/documents/${documentId}`)).body.data.citedBy;
  const citing = async (documentId: string, query = '') =>
    (await register.get(`/documents/${documentId}/citing${query}`)).body.data.map(
      (one: { documentId: string }) => one.documentId,
    );

  it('link as soon as they enter the register, and unlink when they leave, without a touch of the article', async () => {
    const about = await article('Đảng bộ xã quán triệt Kết luận số 201-KL/TW.');
    expect(await citations(about)).toMatchObject([{ symbol: '201-KL/TW', document: null, ambiguous: false }]);
    const conclusion = await register.document('201-KL/TW');
    expect(await cited(about)).toBe(conclusion);
    expect(await citedBy(conclusion)).toBe(1);
    expect(await citing(conclusion)).toEqual([about]);
    await register.unpublish(conclusion);
    expect(await cited(about)).toBeNull();
    const changes = await changesOf(app, about);
    expect(changes.map(({ event, major }) => [event, Boolean(major)])).toEqual([
      ['published', true],
      ['updated', false],
      ['updated', false],
    ]);
  });

  it('follow a corrected symbol, and a new title', async () => {
    const about = await article('Thực hiện Kết luận 202-KL/TW, các chi bộ sinh hoạt chuyên đề.');
    const conclusion = await register.document('203-KL/TW');
    expect(await cited(about)).toBeNull();
    await register.update(conclusion, { symbol: '202-KL/TW' });
    expect(await cited(about)).toBe(conclusion);
    await register.update(conclusion, { title: 'Về công tác đối ngoại' });
    expect((await citations(about))[0]?.document?.title).toBe('Về công tác đối ngoại');
  });

  it.each([
    ['a stated day that is another', 'Kết luận số 210-KL/TW ngày 01/02/2020', false],
    ['a stated issuer that is another', 'Kết luận số 210-KL/TW của Ban Bí thư', false],
    ['the right day', 'Kết luận số 210-KL/TW ngày 15/6/2023', true],
    ['the right issuer', 'Kết luận số 210-KL/TW của Bộ Chính trị', true],
    ['nothing', 'Kết luận số 210-KL/TW', true],
  ])('are found by symbol when the text states %s: %s', async (_what, text, isFound) => {
    const { body } = await register.get('/documents/lookup?symbol=210-KL/TW');
    const conclusion: string = body.data[0]?.documentId ?? (await register.document('210-KL/TW'));
    const about = await article(`Hội nghị nghe báo cáo về ${text}.`);
    expect(await cited(about)).toBe(isFound ? conclusion : null);
    expect((await citations(about))[0]?.ambiguous).toBe(false);
  });

  it('with one symbol from two terms stay apart, and unresolved where nothing tells', async () => {
    const early = await register.document('5-NQ/TW', { issuedOn: '2016-11-01' }, { collection: 'resolutions' });
    const late = await register.document('05-NQ/TW', { issuedOn: '2021-11-01' }, { collection: 'resolutions' });
    const unclear = await article('Sơ kết Nghị quyết 05-NQ/TW tại huyện.');
    expect(await citations(unclear)).toMatchObject([{ document: null, ambiguous: true }]);
    expect(await cited(await article('Sơ kết Nghị quyết 05-NQ/TW ngày 01/11/2016 tại huyện.'))).toBe(early);
    expect(await cited(await article('Sơ kết Nghị quyết số 05-NQ/TW, ngày 1/11/2021.'))).toBe(late);
    // What the editor picked wins.
    await updateArticle(app, unclear, { resolutions: [late] });
    expect(await citations(unclear)).toMatchObject([{ document: { documentId: late }, ambiguous: false }]);
    await register.unpublish(early, 'resolutions');
    expect(await citations(unclear)).toMatchObject([{ document: { documentId: late }, ambiguous: false }]);
  });

  it('issued by communes with like names stay apart', async () => {
    const commune = (name: string) => register.issuer(`Ủy ban nhân dân xã ${name}`, 'UBND', { branch: 'state' });
    const decision = { kind: 'decision', issuedOn: '2024-03-05' };
    const short = await register.document('156/QĐ-UBND', { ...decision, issuer: await commune('Tân Phú') });
    expect(await cited(await article('Quyết định số 156/QĐ-UBND của UBND xã Tân Phú Đông.'))).toBeNull();
    const long = await register.document('156/QĐ-UBND', { ...decision, issuer: await commune('Tân Phú Đông') });
    expect(await cited(await article('Quyết định số 156/QĐ-UBND của UBND xã Tân Phú Đông.'))).toBe(long);
    expect(await cited(await article('Quyết định số 156/QĐ-UBND của UBND xã Tân Phú.'))).toBe(short);
  });

  it('are never linked where the editor dismissed them', async () => {
    const conclusion = await register.document('220-KL/TW');
    const about = await article('Xe mang số 220-KL/TW dừng lại.', { dismissedCitations: ['220 kl/tw'] });
    expect(await citations(about)).toEqual([]);
    expect(await citedBy(conclusion)).toBe(0);
  });

  it('keep their own symbol out of their own citations, and cite others', async () => {
    const base = await register.document('230-KL/TW');
    const plan = await register.document('231-KL/TW', { title: '231-KL/TW thực hiện Kết luận số 230-KL/TW' });
    const { data } = (await register.get(`/directives/${plan}`)).body;
    expect(data.citations.map(({ symbol }: Citation) => symbol)).toEqual(['230-KL/TW']);
    expect(await citing(base)).toEqual([plan]);
    // A summary as in any other list, its own count included.
    expect((await register.get(`/documents/${base}/citing`)).body.data[0].citedBy).toBe(0);
  });

  it('tell nothing of what is not public', async () => {
    await register.document('240-KL/TW', { title: 'Nội dung kín', classification: 'secret' }, { status: 'draft' });
    const about = await article('Báo chí nhắc Kết luận 240-KL/TW.');
    expect(await citations(about)).toMatchObject([{ text: 'Kết luận 240-KL/TW', document: null, ambiguous: false }]);
    expect((await register.get('/documents/lookup?symbol=240-KL/TW')).body.data).toEqual([]);
  });

  it('list what cites them in pages, the newest first', async () => {
    const conclusion = await register.document('250-KL/TW');
    const all: string[] = [];
    for (const day of ['2024-01-01', '2024-01-02', '2024-01-03'])
      all.unshift(await article('Theo Kết luận 250-KL/TW.', { releasedAt: `${day}T00:00:00.000Z` }));
    expect(await citing(conclusion)).toEqual(all);
    const first = await register.get(`/documents/${conclusion}/citing?pagination[pageSize]=2`);
    expect(first.body.meta.pagination).toMatchObject({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    const { nextCursor } = first.body.meta.pagination;
    const rest = await citing(conclusion, `?pagination[cursor]=${nextCursor}&pagination[pageSize]=2`);
    expect(rest).toEqual(all.slice(2));
    const other = await register.document('251-KL/TW');
    expect((await register.get(`/documents/${other}/citing?pagination[cursor]=${nextCursor}`)).status).toBe(400);
    expect((await register.get(`/documents/${conclusion}/citing?filters[topic]=x`)).status).toBe(400);
    expect((await register.get(`/documents/no-such-document/citing`)).status).toBe(404);
    expect((await register.get(`/documents?fields=symbol,citedBy&filters[year]=2023`)).body.data).toContainEqual({
      documentId: conclusion,
      symbol: '250-KL/TW',
      citedBy: 3,
    });
  });
});
