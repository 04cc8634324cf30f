import { startApp, type TestApp } from '../support';
import { changesOf } from './public-state';
import { createRegister, type TestRegister } from './register';
import { turnDay } from '../../src/plugins/delivery/server/src/jobs/turn-day';

describe('the legal status of documents', () => {
  let app: TestApp;
  let register: TestRegister;

  beforeAll(async () => {
    app = await startApp();
    register = await createRegister(app);
  });
  afterAll(() => app.stop());

  const status = async (documentId: string, asOf?: string) =>
    (await register.get(`/documents/${documentId}${asOf ? `?asOf=${asOf}` : ''}`)).body.data.status;
  const codeOf = async (documentId: string, asOf?: string) => (await status(documentId, asOf)).code;
  const listed = async (query: string) =>
    (await register.get(`/documents?pagination[pageSize]=100&${query}`)).body.data.map(
      (one: { documentId: string }) => one.documentId,
    );
  const repeal = (target: string, extra: object = {}) => ({ type: 'repeals', targetSymbol: target, ...extra });

  it('is in the item and in lists, for the day that is asked for', async () => {
    const id = await register.document('1-KL/TW', { effectiveFrom: '2024-01-01', effectiveTo: '2024-12-31' });
    expect(await status(id, '2023-12-31')).toMatchObject({ code: 'not-yet-in-force', asOf: '2023-12-31' });
    expect(await status(id, '2024-06-01')).toMatchObject({
      code: 'in-force',
      label: 'Còn hiệu lực',
      asOf: '2024-06-01',
      because: [{ rule: 'effective-from', on: '2024-01-01', by: null }],
    });
    const forceOn = async (day: string) =>
      (await register.get(`/documents/${id}?asOf=${day}`)).body.data.jsonLd.legislationLegalForce;
    expect([await forceOn('2024-06-01'), await forceOn('2025-01-01')]).toEqual([
      'https://schema.org/InForce',
      'https://schema.org/NotInForce',
    ]);
    expect(await codeOf(id, '2024-12-31')).toBe('in-force');
    expect(await codeOf(id, '2025-01-01')).toBe('expired');
    const { body } = await register.get('/documents?asOf=2024-06-01');
    expect(body.data.find((one: { documentId: string }) => one.documentId === id).status.code).toBe('in-force');
    expect(await listed('asOf=2024-06-01&filters[status]=in-force')).toContain(id);
    expect(await listed('asOf=2025-06-01&filters[status]=in-force')).not.toContain(id);
    expect(await listed('filters[status][$ne]=expired')).not.toContain(id);
    expect(await listed('filters[status][$in][0]=expired&filters[status][$in][1]=suspended')).toContain(id);
  });

  it.each(['asOf=2024-13-01', 'asOf=yesterday', 'asOf=2024-01-01T00:00:00Z', 'filters[status]=valid'])(
    'refuses %s, and names what is allowed',
    async (query) => {
      const { status: code, body } = await register.get(`/documents?${query}`);
      expect(code).toBe(400);
      expect(body.error.message).toMatch(/takes/);
    },
  );

  it('lists what held on a day, also where a document takes effect before it is issued', async () => {
    const issued = ['2021-03-01', '2022-03-01', '2023-03-01', '2024-03-01'];
    const ids: string[] = [];
    for (const [index, issuedOn] of issued.entries())
      ids.push(await register.document(`${170 + index}-KL/TW`, { issuedOn }));
    const early = await register.document('175-KL/TW', { issuedOn: '2024-06-01', effectiveFrom: '2022-01-01' });
    const ended = await register.document('176-KL/TW', { issuedOn: '2021-06-01', effectiveTo: '2022-12-31' });
    const own = new Set([...ids, early, ended]);
    for (const day of [
      '2020-01-01',
      '2021-03-01',
      '2021-12-31',
      '2022-01-01',
      '2022-12-31',
      '2023-01-01',
      '2024-06-01',
    ])
      for (const code of ['in-force', 'expired', 'not-yet-in-force'])
        for (const direction of ['desc', 'asc']) {
          const found = await listed(`asOf=${day}&filters[status]=${code}&sort=issuedOn:${direction}`);
          const expected: string[] = [];
          for (const id of own) if ((await codeOf(id, day)) === code) expected.push(id);
          expect(new Set(found.filter((id: string) => own.has(id)))).toEqual(new Set(expected));
        }
  });

  it('changes with a repeal and comes back with its removal, in items, lists, facets and counts', async () => {
    const old = await register.document('10-KL/TW');
    const counts = async () => {
      const { meta } = (await register.get('/documents?facets=status')).body;
      const total = (await register.get('/documents?filters[status]=expired')).body.meta.pagination.total;
      const facet = meta.facets.status.values.find((one: { value: string }) => one.value === 'expired')?.count ?? 0;
      expect(facet).toBe(total);
      return total;
    };
    const before = await counts();
    const act = await register.document('11-KL/TW', { issuedOn: '2024-02-01', relations: [repeal('10-KL/TW')] });
    expect(await status(old)).toMatchObject({
      code: 'expired',
      label: 'Hết hiệu lực toàn bộ',
      because: [{ rule: 'repealed', on: '2024-02-01', by: { documentId: act, symbol: '11-KL/TW' } }],
    });
    expect(await codeOf(old, '2024-01-31')).toBe('in-force');
    expect(await counts()).toBe(before + 1);
    expect((await register.get(`/documents/${old}/relations`)).body.data).toMatchObject([
      { direction: 'in', type: 'repeals', label: 'bị bãi bỏ bởi', effectiveOn: '2024-02-01', symbol: '11-KL/TW' },
    ]);
    await register.update(act, { relations: [] });
    expect(await codeOf(old)).toBe('in-force');
    expect(await counts()).toBe(before);
    expect((await register.get(`/documents/${old}/relations`)).body.data).toEqual([]);
    await register.update(act, { relations: [repeal('10-KL/TW', { scope: 'khoản 2 Điều 8' })] });
    expect(await codeOf(old)).toBe('partly-expired');
    await register.unpublish(act);
    expect(await codeOf(old)).toBe('in-force');
  });

  it('comes whichever of two documents is published first', async () => {
    const act = await register.document('21-KL/TW', {
      issuedOn: '2024-02-01',
      relations: [{ type: 'replaces', targetSymbol: '20-KL/TW' }],
    });
    expect((await register.get(`/documents/${act}/relations`)).body.data).toMatchObject([
      { direction: 'out', type: 'replaces', document: null, symbol: '20-KL/TW', effectiveOn: '2024-02-01' },
    ]);
    const old = await register.document('20-KL/TW');
    expect(await codeOf(old)).toBe('expired');
    expect((await register.get(`/documents/${act}/relations`)).body.data).toMatchObject([
      { document: { documentId: old, symbol: '20-KL/TW' } },
    ]);
  });

  it('ends a document of an earlier term that carries the same symbol, also where it comes later', async () => {
    const issuedOn = '2020-11-01';
    const act = await register.document('25-QC/TW', {
      kind: 'regulation',
      issuedOn: '2025-11-01',
      relations: [{ type: 'replaces', targetSymbol: '25-QC/TW' }],
    });
    expect((await register.get(`/documents/${act}/relations`)).body.data).toMatchObject([{ document: null }]);
    const old = await register.document('25-QC/TW', { kind: 'regulation', issuedOn });
    expect([await codeOf(old), await codeOf(act)]).toEqual(['expired', 'in-force']);
    expect((await register.get(`/documents/${act}/relations`)).body.data).toMatchObject([
      { direction: 'out', document: { documentId: old, issuedOn } },
    ]);
  });

  it.each([
    ['22-KL/TW', {}],
    ['Sắc lệnh bốn mươi', { symbolFreeform: true }],
  ])('comes to %s, too, when it enters after what repeals it', async (symbol, own) => {
    await register.document(symbol === '22-KL/TW' ? '23-KL/TW' : '24-KL/TW', { relations: [repeal(symbol)] });
    expect(await codeOf(await register.document(symbol, own))).toBe('expired');
  });

  it('comes to none of the documents without a number by itself', async () => {
    const charter = await register.document('không số', { symbolFreeform: true });
    await register.document('25-KL/TW', { relations: [repeal('không số')] });
    expect(await codeOf(charter)).toBe('in-force');
  });

  it('follows a chain of annulments and a cycle of replacements', async () => {
    const first = await register.document('30-KL/TW');
    const second = await register.document('31-KL/TW', { relations: [repeal('30-KL/TW')] });
    expect(await codeOf(first)).toBe('expired');
    const third = await register.document('32-KL/TW', { relations: [{ type: 'annuls', targetSymbol: '31-KL/TW' }] });
    expect([await codeOf(first), await codeOf(second)]).toEqual(['in-force', 'expired']);
    await register.unpublish(third);
    expect([await codeOf(first), await codeOf(second)]).toEqual(['expired', 'in-force']);
    // Nothing that is said of the first changed with the third, and whoever mirrors the register must still hear of it.
    const told = (await changesOf(app, first)).map(({ event, major, version }) => [event, Boolean(major), version]);
    expect(told).toEqual([
      ['published', true, 1],
      ['updated', false, 2],
      ['updated', false, 2],
      ['updated', false, 2],
    ]);

    const a = await register.document('40-KL/TW');
    const b = await register.document('41-KL/TW', { relations: [{ type: 'replaces', targetSymbol: '40-KL/TW' }] });
    await register.update(a, { relations: [{ type: 'replaces', targetSymbol: '41-KL/TW' }] });
    expect([await codeOf(a), await codeOf(b)]).toEqual(['expired', 'expired']);
  });

  it('turns with the day, without anyone saving: the log tells it once', async () => {
    const id = await register.document('50-KL/TW', { effectiveFrom: '2099-05-01' });
    const collections = app.strapi.plugin('delivery').service('collections');
    const turnTo = (day: string) => turnDay(app.strapi as never, collections as never, new Date(`${day}T03:00:00Z`));
    await turnTo('2099-04-30');
    const before = (await changesOf(app, id)).length;
    expect(await turnTo('2099-05-01')).toBe(1);
    expect(await turnTo('2099-05-01')).toBe(0);
    const after = await changesOf(app, id);
    expect(after.slice(before).map(({ event, major }) => [event, Boolean(major)])).toEqual([['updated', false]]);
    expect(await codeOf(id, '2099-04-30')).toBe('not-yet-in-force');
    expect(await codeOf(id, '2099-05-01')).toBe('in-force');
  });

  it('has a tag of its own for each day and status, and never a Last-Modified', async () => {
    const id = await register.document('60-KL/TW');
    const tagOf = async (path: string) => (await register.get(path)).headers.get('etag');
    const item = await tagOf(`/documents/${id}`);
    const list = await tagOf('/documents');
    expect(await tagOf(`/documents/${id}?asOf=2024-01-01`)).not.toBe(item);
    await register.document('61-KL/TW', { relations: [repeal('60-KL/TW')] });
    expect(await tagOf(`/documents/${id}`)).not.toBe(item);
    expect(await tagOf('/documents')).not.toBe(list);
    const { headers } = await register.get(`/documents/${id}`);
    expect(headers.get('last-modified')).toBeNull();
    expect(headers.get('cache-control')).toMatch(/s-maxage=\d+/);
  });

  it('tells a life in order of day', async () => {
    const id = await register.document('70-KL/TW', { issuedOn: '2023-01-10', effectiveFrom: '2023-02-01' });
    await register.document('71-KL/TW', {
      issuedOn: '2023-06-01',
      relations: [{ type: 'amends', targetSymbol: '70-KL/TW', scope: 'Điều 3' }],
    });
    const act = await register.document('72-KL/TW', { issuedOn: '2024-01-01', relations: [repeal('70-KL/TW')] });
    const { data } = (await register.get(`/documents/${id}/timeline`)).body;
    expect(data.map(({ on, event, scope }: Record<string, unknown>) => [on, event, scope])).toEqual([
      ['2023-01-10', 'issued', null],
      ['2023-02-01', 'in-force', null],
      ['2023-06-01', 'amended', 'Điều 3'],
      ['2024-01-01', 'repealed', null],
      ['2024-01-01', 'expired', null],
    ]);
    expect(data[3].by).toMatchObject({ documentId: act, symbol: '72-KL/TW' });
  });

  it('knows what was known at a moment', async () => {
    const id = await register.document('80-KL/TW', { issuedOn: '2023-01-10' });
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const relations = [repeal('80-KL/TW', { note: 'Lời ghi riêng' })];
    const act = await register.document('81-KL/TW', { title: 'Tên cũ', issuedOn: '2023-06-01', relations });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const between = new Date().toISOString();
    await register.update(act, { title: 'Tên mới', relations: [] });
    const known = async (path: string, at: string) =>
      (await register.get(`/documents/${id}/${path}?knownAt=${encodeURIComponent(at)}`)).body.data;
    expect(await known('relations', before)).toEqual([]);
    // The old title may have been erased since, and would still stand in the other's old version.
    expect(await known('relations', between)).toMatchObject([
      { direction: 'in', type: 'repeals', symbol: '81-KL/TW', document: { title: 'Tên mới' }, note: 'Lời ghi riêng' },
    ]);
    expect((await known('timeline', between)).map(({ event }: { event: string }) => event)).toEqual([
      'issued',
      'in-force',
      'repealed',
      'expired',
    ]);
    expect((await known('timeline', before)).map(({ event }: { event: string }) => event)).toEqual([
      'issued',
      'in-force',
    ]);
    expect((await register.get(`/documents/${id}/relations`)).body.data).toEqual([]);
    // What was taken back shows nothing of its record, only that it acted.
    await register.unpublish(act);
    expect(await known('relations', between)).toMatchObject([{ symbol: '81-KL/TW', document: null, note: null }]);
    expect(await known('timeline', '9999-12-31')).toHaveLength(2);
    expect((await register.get(`/documents/${id}/relations?knownAt=soon`)).status).toBe(400);
  });

  it('leads from the part that is acted on to its place in the text', async () => {
    const html = '<p>Điều 8. Kinh phí</p><p>1. Cấp xã chi.</p><p>2. Cấp tỉnh chi.</p>';
    const id = await register.document('85-KL/TW', { body: [{ __component: 'gazette.html', html }] });
    const scopes = ['khoản 2 Điều 8', 'khoản 2 Điều 9', null];
    const act = await register.document('86-KL/TW', {
      issuedOn: '2024-01-01',
      relations: scopes.map((scope) => ({ type: 'amends', targetSymbol: '85-KL/TW', scope })),
    });
    const places = async (of: string, path: string) =>
      (await register.get(`/documents/${of}/${path}`)).body.data
        .filter((one: { event?: string }) => !['issued', 'in-force'].includes(one.event ?? ''))
        .map(({ scope, anchor }: Record<string, unknown>) => [scope, anchor]);
    const expected = [
      ['khoản 2 Điều 8', 'dieu-8-khoan-2'],
      ['khoản 2 Điều 9', null],
      [null, null],
    ];
    expect(new Set(await places(id, 'relations'))).toEqual(new Set(expected));
    expect(new Set(await places(id, 'timeline'))).toEqual(new Set(expected));
    const { bodyHtml } = (await register.get(`/documents/${id}`)).body.data;
    expect(bodyHtml).toContain('id="dieu-8-khoan-2"');
    // The text of the other document is not this one's.
    expect(await places(act, 'relations')).toEqual(scopes.map((scope) => [scope, null]));
  });

  it('leaves out a relation to a document that is in the register and not public', async () => {
    await register.document('90-KL/TW', { classification: 'secret' }, { status: 'draft' });
    const act = await register.document('91-KL/TW', { relations: [repeal('90-KL/TW')] });
    const { data } = (await register.get(`/documents/${act}`)).body;
    expect(data.relations).toEqual([]);
    expect(JSON.stringify(data)).not.toContain('90-KL');
  });

  it('of a thousand documents changes in one save, in seconds', async () => {
    const many = 200;
    for (let number = 0; number < many; number += 1) await register.document(`${1000 + number}-KL/TW`);
    const relations = Array.from({ length: many }, (_, number) => repeal(`${1000 + number}-KL/TW`));
    const started = Date.now();
    await register.document('999-KL/TW', { relations });
    expect(Date.now() - started).toBeLessThan(30_000);
    expect(
      (await register.get('/documents?filters[status]=expired')).body.meta.pagination.total,
    ).toBeGreaterThanOrEqual(many);
  });
});
