import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, testEnvironment } from '../support/environment';

interface Run {
  code: number;
  output: string;
}

/** Runs a command of package.json with wrong settings, as an operator would. */
const run = (script: string, settings: Record<string, string>): Promise<Run> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...testEnvironment(), DATABASE_URL: '', ...settings };
    execFile(process.execPath, [path.join(ROOT, 'scripts', script)], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });

describe('a start with settings that cannot work ends with one line that says what to set', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gazette-settings-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const isOneLine = ({ code, output }: Run, sentence: RegExp): void => {
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output.trimEnd().split('\n')).toHaveLength(1);
  };

  it.each<[string, Record<string, string>, RegExp]>([
    ['another database', { DATABASE_CLIENT: 'mysql' }, /^DATABASE_CLIENT is "mysql"; .*"sqlite".*"postgres"/],
    ['PostgreSQL without an address', { DATABASE_CLIENT: 'postgres' }, /^DATABASE_CLIENT is postgres, .*DATABASE_URL/],
    ['a port that is no number', { PORT: 'abc' }, /^PORT is "abc"; /],
    ['a port that does not exist', { PORT: '70000' }, /^PORT is "70000"; /],
    ['seconds that are no number', { CACHE_SHARED_MAX_AGE: 'one' }, /^CACHE_SHARED_MAX_AGE is "one"; /],
  ])('%s', async (_fault, settings, sentence) => {
    isOneLine(await run('start.mjs', settings), sentence);
  });

  it.each(['start.mjs', 'setup.mjs', 'dev.mjs', 'build.mjs'])('%s, where .env is a folder', async (script) => {
    isOneLine(await run(script, { ENV_PATH: folder }), /cannot be read: it is a folder/);
  });
});
