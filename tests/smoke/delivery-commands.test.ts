import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { samplePage } from '../unit/import/sample-page';
import { ROOT } from '../support/environment';
import { serveApp, type ServedApp } from './serve-app';

interface Run {
  code: number;
  output: string;
}

describe('commands beside a server', () => {
  let app: ServedApp;

  /** Runs a command on the database of the application, as an operator would. */
  const run = (script: string, args: string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<Run> =>
    new Promise((resolve) => {
      const options = { cwd: ROOT, env: { ...app.environment, ...environment } };
      execFile(process.execPath, [path.join(ROOT, 'scripts', script), ...args], options, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr }),
      );
    });

  /** Every entry of the change log, and what waits in the background. */
  const traces = (): { changes: unknown[]; jobs: unknown[]; settings: unknown } => {
    const database = new Database(app.environment.DATABASE_FILENAME, { readonly: true });
    try {
      return {
        changes: database.prepare('SELECT seq, event, url, version FROM delivery_changes ORDER BY seq').all(),
        jobs: database.prepare('SELECT kind, uid, state FROM delivery_jobs').all(),
        settings: database.prepare("SELECT value FROM delivery_meta WHERE name = 'made-with'").get(),
      };
    } finally {
      database.close();
    }
  };

  beforeAll(async () => {
    app = await serveApp();
    await app.whenServing();
    const page = path.join(path.dirname(app.environment.DATABASE_FILENAME ?? ''), 'page.txt');
    await writeFile(page, samplePage());
    expect(await run('import-page.mjs', [page, '--publish'])).toMatchObject({ code: 0 });
  });
  afterAll(() => app.stop());

  it('delivery:verify finds no difference with the settings of the server', async () => {
    expect(await run('delivery-verify.mjs')).toEqual({
      code: 0,
      output: expect.stringContaining('Content and what is public agree.'),
    });
  });

  it('delivery:verify with other settings changes nothing, and names them', async () => {
    const before = traces();
    const { code, output } = await run('delivery-verify.mjs', [], { PORT: '9' });
    expect(output).toContain('"http://localhost:9" here');
    expect(code).toBe(1);
    expect(traces()).toEqual(before);
  });

  it('delivery:rebuild with other settings changes nothing, and names them', async () => {
    const before = traces();
    const { code, output } = await run('delivery-rebuild.mjs', [], { PORT: '9' });
    expect(output).toMatch(/Nothing was changed.*"http:\/\/localhost:9" here/);
    expect(code).toBe(1);
    expect(traces()).toEqual(before);
  });

  it('delivery:rebuild finds nothing to do with the settings of the server', async () => {
    expect(await run('delivery-rebuild.mjs')).toEqual({
      code: 0,
      output: expect.stringContaining('Every snapshot was up to date.'),
    });
  });
});
