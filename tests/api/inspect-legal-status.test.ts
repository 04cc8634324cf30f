import { createAdmin, startApp, type TestApp } from '../support';
import { createRegister, type TestRegister } from './register';

describe('what editors are told of a legal status', () => {
  let app: TestApp;
  let register: TestRegister;
  let jwt: string;

  beforeAll(async () => {
    app = await startApp();
    register = await createRegister(app);
    jwt = (await createAdmin(app, 'strapi-editor')).jwt;
  });
  afterAll(() => app.stop());

  const inspect = async (documentId: string, language = 'vi') => {
    const { body } = await app.request
      .get(`/gazette/legal-status/${documentId}`)
      .set('Authorization', `Bearer ${jwt}`)
      .set('Cookie', `gazette-language=${language}`)
      .expect(200);
    return body.data;
  };
  const repeal = (target: string, extra: object = {}) => ({ type: 'repeals', targetSymbol: target, ...extra });

  it('is the status of the day, with who made it so, and what follows', async () => {
    const id = await register.document('1-KL/TW');
    const act = await register.document('2-KL/TW', {
      issuedOn: '2024-02-01',
      relations: [repeal('1-KL/TW', { effectiveOn: '2999-01-01' })],
    });
    expect(await inspect(id)).toMatchObject({
      today: { code: 'in-force', label: 'Còn hiệu lực' },
      later: [
        {
          code: 'expired',
          label: 'Hết hiệu lực toàn bộ',
          from: '2999-01-01',
          because: [{ on: '2999-01-01', by: { documentId: act, collection: 'directives', symbol: '2-KL/TW' } }],
        },
      ],
      problems: [],
    });
  });

  it('names a contradiction in words, in the language of the editor', async () => {
    const id = await register.document('10-KL/TW');
    const act = await register.document('11-KL/TW', { relations: [repeal('10-KL/TW', { effectiveOn: '2020-02-01' })] });
    const [problem] = (await inspect(id)).problems;
    expect(problem).toEqual({
      code: 'ended-before-issued',
      text: expect.stringContaining('11-KL/TW làm văn bản này hết hiệu lực (01/02/2020)'),
      documents: [{ documentId: act, collection: 'directives', symbol: '11-KL/TW' }],
    });
    expect((await inspect(id, 'en')).problems[0].text).toContain('11-KL/TW ends this document (2020-02-01)');
  });

  it('names a circle at each of its members, and at no document outside', async () => {
    const first = await register.document('20-KL/TW');
    const outside = await register.document('23-KL/TW');
    const second = await register.document('21-KL/TW', { relations: [repeal('20-KL/TW')] });
    const third = await register.document('22-KL/TW', { relations: [repeal('21-KL/TW'), repeal('23-KL/TW')] });
    expect((await inspect(first)).problems).toEqual([]);
    await register.update(first, { relations: [repeal('22-KL/TW')] });
    for (const id of [first, second, third]) {
      const { problems } = await inspect(id);
      const [circle] = problems.filter(({ code }: { code: string }) => code === 'ending-circle');
      expect(circle.text).toMatch(/thành vòng.*: /);
      expect(circle.documents).toHaveLength(2);
    }
    expect((await inspect(outside)).problems).toEqual([]);
  });

  it('is nothing for a draft, and for an id that is none', async () => {
    const draft = await register.document('30-KL/TW', {}, { status: 'draft' });
    expect(await inspect(draft)).toBeNull();
    expect(await inspect('nothing')).toBeNull();
  });

  it('is for editors only', () => app.request.get('/gazette/legal-status/x').expect(401));
});
