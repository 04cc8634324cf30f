import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './stop.mjs';

const AT_ONCE = 8;
/** How long the server may take to show what its log tells: caches, and replicas that lag. */
const SETTLE_TRIES = 60;
const SETTLE_PAUSE_MS = 500;
const LONG_POLL_SECONDS = 25;

const keyOf = ({ collection, documentId, locale }) => `${collection} ${locale} ${documentId}`;

const isRemoval = ({ event }) => event === 'deleted' || event === 'unpublished';

/** Works through a list, a few at once. */
const inTurns = async (list, work) => {
  const queue = list[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
    }),
  );
};

/** Copies a whole collection. What is there and is not in the export goes. @returns where its log goes on */
const exportOne = async (api, copy, report, collection) => {
  const seen = new Set();
  let writing = [];
  const flush = async () => {
    await inTurns(writing, ([item, text]) => copy.put(item, text));
    writing = [];
  };
  const cursor = await api.export(collection, async (item, text) => {
    seen.add(keyOf(item));
    writing.push([item, text]);
    if (writing.length >= 64) await flush();
    report.progress(`${collection}: ${seen.size} items`);
  });
  await flush();
  // Left by an export that was broken off, and deleted since.
  for await (const item of copy.keys(collection)) if (!seen.has(keyOf(item))) await copy.remove(item);
  report.say(`${collection}: ${seen.size} items copied`);
  return cursor;
};

/** Copies everything. A run that was killed goes on with the collection that it was at. */
export const exportAll = async (api, copy, report) => {
  const { state } = copy;
  const collections = await api.collections();
  // Before the first item: from here on the folder is known to be a copy.
  await copy.saveState();
  for (const collection of collections) {
    if (state.done.includes(collection)) continue;
    const cursor = await exportOne(api, copy, report, collection);
    // The first of them: what changed since is told from there on, for all of them.
    state.cursor ??= cursor;
    state.done.push(collection);
    await copy.saveState();
  }
  for (const collection of await copy.collections())
    if (!collections.includes(collection)) for await (const item of copy.keys(collection)) await copy.remove(item);
  Object.assign(state, { phase: 'follow', done: [], unsettled: [] });
  await copy.saveState();
};

/** Brings one item to what the server shows. @returns whether that is what the log told of, or newer */
const fetchOne = async (api, copy, change) => {
  const item = await api.item(change);
  if (item === null) {
    await copy.remove(change);
    return false;
  }
  await copy.put(item);
  return item.version >= change.version;
};

/** Does what a page of the log tells, and then stores how far it went. */
const applyPage = async (api, copy, { data, meta }) => {
  const { state } = copy;
  // Of several entries of an item only the last one counts.
  const todo = new Map(state.unsettled.map((change) => [keyOf(change), change]));
  for (const change of data) {
    todo.delete(keyOf(change));
    todo.set(keyOf(change), change);
  }
  const unsettled = [];
  await inTurns(todo.values(), async (change) => {
    if (isRemoval(change)) await copy.remove(change);
    else if (!(await fetchOne(api, copy, change))) {
      const { collection, documentId, locale, version } = change;
      unsettled.push({ collection, documentId, locale, version });
    }
  });
  Object.assign(state, { cursor: meta.cursor, unsettled });
  await copy.saveState();
};

/**
 * Follows the log to its end and, where asked to, on from there until told to end.
 * @returns the number of entries
 */
export const followChanges = async (api, copy, report, { forever, ending }) => {
  const { state } = copy;
  let entries = 0;
  let tries = 0;
  let isAtEnd = false;
  while (!ending?.aborted) {
    const wait = forever && isAtEnd && state.unsettled.length === 0 ? LONG_POLL_SECONDS : 0;
    let page;
    try {
      page = await api.changes(state.cursor, { wait, signal: ending });
    } catch (error) {
      if (ending?.aborted) break;
      throw error;
    }
    if (page === null)
      throw new Stop(
        'The server does not know the place in its log up to which this copy goes: it was put back to an older state, or is another one. Run again with --fresh.',
      );
    await applyPage(api, copy, page);
    entries += page.data.length;
    if (page.data.length > 0) report.progress(`${entries} changes`);
    isAtEnd = !page.meta.more;
    if (!isAtEnd) continue;
    if (state.unsettled.length > 0) {
      // A later entry may tell that it went again; or it is shown in a moment.
      tries += 1;
      if (!forever && tries > SETTLE_TRIES)
        throw new Stop(
          `The server does not show what its log tells of ${state.unsettled.map(keyOf).slice(0, 5).join(', ')}. Run it again later.`,
        );
      await pause(SETTLE_PAUSE_MS);
      continue;
    }
    tries = 0;
    if (!forever) break;
    report.progress(`in step, ${entries} changes so far`);
  }
  if (!forever) report.say(`${entries} changes; the copy is up to date.`);
  return entries;
};
