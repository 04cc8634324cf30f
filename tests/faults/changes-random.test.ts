import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createArticle, eventually, startApp, type TestApp } from '../support';
import { followFeeds, type FeedMirror, type Round } from '../support/feed-follower';
import { createChance } from './random/chance';
import {
  allSince,
  apply,
  exported,
  follow,
  keyOf,
  LISTS,
  listedSet,
  type Change,
  type PublicSet,
} from '../support/change-stream';
import { createEditor, type World } from './random/world';

interface JobService {
  list(): Promise<{ state: string }[]>;
}

const emptyWorld = (): World => ({
  article: [],
  directive: [],
  resolution: [],
  topic: [],
  tag: [],
  author: [],
  issuer: [],
});

/** What is written into the log shows up this much later at most, in milliseconds. */
const UNCERTAIN = 10_000;

/** What a round must have met: items of its feed that were public all the while, and that nobody touched. */
const untouched = (log: readonly Change[], { list, locale, start, end }: Round): string[] => {
  const last = new Map<string, Change>();
  for (const change of log) {
    if (change.collection !== list || change.locale !== locale || Date.parse(change.at) > end) continue;
    last.set(keyOf(change), change);
  }
  return [...last]
    .filter(([, { at, event }]) => Date.parse(at) < start - UNCERTAIN && event !== 'unpublished' && event !== 'deleted')
    .map(([key]) => key);
};

