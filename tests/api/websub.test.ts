import { setTimeout as pause } from 'node:timers/promises';
import { createArticle, startApp, type TestApp } from '../support';
import { startReceiver, type Receiver } from '../support/receiver';

const API = 'https://api.example.vn';

let app: TestApp;
let hub: Receiver;

const topicOf = ({ body }: { body: string }) => new URLSearchParams(body).get('hub.url');
const articleTopics = ['', '?locale=vi'].flatMap((query) =>
  ['json', 'atom', 'rss'].map((ending) => `${API}/api/feeds/articles.${ending}${query}`),
);

beforeAll(async () => {
  hub = await startReceiver();
  app = await startApp({
    environment: { PUBLIC_API_URL: API, FEEDS_WEBSUB_HUB: `${hub.url}/`, OUTGOING_TO_PRIVATE_ADDRESSES: 'true' },
  });
  // It begins at the end of the log, in its own time.
  await pause(1_500);
});

afterAll(async () => {
  await app.stop();
  await hub.close();
});

it('is told of each feed that changed, and not once a publication', async () => {
  const begin = Date.now();
  for (let index = 0; index < 8; index += 1)
    await createArticle(app, { title: `Tin ${index}` }, { status: 'published' });
  const pings = await hub.waitFor(articleTopics.length);
  await pause(4_000);
  expect(pings.slice(0, articleTopics.length).map(topicOf).sort()).toEqual([...articleTopics].sort());
  // One round for what happens within two seconds; a busy machine needs more for eight publications.
  const rounds = hub.received.length / articleTopics.length;
  expect(Number.isInteger(rounds)).toBe(true);
  expect(rounds).toBeLessThanOrEqual(Math.ceil((Date.now() - begin) / 2_000));
  expect(pings[0]).toMatchObject({ headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect(new URLSearchParams(pings[0]?.body).get('hub.mode')).toBe('publish');
});

it('is told again after it failed, and of what changed meanwhile', async () => {
  hub.received.length = 0;
  hub.answerWith(503);
  await createArticle(app, { title: 'Khi hub hỏng' }, { status: 'published' });
  await hub.waitFor(1);
  await app.strapi.documents('plugin::gazette.tag').create({ data: { name: 'nước mặn' } });
  hub.answerWith(202);
  const topics = (await hub.waitFor(1, (one) => topicOf(one) === `${API}/api/feeds/tags.rss?locale=en`)).map(topicOf);
  expect(topics).toHaveLength(1);
  expect(hub.received.map(topicOf)).toEqual(expect.arrayContaining(articleTopics));
});
