import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
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

/** A watcher empties its plugin's folder first; the host cannot boot before the files are there again. */
const firstBuild = async ({ folder, output }, start) => {
  const files = existsSync(`${folder}/admin`) ? [output, `${folder}/dist/admin/index.mjs`] : [output];
  while (files.some((file) => writtenAt(file) < start)) await wait(200);
};

/** Watches host and plugins, each rebuilt when its sources change; one Ctrl-C, or the end of one, ends all. */
export const watch = async () => {
  await prepareToWatch();
  // From here on the watchers write the results, at moments that no stamp knows.
  forgetBuilds();
  const start = Date.now();
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

  PLUGINS.forEach(({ folder }) => add(follow(COMMANDS.strapiPlugin, ['watch'], folder)));
  await Promise.all(PLUGINS.map((part) => firstBuild(part, start)));
  if (ending) return;
  add(follow(COMMANDS.strapi, ['develop'], ROOT));
  console.log(`Watching the host and ${PLUGINS.map(({ name }) => name).join(', ')}; Ctrl-C ends all`);
};
