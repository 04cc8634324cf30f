import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A server of its own process. */
export interface Server {
  child: ChildProcess;
  url: string;
}

/** Starts a server on the database, and with the secrets, that the environment of this process names. */
export const serve = async (): Promise<Server> => {
  const child = fork(path.join(__dirname, 'serve-until-killed.js'), {
    env: process.env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message !== 'object') throw new Error('A server ended before it listened.');
  return { child, url: `http://127.0.0.1:${message.port}` };
};

export const kill = async ({ child }: Server): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};
