import { createArticle, startApp, updateArticle, type TestApp } from '../support';
import { storedVotes, summary, vote } from './ratings';

/** What must not cost anybody a vote: each of these is refused, and the address has as many votes left as before. */
describe('a vote that cannot be', () => {
  let app: TestApp;
  let id = '';

  beforeAll(async () => {
    // Two votes an address: were a refused one counted, the last tests would be refused too.
    app = await startApp({ environment: { RATINGS_NEW_VOTES_PER_ADDRESS: '2' } });
    id = (await createArticle(app, { title: 'Bài không nhận phiếu hỏng' }, { status: 'published' })).documentId;
  });

  afterAll(() => app.stop());

  const put = (body: string, type = 'application/json') =>
    app.request.put(`/api/ratings/articles/${id}/mine`).set('Content-Type', type).send(body);

  it.each([
    ['a score of 0', '{"score":0}', ['score']],
    ['a score of 6', '{"score":6}', ['score']],
    ['a score of 3.5', '{"score":3.5}', ['score']],
    ['a negative score', '{"score":-1}', ['score']],
    ['a score as a text', '{"score":"5"}', ['score']],
    ['null as a score', '{"score":null}', ['score']],
    ['true as a score', '{"score":true}', ['score']],
    ['a list as a score', '{"score":[5]}', ['score']],
    ['an object as a score', '{"score":{"$gt":0}}', ['score']],
    ['a huge score', '{"score":1e308}', ['score']],
    ['a number beyond all', '{"score":1e999}', ['score']],
    ['no score', '{}', ['score']],
    ['another field', '{"score":5,"voter":"me"}', ['voter']],
    ['another field in place of the score', '{"stars":5}', ['score', 'stars']],
    ['a prototype', '{"score":5,"__proto__":{"admin":true}}', ['__proto__']],
    ['two scores', '{"score":1,"score":5}', ['']],
    ['a list as the body', '[5]', ['']],
    ['a number as the body', '5', ['']],
    ['null as the body', 'null', ['']],
    ['Strapi’s envelope', '{"data":{"score":5}}', ['data', 'score']],
  ])('%s is a 400 that names it', async (_, body, paths) => {
    const answer = await put(body).expect(400);
    expect(answer.body).toMatchObject({ data: null, error: { status: 400, name: 'ValidationError' } });
    const { message, details } = answer.body.error;
    expect(message).not.toMatch(/\bat \/|stack/);
    expect(details.errors.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual([...paths].sort());
  });

  it.each([
    ['broken JSON', '{"score":', 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['a form', 'score=5', 'application/x-www-form-urlencoded', 415],
    ['plain text, which needs no preflight', '{"score":5}', 'text/plain', 415],
    ['a large body', `{"score":5,"x":"${'x'.repeat(5_000)}"}`, 'application/json', 413],
  ])('%s is refused', async (_, body, type, status) => {
    const answer = await put(body, type).expect(status);
    expect(answer.body).toMatchObject({ data: null, error: { status } });
  });

  it('on an unknown address, collection or draft is a 404', async () => {
    await vote(app, 'khong-co-bai-nay', 5).expect(404);
    await vote(app, 'x'.repeat(400), 5).expect(404);
    const draft = await createArticle(app, { title: 'Bài nháp' });
    await vote(app, draft.documentId, 5).expect(404);
    await app.request.get(`/api/ratings/articles/${draft.documentId}`).expect(404);
    const { body } = await app.request.put(`/api/ratings/topics/${id}/mine`).send({ score: 5 }).expect(404);
    expect(body.error).toMatchObject({ name: 'NotFoundError', details: { allowed: ['articles'] } });
    expect(body.error.message).toContain('"topics"');
    await app.request.put(`/api/ratings/articles/%E0%A4%A/mine`).send({ score: 5 }).expect(400);
    await app.request.put(`/api/ratings/articles/%00/mine`).send({ score: 5 }).expect(400);
  });

  it('on what was public once is a 410', async () => {
    const { documentId } = await createArticle(app, { title: 'Bài rút xuống' }, { status: 'published' });
    await app.strapi.documents('plugin::gazette.article').unpublish({ documentId, locale: 'vi' });
    const { body } = await vote(app, documentId, 5).expect(410);
    expect(body.error).toMatchObject({ name: 'GoneError', details: { documentId, collection: 'articles' } });
    await app.strapi.documents('plugin::gazette.article').delete({ documentId, locale: 'vi' });
    await app.request.get(`/api/ratings/articles/${documentId}`).expect(410);
  });

  it('on an article that is not open for rating, or withdrawn, is a 409', async () => {
    const { documentId } = await createArticle(app, { title: 'Bài đóng', allowRating: false }, { status: 'published' });
    const closed = await vote(app, documentId, 5).expect(409);
    expect(closed.body.error).toMatchObject({
      name: 'NotRateableError',
      details: { documentId, collection: 'articles' },
    });
    await app.request.get(`/api/ratings/articles/${documentId}`).expect(200);
    await updateArticle(app, documentId, { allowRating: true });
    await vote(app, documentId, 5).expect(200);
    await updateArticle(app, documentId, { withdrawal: { at: new Date().toISOString(), reason: 'Sai số liệu.' } });
    const withdrawn = await vote(app, documentId, 5).expect(409);
    expect(withdrawn.body.error.name).toBe('NotRateableError');
    expect(await summary(app, documentId)).toMatchObject({ count: 1, sum: 5 });
  });

  it('with an unknown parameter, a doubled or a foreign locale is a 400', async () => {
    for (const query of ['stars=5', 'locale=vi&locale=en', 'locale=xx', 'populate=*']) {
      const { body } = await app.request
        .put(`/api/ratings/articles/${id}/mine?${query}`)
        .send({ score: 5 })
        .expect(400);
      expect(body.error.details.errors).toHaveLength(1);
    }
  });

  it('with another method is a 405 that says which are allowed', async () => {
    const answer = await app.request.post(`/api/ratings/articles/${id}/mine`).send({ score: 5 }).expect(405);
    expect(answer.headers.allow).toBe('GET, HEAD, PUT, DELETE, OPTIONS');
    const summaryAnswer = await app.request.put(`/api/ratings/articles/${id}`).send({ score: 5 }).expect(405);
    expect(summaryAnswer.headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(summaryAnswer.body.error).toMatchObject({ status: 405, details: { allowed: ['GET', 'HEAD', 'OPTIONS'] } });
  });

  it('with a token or a session that is none is a 401, and never a visitor’s vote', async () => {
    const token = (await vote(app, (await createArticle(app, {}, { status: 'published' })).documentId, 5)).body.data
      .voterToken;
    const forged = `${String(token).slice(0, -3)}AAA`;
    expect((await vote(app, id, 5, { token: forged }).expect(401)).body.error.message).toContain('X-Voter-Token');
    await vote(app, id, 5, { token: 'x' }).expect(401);
    await vote(app, id, 5, { jwt: 'eyJhbGciOiJub25lIn0.e30.' }).expect(401);
    await vote(app, id, 5, { headers: { Authorization: 'Basic YTpi' } }).expect(401);
  });

  it('has used up none of the address’s votes', async () => {
    expect(await storedVotes(app, id)).toHaveLength(0);
    await vote(app, id, 5).expect(200);
    await vote(app, id, 4).expect(200);
    const refused = await vote(app, id, 3).expect(429);
    expect(refused.body.error).toMatchObject({ status: 429, name: 'RateLimitError' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['set-cookie']).toBeUndefined();
    expect(await summary(app, id)).toMatchObject({ count: 2, sum: 9 });
  });
});
