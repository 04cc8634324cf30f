import { countQueries, startApp, type TestApp } from '../support';

const DIRECTIVE = 'plugin::gazette.directive';
const TOPIC = 'plugin::gazette.topic';

describe('links that editors make', () => {
  let app: TestApp;
  let issuer: string;

  beforeAll(async () => {
    app = await startApp();
    issuer = (await app.strapi.documents('plugin::gazette.issuer').create({ data: { name: 'Chính phủ' } })).documentId;
  });
  afterAll(() => app.stop());

  const decree = (symbol: string, extra: object = {}) =>
    app.strapi.documents(DIRECTIVE).create({
      data: { symbol, title: `Nghị định ${symbol}`, kind: 'decree', issuedOn: '2024-01-02', issuer, ...extra },
    });
  const relation = async (documentId: string) => {
    const row = await app.strapi.documents(DIRECTIVE).findOne({ documentId, populate: { relations: true } });
    const [found] = row?.relations as { targetSymbol: string; targetDocumentId: string | null }[];
    return found;
  };

  it('follow the symbol of a legal relation when it is corrected', async () => {
    const first = await decree('61/2018/NĐ-CP');
    const second = await decree('30/2020/NĐ-CP');
    const { documentId } = await decree('9/2025/NĐ-CP', {
      relations: [{ type: 'replaces', targetSymbol: '61/2018/nđ-cp' }],
    });
    expect(await relation(documentId)).toMatchObject({
      targetSymbol: '61/2018/NĐ-CP',
      targetDocumentId: first.documentId,
    });
    const change = async (targetSymbol: string) => {
      const sent = {
        type: 'replaces',
        targetSymbol,
        targetDocumentId: first.documentId,
        targetCollection: 'directives',
      };
      await app.strapi.documents(DIRECTIVE).update({ documentId, data: { relations: [sent] } });
      return relation(documentId);
    };
    expect((await change('30/2020/NĐ-CP'))?.targetDocumentId).toBe(second.documentId);
    expect((await change('77/2019/NĐ-CP'))?.targetDocumentId).toBeNull();
    // Nothing points at the first any more, so it may go.
    await app.strapi.documents(DIRECTIVE).delete({ documentId: first.documentId });
  });

  it('are looked up together, however many a document has', async () => {
    const lookups = async (symbol: string, count: number) => {
      const relations = Array.from({ length: count }, (_, index) => ({
        type: 'refers-to',
        targetSymbol: `${100 + index}/2019/NĐ-CP`,
      }));
      const { strapi } = await countQueries(app.strapi, () => decree(symbol, { relations }));
      return strapi.filter((sql) => /where .*symbol/.test(sql)).length;
    };
    const few = await lookups('21/2025/NĐ-CP', 2);
    expect(few).toBeGreaterThan(0);
    expect(await lookups('22/2025/NĐ-CP', 30)).toBe(few);
  });

  it('keep the chosen one of several documents with the same symbol', async () => {
    const early = await decree('5-NQ/TW', { kind: 'conclusion', issuedOn: '2016-11-01' });
    const late = await decree('5-NQ/TW', { kind: 'conclusion', issuedOn: '2021-11-01' });
    const { documentId } = await decree('10/2025/NĐ-CP', {
      relations: [{ type: 'based-on', targetSymbol: '5-NQ/TW' }],
    });
    expect((await relation(documentId))?.targetDocumentId).toBeNull();
    for (const { documentId: targetDocumentId } of [early, late]) {
      const sent = { type: 'based-on', targetSymbol: '5-NQ/TW', targetDocumentId, targetCollection: 'directives' };
      await app.strapi.documents(DIRECTIVE).update({ documentId, data: { relations: [sent] } });
      expect((await relation(documentId))?.targetDocumentId).toBe(targetDocumentId);
    }
  });

  it('lead to the document of an earlier term, and never to the one that carries the same symbol itself', async () => {
    const kind = 'regulation';
    const own = await decree('1-QC/TU', { kind, issuedOn: '2025-11-01' });
    const early = await decree('1-QC/TU', { kind, issuedOn: '2020-11-01' });
    const relations = [{ type: 'replaces', targetSymbol: '1-QC/TU' }];
    await app.strapi.documents(DIRECTIVE).update({ documentId: own.documentId, data: { relations } });
    expect((await relation(own.documentId))?.targetDocumentId).toBe(early.documentId);
  });

  it('from a menu of the site keep what they lead to from being deleted', async () => {
    const topic = await app.strapi.documents(TOPIC).create({ data: { name: 'Thời sự' } });
    const items = [{ label: 'Thời sự', targetCollection: 'topics', targetDocumentId: topic.documentId }];
    await app.strapi
      .documents('plugin::gazette.site')
      .create({ data: { name: 'Cổng xã', menus: [{ title: 'Chính', items }] }, locale: 'vi' });
    await expect(app.strapi.documents(TOPIC).delete({ documentId: topic.documentId })).rejects.toThrow(/Cổng xã/);
  });

  it('to a picture without a description are refused at the very section', async () => {
    const file = await app.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'a.png',
        hash: 'a',
        ext: '.png',
        mime: 'image/png',
        size: 1,
        url: '/uploads/a.png',
        provider: 'local',
      },
    });
    const text = {
      __component: 'gazette.text',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Chữ.' }] }],
    };
    const figure = (alternativeText: string) => ({ __component: 'gazette.figure', image: file.id, alternativeText });
    const publication = app.strapi.documents('plugin::gazette.article').create({
      data: {
        title: 'Ba phần',
        body: [text, figure('Có mô tả'), { __component: 'gazette.html', html: '<p>Chữ.</p>' }, figure('')],
      },
      locale: 'vi',
      status: 'published',
    });
    await expect(publication).rejects.toMatchObject({
      details: { errors: [{ path: ['body', '3', 'alternativeText'] }] },
    });
  });
});
