import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdmin, createArticle, redact, startApp, updateArticle, type TestApp } from '../support';
import { docsExample, runModule } from '../support/docs-code';
import { startReceiver, type Received, type Receiver } from '../support/receiver';

const KEY = Buffer.alloc(32, 7);
const OLD_KEY = Buffer.alloc(24, 9);
const secret = (key: Buffer) => `whsec_${key.toString('base64')}`;

let app: TestApp;
let all: Receiver;
let topics: Receiver;
let jwt = '';

const admin = (method: 'get' | 'post', path: string, token = jwt) =>
  app.request[method](`/feeds/webhooks${path}`).set('Authorization', `Bearer ${token}`);
const eventsOf = (documentId: string) => (one: Received) => JSON.parse(one.body).data.documentId === documentId;

/** As a receiver does it, by the specification of Standard Webhooks. */
const isGenuine = ({ headers, body }: Received, key: Buffer): boolean => {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = headers;
  const expected = createHmac('sha256', key).update([id, at, body].join('.')).digest('base64');
  const isFresh = Math.abs(Date.now() / 1_000 - Number(at)) < 300;
  return isFresh && String(signatures).split(' ').includes(`v1,${expected}`);
};

beforeAll(async () => {
  [all, topics] = await Promise.all([startReceiver(), startReceiver()]);
  app = await startApp({
    environment: {
      WEBHOOKS: JSON.stringify([
        { name: 'all', url: `${all.url}/hook?token=hidden`, secrets: [secret(KEY), secret(OLD_KEY)] },
        { name: 'topics', url: topics.url, secrets: [secret(KEY)], collections: ['topics'] },
      ]),
      WEBHOOK_RETRY_SECONDS: '1,1',
      OUTGOING_TO_PRIVATE_ADDRESSES: 'true',
    },
  });
  jwt = (await createAdmin(app)).jwt;
  await pause(1_500);
});

afterAll(async () => {
  await app.stop();
  await Promise.all([all.close(), topics.close()]);
});

beforeEach(() => {
  for (const one of [all, topics]) {
    one.received.length = 0;
    one.answerWith(204);
  }
});

it('tell of every change in its order, signed with each secret', async () => {
  const { documentId } = await createArticle(app, { title: 'Tin một' }, { status: 'published' });
  await updateArticle(app, documentId, { title: 'Tin hai' });
  await app.strapi.documents('plugin::gazette.article').unpublish({ documentId, locale: 'vi' });
  const received = await all.waitFor(3, eventsOf(documentId));
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual([
    'articles.published',
    'articles.updated',
    'articles.unpublished',
  ]);
  expect(received.every((one) => isGenuine(one, KEY) && isGenuine(one, OLD_KEY))).toBe(true);
  expect(received.some((one) => isGenuine(one, Buffer.alloc(32, 8)))).toBe(false);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
  const { data } = (await app.request.get('/api/changes?limit=1000')).body;
  const { cursor: _cursor, ...entry } = data.find((one: { documentId: string }) => one.documentId === documentId);
  expect(JSON.parse(received[0]?.body ?? '').data).toEqual(entry);
  expect(received[0]?.path).toBe('/hook?token=hidden');
});

it('are verified by the code that the documentation shows, and forgeries are not', async () => {
  const { documentId } = await createArticle(app, { title: 'Kiểm chữ ký' }, { status: 'published' });
  const [genuine] = await all.waitFor(1, eventsOf(documentId));
  if (!genuine) throw new Error('nothing came');
  const { headers, body } = genuine;
  const at = Number(headers['webhook-timestamp']);
  /** The same message as somebody with the secret would have sent it at another time. */
  const sentAt = (seconds: number) => {
    const text = `${String(headers['webhook-id'])}.${seconds}.${body}`;
    const signature = `v1,${createHmac('sha256', KEY).update(text).digest('base64')}`;
    return { ...headers, 'webhook-timestamp': String(seconds), 'webhook-signature': signature };
  };
  const without = (name: string) => ({ ...headers, [name]: undefined });
  const cases: [what: string, headers: object, body: string, secret: string, expected: boolean][] = [
    ['the first secret', headers, body, secret(KEY), true],
    ['the second secret', headers, body, secret(OLD_KEY), true],
    ['four minutes old', sentAt(at - 240), body, secret(KEY), true],
    ['another secret', headers, body, secret(Buffer.alloc(32, 8)), false],
    ['another text', headers, body.replace('Kiểm', 'Sửa').replace('kiem', 'sua'), secret(KEY), false],
    ['another id', { ...headers, 'webhook-id': 'change_1_abc' }, body, secret(KEY), false],
    ['another time', { ...headers, 'webhook-timestamp': String(at + 1) }, body, secret(KEY), false],
    ['six minutes old', sentAt(at - 360), body, secret(KEY), false],
    ['six minutes ahead', sentAt(at + 360), body, secret(KEY), false],
    ['no time', without('webhook-timestamp'), body, secret(KEY), false],
    ['no signature', without('webhook-signature'), body, secret(KEY), false],
    ['no id', without('webhook-id'), body, secret(KEY), false],
    ['a signature cut short', { ...headers, 'webhook-signature': 'v1,AAAA' }, body, secret(KEY), false],
  ];
  const printed = await runModule(
    await docsExample('integrate.md', 'Webhooks', 'js'),
    `console.log(JSON.stringify(${JSON.stringify(cases)}.map(([what, ...given]) => [what, isGenuine(...given)])));`,
  );
  expect(JSON.parse(printed)).toEqual(cases.map(([what, , , , expected]) => [what, expected]));
});

