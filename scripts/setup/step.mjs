import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';
import { SetUpError } from './stop.mjs';

/** Says on one line what was done and how many seconds it took. */
export const step = async (name, work) => {
  const start = performance.now();
  const result = await work();
  console.log(`${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return result;
};

/**
 * Runs a program to its end, silently; what it printed is shown only when it fails.
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} options `env` is laid over this process's own
 * @throws {SetUpError} when the program ends with another code than 0
 */
export const run = (name, program, args, { cwd = ROOT, env = {} } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => reject(new SetUpError(`${name} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new SetUpError(`${name} failed (${signal ?? `exit code ${code}`}); its output is above.`));
    });
  });

/** Runs a script with this same Node; otherwise as `run`. */
export const runNode = (name, script, args, options) => run(name, process.execPath, [script, ...args], options);
