import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { inRoot } from './paths.mjs';

const LOCK = inRoot('.tmp/set-up.lock');
const BEAT_MS = 2_000;
// Many missed beats: a holder that is merely slow keeps its lock, one that was killed loses it.
const STALE_MS = 30_000;

const take = (token) => {
  try {
    writeFileSync(LOCK, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Takes an abandoned lock away; of several that try at once, one succeeds. */
const clearAbandoned = () => {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8').split(' ')[0]);
    const silence = Date.now() - statSync(LOCK).mtimeMs;
    // The pid alone does not tell: after a container restarts, another process may have it.
    if (silence < STALE_MS && (silence < BEAT_MS || isAlive(holder))) return;
    const grave = `${LOCK}.${randomUUID()}`;
    renameSync(LOCK, grave);
    rmSync(grave, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
};

/** Runs `work` while no other set-up of this folder runs; waits for one that does. */
export const whileLocked = async (work) => {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  const token = `${process.pid} ${randomUUID()}`;
  for (let told = false; !take(token);) {
    if (!told) console.log('Waiting for another set-up of this folder to finish');
    told = true;
    await wait(250);
    clearAbandoned();
  }
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(LOCK, now, now);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }, BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(LOCK, { force: true });
  }
};
