import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { startApp, type TestApp } from '../support';
import { docsCode, docsExample, runModule } from '../support/docs-code';
import { ROOT, TEST_FOLDER } from '../support/environment';

const DOCUMENTED = 'http://localhost:1337';
const run = promisify(execFile);

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  skipLibCheck: true,
};

describe('the examples of docs/read.md', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    app = await startApp({ environment: { SAMPLE_CONTENT: 'true' } });
    // Inside the repository, so that the packages that examples import are found.
    folder = await mkdtemp(path.join(TEST_FOLDER, 'types-'));
    const { stdout } = await run(process.execPath, [path.join(ROOT, 'scripts/api-types.mjs'), app.url], {
      maxBuffer: 10_000_000,
    });
    await writeFile(path.join(folder, 'api.d.ts'), stdout);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await app.stop();
  });

  /** What the compiler has against a text that stands beside the generated types. */
  const complaints = async (code: string): Promise<string[]> => {
    const file = path.join(folder, 'example.ts');
    await writeFile(file, code);
    return ts
      .getPreEmitDiagnostics(ts.createProgram([file], OPTIONS))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  };
  const onThisHost = (code: string) => code.replaceAll(DOCUMENTED, app.url);
  const typed = async () => (await docsCode('read.md')).filter(({ heading }) => heading === 'TypeScript');

  it('are right by the types that the description makes, and print what they show', async () => {
    const blocks = await typed();
    const examples = blocks.filter(({ language }) => language === 'ts');
    expect(examples).toHaveLength(2);
    for (const example of examples) {
      expect(await complaints(example.code)).toEqual([]);
      const plain = ts.transpileModule(onThisHost(example.code), { compilerOptions: OPTIONS }).outputText;
      const shown = blocks[blocks.indexOf(example) + 1];
      expect(shown?.language).toBe('');
      expect(await runModule(plain)).toBe(shown?.code);
    }
  });

  it('would not pass with a field, a path or a value that there is not', async () => {
    const [example] = (await typed()).filter(({ language }) => language === 'ts');
    const code = example?.code ?? '';
    for (const [right, wrong] of [
      ['{ title, topics }', '{ titel, topics }'],
      ["read('/api/articles'", "read('/api/article'"],
      ['decision.symbol', 'decision.symbols'],
    ] as const) {
      expect(code).toContain(right);
      expect((await complaints(code.replace(right, wrong))).join()).not.toBe('');
    }
  });

  it('with fetch alone read what they ask for', async () => {
    const code = onThisHost(await docsExample('read.md', 'Reading: the public API for front ends', 'js'));
    const { data, meta } = JSON.parse(await runModule(code, 'console.log(JSON.stringify({ data, meta }));'));
    expect(data).toHaveLength(2);
    expect(Object.keys(data[0]).sort()).toEqual(['documentId', 'slug', 'title']);
    const all = (await app.request.get('/api/articles?filters[topic]=nong-nghiep').expect(200)).body;
    expect(data.map(({ title }: { title: string }) => title)).toEqual(
      all.data.slice(0, 2).map(({ title }: { title: string }) => title),
    );
    expect(meta.pagination.total).toBe(all.meta.pagination.total);
  });
});

describe('npm run api:types', () => {
  it.each([
    [['http://127.0.0.1:1'], 'does not answer'],
    [['nonsense'], 'Give one address'],
    [['http://a', 'http://b'], 'Give one address'],
  ])('refuses %j with a sentence', async (args, message) => {
    const failed = await run(process.execPath, [path.join(ROOT, 'scripts/api-types.mjs'), ...args]).catch(
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toContain(message);
    expect(failed.stderr).not.toMatch(/^\s+at /m);
  });
});
