import { mkdir, open, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Stop } from './stop.mjs';

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Makes sure that nobody else works on the folder. A process that was killed leaves its lock, and is known to be gone. */
const lock = async (file) => {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(process.pid));
      return handle.close();
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const pid = Number(await readFile(file, 'utf8').catch(() => ''));
      if (pid > 0 && pid !== process.pid && isAlive(pid))
        throw new Stop(`Process ${pid} works on this folder already.`);
      await rm(file, { force: true });
    }
  }
  throw new Stop(`The folder is locked by ${file}.`);
};

/** What names in addresses are made of; a server cannot make the mirror write elsewhere. */
const SAFE = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

const namesIn = async (folder, options) =>
  readdir(folder, options).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

const LOCK = 'lock';
const STATE = 'state.json';
const NEW_STATE = 'state.json.new';

/** What a run may leave that was killed before it could say that the folder is a copy. */
const LEFT_BEFORE_STATE = [LOCK, NEW_STATE];

/** Null where none is stored yet. @throws Stop where the file is none of a copy's, or of another server's */
const readState = async (folder, url) => {
  const file = path.join(folder, STATE);
  let state;
  try {
    state = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (typeof state?.url !== 'string') throw new Stop(`${file} is not that of a copy. Choose another folder.`);
  if (state.url !== url)
    throw new Stop(`This folder holds a copy of ${state.url}, not of ${url}. Choose another folder.`);
  return state;
};

/** Items that the server does not have are removed from a copy: a folder with anything else in it is not taken for one. */
const claim = async (folder, url) => {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new Stop(`${folder} cannot be made a folder: ${error.message}.`);
  }
  if (await readState(folder, url)) return;
  const foreign = (await readdir(folder)).find((name) => !LEFT_BEFORE_STATE.includes(name));
  if (foreign !== undefined)
    throw new Stop(`${folder} is no copy, and not empty: it holds "${foreign}". Choose an empty folder, or a new one.`);
};

/**
 * The copy in a folder: `items/{collection}/{locale}/{documentId}.json`, and `state.json`, which tells up to where in the
 * server's log the items go. Every file is written under another name and then renamed, so that it is there whole or not.
 * @param options `fresh`: forget how far it went
 */
export const openCopy = async (folder, url, { fresh }) => {
  const drafts = path.join(folder, 'drafts');
  const items = path.join(folder, 'items');
  const lockFile = path.join(folder, LOCK);
  await claim(folder, url);
  await lock(lockFile);
  // What a killed process was writing may hold what has been erased since.
  await rm(drafts, { recursive: true, force: true });
  const stored = await readState(folder, url);

  let number = 0;
  const write = async (file, text, draft) => {
    await writeFile(draft, text);
    await rename(draft, file);
  };

  const made = new Set();
  const make = async (parent) => {
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
  };
  const fileOf = ({ collection, locale, documentId }) => {
    for (const part of [collection, locale, documentId])
      if (!SAFE.test(part)) throw new Stop(`The server names an item "${part}", which is no name for a file.`);
    return path.join(items, collection, locale, `${documentId}.json`);
  };

  return {
    /**
     * `phase`: export or follow; `cursor`: where the log goes on; `done`: collections that were exported; `unsettled`: items
     * of which the server, or a cache before it, has not shown the version that the log tells of.
     */
    state: stored && !fresh ? stored : { url, phase: 'export', cursor: null, done: [], unsettled: [] },
    /** Stores the state: only after the items that it speaks of. */
    saveState() {
      return write(path.join(folder, STATE), `${JSON.stringify(this.state)}\n`, path.join(folder, NEW_STATE));
    },
    async put(item, text = JSON.stringify(item)) {
      const file = fileOf(item);
      await make(path.dirname(file));
      await make(drafts);
      await write(file, `${text}\n`, path.join(drafts, String((number += 1))));
    },
    async remove(item) {
      await unlink(fileOf(item)).catch((error) => {
        if (error.code !== 'ENOENT') throw error;
      });
    },
    /** The items of a collection that are there, without their content. */
    async *keys(collection) {
      for (const locale of await namesIn(path.join(items, collection)))
        for (const name of await namesIn(path.join(items, collection, locale)))
          yield { collection, locale, documentId: name.replace(/\.json$/, '') };
    },
    /** The text of an item; null where it is not there or is damaged. */
    async read(item) {
      try {
        return JSON.parse(await readFile(fileOf(item), 'utf8'));
      } catch {
        return null;
      }
    },
    /** The collections of which something is there. */
    collections: () => namesIn(items),
    async close() {
      await rm(drafts, { recursive: true, force: true });
      await rm(lockFile, { force: true });
    },
  };
};
