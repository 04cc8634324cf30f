import { fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';

/** Starts a server of its own process and waits until it answers. @returns how to end it, with the number of its process */
export const startServer = async (file, env) => {
  const child = fork(file, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (message !== 'ready') throw new Error(`${file} did not start.`);
  const end = () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    return ended;
  };
  return Object.assign(end, { pid: child.pid });
};

/** One short load on one target. Only this machine is ever asked. @returns requests a second, and milliseconds of the 50th and 99th percentile */
export const load = async (
  { base, paths, method = 'GET', headers = {}, body, expected = 200 },
  { connections, seconds },
) => {
  if (!base.startsWith('http://127.0.0.1:')) throw new Error('Only this machine is measured.');
  const result = await autocannon({
    url: base,
    connections,
    duration: seconds,
    requests: paths.map((path) => ({ method, path, headers, ...(body ? { body } : {}) })),
  });
  const wrong = Object.entries(result.statusCodeStats).filter(([code]) => Number(code) !== expected);
  if (wrong.length > 0 || result.errors > 0)
    throw new Error(`${base}${paths[0]} answered ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors.`);
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
};

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Loads the targets in turn, round after round, so that what slows the machine slows all.
 * @returns for each target the median of its rounds
 */
export const interleave = async (targets, { rounds, ...options }, say) => {
  const results = new Map(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const target of targets) {
      results.get(target.name).push(await load(target, options));
      say(`round ${round + 1}: ${target.name}`);
    }
  return new Map(
    [...results].map(([name, all]) => [
      name,
      Object.fromEntries(['rate', 'p50', 'p99'].map((figure) => [figure, median(all.map((one) => one[figure]))])),
    ]),
  );
};
