import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startReceiver, type Received, type Receiver } from '../support/receiver';
import { startApp, type TestApp } from '../support';
import { allSince, type Change } from '../support/change-stream';

const API = 'https://api.example.vn';
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
/** A killed worker's claim runs out first. */
const PATIENCE_MS = 60_000;
/** Four processes start one after another, and wait for what the last one had taken. */
const LIMIT_MS = 300_000;

interface Outgoing {
  start(): void;
  stop(): Promise<void>;
}

/** The feeds that show articles, by the addresses that a hub knows them by. */
const TOPICS = ['', '?locale=vi'].flatMap((query) =>
  ['json', 'atom', 'rss'].map((ending) => `${API}/api/feeds/articles.${ending}${query}`),
);

const topicOf = ({ body }: Received) => new URLSearchParams(body).get('hub.url') ?? '';
const idOf = ({ headers }: Received) => String(headers['webhook-id']);
/** What a message about an entry of the change stream is called. */
const messageOf = ({ cursor }: Change) => `change_${Buffer.from(cursor, 'base64url').toString().replace('.', '_')}`;
const numberOf = (message: string) => Number(message.split('_')[1]);

describe('whoever is told of changes, where the process that tells is killed', () => {
  let app: TestApp;
  let hub: Receiver;
  let webhook: Receiver;
  let topics: Receiver;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    [hub, webhook, topics] = await Promise.all([startReceiver(), startReceiver(), startReceiver()]);
    app = await startApp({
      environment: {
        PUBLIC_API_URL: API,
        FEEDS_WEBSUB_HUB: `${hub.url}/`,
        WEBHOOKS: JSON.stringify([
          { name: 'all', url: webhook.url, secrets: [SECRET] },
          { name: 'topics', url: topics.url, secrets: [SECRET], collections: ['topics'] },
        ]),
        OUTGOING_TO_PRIVATE_ADDRESSES: 'true',
        // Only the processes that are killed tell anybody.
        BACKGROUND_WORK: 'false',
      },
    });
  });

  afterAll(async () => {
    for (const child of children) await kill(child);
    await app.stop();
    await Promise.all([hub.close(), webhook.close(), topics.close()]);
  });

  /** @param program resolves once it has told that it works */
  const start = async (program: 'publish-until-killed' | 'work-until-killed'): Promise<ChildProcess> => {
    const child = fork(path.join(__dirname, `${program}.js`), {
      env: { ...process.env, BACKGROUND_WORK: 'true' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (typeof message !== 'string') throw new Error(`${program} ended before it worked.`);
    return child;
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  /** Waits for something that a killed worker's claim may hold up. */
  const until = async (what: string, holds: () => Promise<boolean> | boolean): Promise<void> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(100)) if (await holds()) return;
    throw new Error(`${what} has not come about in ${PATIENCE_MS} ms.`);
  };
  const log = () => allSince(app.url, null);
  /** Kills a child as soon as a receiver has a request in hand, so that no answer comes. */
  const killInTheMiddle = async (child: ChildProcess, receiver: Receiver, count: number): Promise<void> => {
    const reached = new Promise<void>((resolve) => {
      let left = count;
      receiver.beforeAnswer(async () => {
        left -= 1;
        if (left !== 0) return;
        await kill(child);
        resolve();
      });
    });
    const isLate = AbortSignal.timeout(PATIENCE_MS);
    await Promise.race([reached, once(isLate, 'abort')]);
    receiver.beforeAnswer(() => undefined);
    expect(child.signalCode).toBe('SIGKILL');
  };

  it(
    'gets everything after the next start: webhooks each change in order, the hub each feed',
    async () => {
      // They begin to follow at the end of the log.
      const outgoing = app.strapi.plugin('feeds').service<Outgoing>('outgoing');
      outgoing.start();
      await until('the beginning of all followers', async () => {
        const begun: { name: string }[] = await app.strapi.db.connection('feeds_cursors').select('name');
        return begun.length === 3;
      });
      await outgoing.stop();
      expect(await log()).toEqual([]);

      // Between the entry in the log and the delivery.
      await kill(await start('publish-until-killed'));
      const undelivered = (await log()).map(messageOf).filter((id) => !webhook.received.map(idOf).includes(id));
      expect(undelivered.length).toBeGreaterThan(0);

      // In the middle of telling the hub; of a message, while others are being published.
      await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Y tế' } });
      await killInTheMiddle(await start('work-until-killed'), hub, 3);
      await killInTheMiddle(await start('publish-until-killed'), webhook, 2);
      const cutOff = webhook.received.map(idOf).at(-1) ?? '';

      const entries = await log();
      const expected = entries.map(messageOf);
      const lastStart = Date.now();
      const last = await start('work-until-killed');
      await until('every message', () => expected.every((id) => webhook.received.map(idOf).includes(id)));
      await until('every ping', () =>
        TOPICS.every((topic) => hub.received.some((one) => one.at > lastStart && topicOf(one) === topic)),
      );
      await until('the end of the queue', async () => {
        const [left] = await app.strapi.db.connection('feeds_messages').count({ n: '*' });
        return Number(left?.n) === 0;
      });
      await kill(last);

      // Nothing that the log has not, each entry in its order; what was cut off came again, before what followed it.
      const told = webhook.received.map(idOf);
      expect([...new Set(told)]).toEqual(expected);
      expect(told.map(numberOf)).toEqual(told.map(numberOf).sort((a, b) => a - b));
      expect(told.filter((id) => id === cutOff).length).toBeGreaterThan(1);
      const bodies = new Map(webhook.received.map((one) => [idOf(one), JSON.parse(one.body).data]));
      for (const entry of entries) {
        const { cursor: _cursor, ...data } = entry;
        expect(bodies.get(messageOf(entry))).toEqual(data);
      }
      const ofTopics = entries.filter(({ collection }) => collection === 'topics').map(messageOf);
      expect(ofTopics.length).toBeGreaterThan(0);
      expect([...new Set(topics.received.map(idOf))]).toEqual(ofTopics);
      // The hub was told of each feed after its last change.
      const lastChange = Math.max(...entries.filter(({ collection }) => collection === 'articles').map(atOf));
      for (const topic of TOPICS) {
        const pings = hub.received.filter((one) => topicOf(one) === topic);
        expect(Math.max(...pings.map(({ at }) => at))).toBeGreaterThan(lastChange);
      }
    },
    LIMIT_MS,
  );
});

const atOf = ({ at }: Change): number => Date.parse(at);
