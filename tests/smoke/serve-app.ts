import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT, testEnvironment } from '../support/environment';

const PATIENCE_MS = 60_000;

export interface ServedApp {
  url: string;
  /** Its settings, for commands that work on the same database. */
  environment: NodeJS.ProcessEnv;
  /** Resolves when it answers. @throws Error with what it printed, where it does not start */
  whenServing(): Promise<void>;
  /** Tells it to end, and removes what it wrote. A second call changes nothing. @returns its exit code */
  stop(): Promise<number | null>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const isHealthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/_health`)).ok;
  } catch {
    return false;
  }
};

/** Starts the built application as an operator would, on an empty database. */
export const serveApp = async (): Promise<ServedApp> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gazette-smoke-'));
  await mkdir(path.join(folder, 'uploads'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...process.env,
    ...testEnvironment(),
    PORT: String(port),
    PUBLIC_DIR: folder,
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: path.join(folder, 'data.db'),
  };
  const child = spawn(path.join(ROOT, 'node_modules/.bin/strapi'), ['start'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(() => child.exitCode);

  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    const code = await ended;
    await rm(folder, { recursive: true, force: true });
    return code;
  };

  const whenServing = async (): Promise<void> => {
    for (const deadline = Date.now() + PATIENCE_MS; !(await isHealthy(url)); await wait(200)) {
      if (child.exitCode !== null) throw new Error(`The application ended with code ${child.exitCode}:\n${output}`);
      if (Date.now() > deadline) throw new Error(`The application did not answer in time:\n${output}`);
    }
  };
  return { url, environment, whenServing, stop };
};
