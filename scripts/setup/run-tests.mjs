import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { COMMANDS, ROOT, inRoot } from './paths.mjs';
import { prepareToTest } from './prepare.mjs';

/** The suites of a plain `npm test`; the others are longer and are named by who wants them. */
const USUAL_SUITES = ['unit', 'api'];

/**
 * Builds what is needed and runs jest; ends this process with jest's code.
 * @param {string[]} args handed to jest; `--selectProjects` chooses other suites
 */
export const runTests = async (args) => {
  await prepareToTest();
  const chosen = args.some((arg) => arg.startsWith('--selectProjects')) ? [] : ['--selectProjects', ...USUAL_SUITES];
  const counts = process.env.GAZETTE_TEST_COUNTS || inRoot('.tmp', `test-counts.${process.pid}`);
  mkdirSync(inRoot('.tmp'), { recursive: true });
  rmSync(counts, { force: true });

  const child = spawn(process.execPath, [COMMANDS.jest, ...args, ...chosen], {
    cwd: ROOT,
    env: { ...process.env, GAZETTE_TEST_COUNTS: counts },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    const failed = code !== 0;
    const isCounted = existsSync(counts) && !(failed && /(^|\D)0 failed/.test(readFileSync(counts, 'utf8')));
    // Jest can end before it counts anything (a set-up that throws): silence must not read as success.
    if (failed && !isCounted) console.log('0 passed, 1 failed');
    if (!process.env.GAZETTE_TEST_COUNTS) rmSync(counts, { force: true });
    process.exit(code ?? 1);
  });
};