const sorted = (set: PublicSet) => [...set].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a change stream, read while several processes publish', () => {
  /** `GAZETTE_RANDOM_SECONDS=300` edits for five minutes; `GAZETTE_SEED` repeats a run as far as its timing allows. */
  const SECONDS = Number(process.env.GAZETTE_RANDOM_SECONDS || 25);
  const SEED = Number(process.env.GAZETTE_SEED || Date.now() % 1_000_000);
  const EDITORS = 3;
  const LEAST_ACTS = 60;
  const LOCALES = ['vi', 'en'];
  let app: TestApp;
  let listed: PublicSet;
  let log: Change[];
  /** What readers met that followed the stream all along, in pages of different lengths. */
  let followed: Change[][];
  /** What mirrors hold that know nothing but feeds. */
  let mirrored: { atom: FeedMirror; json: FeedMirror };
  /** What all mirrors held when it was taken back at the end, the first one for a moment only. */
  const takenBack: string[] = [];
  /** What exports held that were taken while everyone published, with where they go on. */
  const exports: { set: PublicSet; cursor: string }[] = [];

  /** Another process that publishes until it is killed, which happens in the middle of a publication. */
  const publisher = async (): Promise<ChildProcess> => {
    const child = fork(path.join(__dirname, 'publish-until-killed.js'), {
      env: process.env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await Promise.race([once(child, 'message'), once(child, 'exit')]);
    return child;
  };

  beforeAll(async () => {
    app = await startApp();
    for (const title of ['Tin sẽ trở lại', 'Tin sẽ rút', 'Tin rút sau cùng'])
      takenBack.push((await createArticle(app, { title }, { status: 'published' })).documentId);
    const world = emptyWorld();
    const editors = Array.from({ length: EDITORS }, (_, index) =>
      createEditor(app, createChance(SEED + index), world, emptyWorld()),
    );
    const done = () => editors.reduce((sum, editor) => sum + editor.done, 0);
    const end = Date.now() + SECONDS * 1_000;
    const isEditing = () => Date.now() < end || done() < LEAST_ACTS;
    let isOver = false;
    const readers = [1, 7, 1_000].map((limit) => follow(app.url, limit, () => isOver));
    const deaths = new Map<string, string>();
    const mirrors = (['atom', 'json'] as const).map((format) =>
      followFeeds(app.url, format, LOCALES, () => isOver, deaths),
    );
    await Promise.all([
      ...editors.map(async (editor) => {
        // SQLite answers at once, in this same thread: without pauses no reader would be heard.
        for (; isEditing(); await wait(150)) await editor.act();
      }),
      (async () => {
        while (isEditing()) {
          const child = await publisher();
          await wait(500 + Math.random() * 3_000);
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }
      })(),
      (async () => {
        while (isEditing()) {
          await wait(Math.random() * 3_000);
          exports.push(...(await exported(app.url, LISTS)));
        }
      })(),
    ]);
    const jobs = app.strapi.plugin('delivery').service<JobService>('jobs');
    for (let left = 600; (await jobs.list()).some(({ state }) => state === 'waiting') && left > 0; left -= 1)
      await wait(100);
    const articles = app.strapi.documents('plugin::gazette.article');
    for (const documentId of takenBack) await articles.unpublish({ documentId });
    const returning = keyOf({ collection: 'articles', documentId: takenBack[0] ?? '', locale: 'vi' });
    if (!(await eventually(async () => deaths.has(returning), Boolean, 60_000)))
      throw new Error('No tombstone was met of what returns.');
    await articles.publish({ documentId: takenBack[0] ?? '' });
    isOver = true;
    followed = await Promise.all(readers);
    const [atom, json] = await Promise.all(mirrors);
    if (!atom || !json) throw new Error('No mirror.');
    mirrored = { atom, json };
    listed = await listedSet(app.url, LOCALES);
    log = await allSince(app.url, null);
    process.stdout.write(
      `Seed ${SEED}: ${done()} acts, ${log.length} entries, ${exports.length} exports, ${atom.rounds.length} and ${json.rounds.length} feeds read to their end.\n`,
    );
  }, 600_000);

  afterAll(() => app.stop());

  it('gives from its start exactly what the lists show', () => {
    const replayed: PublicSet = new Map();
    apply(replayed, log);
    expect(listed.size).toBeGreaterThan(10);
    expect(sorted(replayed)).toEqual(sorted(listed));
  });

  it('has told followers every entry once, in the order of the log', () => {
    for (const met of followed) expect(met.map(({ cursor }) => cursor)).toEqual(log.map(({ cursor }) => cursor));
  });

  it('ends with mirrors of feeds that hold exactly what the lists show', () => {
    expect(sorted(mirrored.json.set)).toEqual(sorted(listed));
    const slugs = new Map([...listed].map(([key, told]) => [key, told.slice(told.indexOf(' ') + 1)]));
    expect(sorted(mirrored.atom.set)).toEqual(sorted(slugs));
    expect([...listed.keys()].filter((key) => takenBack.some((id) => key.includes(id)))).toHaveLength(1);
    expect(mirrored.atom.forgotten).toBeGreaterThanOrEqual(takenBack.length - 1);
    expect(mirrored.atom.nextPages).toBeGreaterThan(0);
  });

  it('showed whoever read feeds meanwhile every item that nobody touched', () => {
    const rounds = [...mirrored.atom.rounds, ...mirrored.json.rounds];
    const due = rounds.map((round) => ({ round, keys: untouched(log, round) }));
    const count = due.flatMap(({ keys }) => keys).length;
    process.stdout.write(`${count} times an item that nobody touched was due in a feed.\n`);
    expect(count).toBeGreaterThan(100);
    for (const { round, keys } of due) expect(keys.filter((key) => !round.keys.has(key))).toEqual([]);
  });

  it('makes of each export that was taken meanwhile exactly what the lists show', async () => {
    expect(exports.length).toBeGreaterThanOrEqual(LISTS.length);
    for (const [index, { set, cursor }] of exports.entries()) {
      const list = LISTS[index % LISTS.length];
      const behind = await allSince(app.url, cursor);
      const copy: PublicSet = new Map(set);
      apply(
        copy,
        behind.filter(({ collection }) => collection === list),
      );
      expect([list, sorted(copy)]).toEqual([list, sorted(listed).filter(([key]) => key.startsWith(`${list} `))]);
    }
  });

  it('goes on behind every cursor that it ever gave out', async () => {
    for (const index of [0, Math.floor(log.length / 2), log.length - 1]) {
      const rest = await allSince(app.url, log[index]?.cursor ?? '');
      expect(rest.map(keyOf)).toEqual(log.slice(index + 1).map(keyOf));
    }
  });
});
