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

/**
 * The copy in a folder: `items/{collection}/{locale}/{documentId}.json`, and `state.json`, which tells up to where in the
 * server's log the items go. Every file is written under another name and then renamed, so that it is there whole or not.
 * @param options `fresh`: forget how far it went
 */
export const openCopy = async (folder, url, { fresh }) => {
  const stateFile = path.join(folder, 'state.json');
  const drafts = path.join(folder, 'drafts');
  const items = path.join(folder, 'items');
  const lockFile = path.join(folder, 'lock');
  await mkdir(folder, { recursive: true });
  await lock(lockFile);
  // What a killed process was writing may hold what has been erased since.
  await rm(drafts, { recursive: true, force: true });
  await mkdir(drafts);

  let number = 0;
  const write = async (file, text) => {
    const draft = path.join(drafts, String((number += 1)));
    await writeFile(draft, text);
    await rename(draft, file);
  };

  const made = new Set();
  const fileOf = ({ collection, locale, documentId }) => {
    for (const part of [collection, locale, documentId])
      if (!SAFE.test(part)) throw new Stop(`The server names an item "${part}", which is no name for a file.`);
    return path.join(items, collection, locale, `${documentId}.json`);
  };

  const readState = async () => {
    const text = await readFile(stateFile, 'utf8').catch((error) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    const state = text === null ? null : JSON.parse(text);
    if (state && state.url !== url)
      throw new Stop(`This folder holds a copy of ${state.url}, not of ${url}. Choose another folder.`);
    return state && !fresh ? state : { url, phase: 'export', cursor: null, done: [], unsettled: [] };
  };

  return {
    /**
     * `phase`: export or follow; `cursor`: where the log goes on; `done`: collections that were exported; `unsettled`: items
     * of which the server, or a cache before it, has not shown the version that the log tells of.
     */
    state: await readState(),
    /** Stores the state: only after the items that it speaks of. */
    saveState() {
      return write(stateFile, `${JSON.stringify(this.state)}\n`);
    },
    async put(item, text = JSON.stringify(item)) {
      const file = fileOf(item);
      const parent = path.dirname(file);
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      await write(file, `${text}\n`);
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
