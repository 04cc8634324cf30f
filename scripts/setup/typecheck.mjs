import { existsSync } from 'node:fs';
import path from 'node:path';
import { PLUGINS } from './build-parts.mjs';
import { COMMANDS, ROOT, inRoot } from './paths.mjs';
import { prepareToTest } from './prepare.mjs';
import { orStop } from './stop.mjs';
import { runNode, step } from './step.mjs';

/** Every TypeScript project of the repository that is there. */
const projects = () =>
  [
    inRoot('tsconfig.json'),
    inRoot('src/admin/tsconfig.json'),
    inRoot('tests/tsconfig.json'),
    ...PLUGINS.flatMap(({ folder }) => [`${folder}/server/tsconfig.json`, `${folder}/admin/tsconfig.json`]),
  ].filter(existsSync);

/** Checks the types of every project; the plugins' builds come first, for the types they publish. */
export const typecheck = async () => {
  await prepareToTest();
  await orStop(async () => {
    for (const file of projects()) {
      const name = path.relative(ROOT, file);
      const check = () =>
        runNode(`The type check of ${name}`, COMMANDS.tsc, ['--noEmit', '--incremental', 'false', '-p', file]);
      await step(`Types of ${name} are right`, check);
    }
  });
};
