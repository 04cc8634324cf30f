import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { samplePage, SAMPLE } from '../unit/import/sample-page';
import { ROOT } from '../support/environment';
import { serveApp, type ServedApp } from './serve-app';

interface Run {
  code: number;
  output: string;
}

describe('npm run import:page', () => {
  let app: ServedApp;
  let folder: string;
  let good: string;
  let other: string;
  let bad: string;

  /** Runs the command on the database of the application, as an operator would. */
  const run = (args: string[]): Promise<Run> =>
    new Promise((resolve) => {
      const command = [path.join(ROOT, 'scripts/import-page.mjs'), ...args];
      execFile(process.execPath, command, { cwd: ROOT, env: app.environment }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr }),
      );
    });
  const titles = async (): Promise<string[]> => {
    const response = await fetch(`${app.url}/api/articles?fields=title`);
    const { data } = (await response.json()) as { data: { title: string }[] };
    return data.map(({ title }) => title).sort();
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gazette-pages-'));
    good = path.join(folder, 'good.txt');
    other = path.join(folder, 'other.txt');
    bad = path.join(folder, 'bad.txt');
    await writeFile(good, samplePage());
    await writeFile(other, samplePage({ head: ['Tin thứ hai', SAMPLE.date, SAMPLE.lead] }));
    await writeFile(bad, 'Không phải một trang tin');
    app = await serveApp();
    await app.whenServing();
  });
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes on after a bad page, sums up and ends with code 1, while the server runs', async () => {
    const { code, output } = await run([good, bad, other, '--publish']);
    expect(output).toContain('2 imported, 0 already there, 1 failed');
    expect(output).toMatch(/bad\.txt: not imported\..*date line/s);
    expect(code).toBe(1);
    expect(await titles()).toEqual([SAMPLE.title, 'Tin thứ hai'].sort());
  });

  it('ends with code 0 and changes nothing the second time', async () => {
    const { code, output } = await run([good, other, '--publish']);
    expect(output).toContain('0 imported, 2 already there, 0 failed');
    expect(code).toBe(0);
  });

  it.each([
    ['a folder', () => folder, 'Đây là thư mục', 'This is a folder'],
    ['a missing file', () => path.join(folder, 'none.txt'), 'Không có tệp này', 'There is no such file'],
  ])('names %s in both languages and goes on', async (_what, wrong, vi, en) => {
    const { code, output } = await run([wrong(), good]);
    expect(output).toMatch(new RegExp(`not imported\\. ${vi}.* / ${en}`));
    expect(output).toContain('0 imported, 1 already there, 1 failed');
    expect(code).toBe(1);
  });

  it('says how it is used when it is given no file or an unknown option', async () => {
    expect(await run([])).toMatchObject({ code: 1, output: expect.stringContaining('FILE...') });
    expect(await run([good, '--force'])).toMatchObject({ code: 1, output: expect.stringContaining('--force') });
  });
});