it('tell only of the collections that they want', async () => {
  await createArticle(app, { title: 'Không phải chủ đề' }, { status: 'published' });
  const { documentId } = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Y tế' } });
  await topics.waitFor(2, eventsOf(documentId));
  expect(topics.received.every(({ body }) => JSON.parse(body).data.collection === 'topics')).toBe(true);
});

it('try again with the same id, give up after the last try, and send again what an admin asks for', async () => {
  topics.answerWith(500);
  const { documentId } = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Giáo dục' } });
  const locales = 2;
  const tries = await topics.waitFor(3 * locales, eventsOf(documentId));
  expect(new Set(tries.map(({ headers }) => headers['webhook-id'])).size).toBe(locales);
  await pause(2_500);
  expect(topics.received.filter(eventsOf(documentId))).toHaveLength(3 * locales);

  const { body } = await admin('get', '/dead').expect(200);
  expect(body.meta.pagination).toMatchObject({ page: 1, total: locales });
  expect(body.data[0]).toMatchObject({
    webhook: 'topics',
    type: 'topics.published',
    attempts: 3,
    error: 'answered with status 500',
  });
  const states = await admin('get', '').expect(200);
  expect(states.body.data).toEqual([
    { name: 'all', url: `${all.url}/hook`, isConfigured: true, waiting: expect.any(Number), dead: 0 },
    { name: 'topics', url: `${topics.url}/`, isConfigured: true, waiting: 0, dead: locales },
  ]);
  expect(JSON.stringify([body, states.body])).not.toMatch(/whsec|hidden/);

  topics.answerWith(200);
  topics.received.length = 0;
  expect((await admin('post', '/replay').send({ id: body.data[0].id }).expect(200)).body.data).toEqual({ replayed: 1 });
  await topics.waitFor(1, eventsOf(documentId));
  expect((await admin('post', '/replay').send({ webhook: 'topics' }).expect(200)).body.data).toEqual({ replayed: 1 });
  const again = await topics.waitFor(locales, eventsOf(documentId));
  expect(new Set(again.map(({ headers }) => headers['webhook-id']))).toEqual(
    new Set(tries.map(({ headers }) => headers['webhook-id'])),
  );
  await admin('post', '/replay').send({ id: body.data[0].id }).expect(404);
});

it('tell nobody what was erased while they were waiting', async () => {
  topics.answerWith(500);
  const made = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Sẽ xoá' } });
  const { documentId } = made;
  await topics.waitFor(6, eventsOf(documentId));
  expect(topics.received.find(eventsOf(documentId))?.body).toContain('se-xoa');
  await app.strapi.documents('plugin::gazette.topic').delete({ documentId });
  await redact(app, { collection: 'topics', documentId });
  await pause(1_000);
  topics.received.length = 0;
  topics.answerWith(204);
  await admin('post', '/replay').send({ webhook: 'topics' }).expect(200);
  const told = await topics.waitFor(6, eventsOf(documentId));
  expect(told.map(({ body }) => body).join()).not.toContain('se-xoa');
  const published = told.map(({ body }) => JSON.parse(body)).find(({ type }) => type === 'topics.published');
  expect(published.data).toMatchObject({ slug: null, url: null, etag: null, redacted: true });
});

it('follow no redirect, and send no more of a message to whoever is gone', async () => {
  topics.answerWith(302);
  await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Chuyển hướng' } });
  await topics.waitFor(6);
  topics.received.length = 0;
  topics.answerWith(410);
  const { documentId } = await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Đã đi' } });
  await topics.waitFor(2, eventsOf(documentId));
  await pause(2_500);
  expect(topics.received.filter(eventsOf(documentId))).toHaveLength(2);
});

it('are told each change once, however many instances tell', async () => {
  // Another set of workers on the same database is what another instance is.
  app.strapi.plugin('feeds').service<{ start(): void }>('outgoing').start();
  const count = 10;
  const topic = app.strapi.documents('plugin::gazette.topic');
  for (let index = 0; index < count; index += 1) await topic.create({ data: { name: `Chủ đề ${index}` } });
  const isNew = ({ body }: Received) => /chu-de-\d/.test(body);
  await topics.waitFor(2 * count, isNew);
  await all.waitFor(2 * count, isNew);
  await pause(1_500);
  for (const { received } of [topics, all]) {
    const told = received.filter(isNew).map(({ headers }) => headers['webhook-id']);
    expect(told).toHaveLength(2 * count);
    expect(new Set(told).size).toBe(2 * count);
  }
});

it.each([
  ['get', '/dead?page=0', undefined],
  ['get', '/dead?sort=id', undefined],
  ['post', '/replay', {}],
  ['post', '/replay', { id: 'x' }],
  ['post', '/replay', { webhook: 'a', id: 1 }],
] as const)('refuse %s %s %j with a reason', async (method, path, data) => {
  const { body } = await admin(method, path).send(data).expect(400);
  expect(body.error).toMatchObject({ name: 'ValidationError', message: expect.stringMatching(/\S/) });
});

it('are for admins who may see them', async () => {
  await app.request.get('/feeds/webhooks').expect(401);
  const editor = await createAdmin(app, 'strapi-author');
  await admin('get', '', editor.jwt).expect(403);
});
