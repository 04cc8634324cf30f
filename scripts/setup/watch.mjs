import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { forgetBuilds } from './build.mjs';
import { PLUGINS } from './build-parts.mjs';
import { COMMANDS, ROOT } from './paths.mjs';
import { prepareToWatch } from './prepare.mjs';

const PATIENCE_MS = 10_000;

const follow = (script, args, cwd) =>
  spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'inherit', 'inherit'] });

const isRunning = ({ exitCode, signalCode }) => exitCode === null && signalCode === null;

const writtenAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** What a plugin's watcher writes: its code, and the types that others are checked against. */
const outputsOf = (folder) =>
  Object.values(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).exports)
    .filter((entry) => typeof entry === 'object')
    .flatMap((entry) => [entry.import, entry.types])
    .map((file) => path.join(folder, file));

/** A watcher empties its plugin's folder first; who builds on the plugin cannot start before the files are there again. */
const firstBuild = async ({ folder }, start) => {
  const files = outputsOf(folder);
  while (files.some((file) => writtenAt(file) < start)) await wait(200);
};

/** Watches host and plugins, each rebuilt when its sources change; one Ctrl-C, or the end of one, ends all. */
export const watch = async () => {
  await prepareToWatch();
  // From here on the watchers write the results, at moments that no stamp knows.
  forgetBuilds();
  const children = [];
  let ending = false;
  const end = (code) => {
    if (ending) return;
    ending = true;
    process.exitCode = code;
    children.forEach((child) => child.kill('SIGTERM'));
    // A child that does not listen must not keep the terminal.
    setTimeout(() => {
      children.forEach((child) => child.kill('SIGKILL'));
      process.exit();
    }, PATIENCE_MS).unref();
    if (!children.some(isRunning)) process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
  const add = (child) => {
    child.on('exit', (code) => {
      end(code ?? 1);
      if (!children.some(isRunning)) process.exit();
    });
    children.push(child);
  };

  const built = new Map();
  for (const part of PLUGINS) {
    const before = part.after.map((other) => built.get(other));
    const begin = async () => {
      await Promise.all(before);
      if (ending) return;
      const start = Date.now();
      add(follow(COMMANDS.strapiPlugin, ['watch'], part.folder));
      await firstBuild(part, start);
    };
    built.set(part, begin());
  }
  await Promise.all(built.values());
  if (ending) return;
  add(follow(COMMANDS.strapi, ['develop'], ROOT));
  console.log(`Watching the host and ${PLUGINS.map(({ name }) => name).join(', ')}; Ctrl-C ends all`);
};
