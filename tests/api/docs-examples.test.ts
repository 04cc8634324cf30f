import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { startApp, type TestApp } from '../support';
import { docsCode, docsExample, runModule } from '../support/docs-code';
import { ROOT, TEST_FOLDER } from '../support/environment';
import { startReceiver } from '../support/receiver';

const DOCUMENTED = 'http://localhost:1337';
/** A busy machine takes its time to publish the sample content. */
const SAMPLE_MS = 300_000;
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
  }, SAMPLE_MS);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await app.stop();
  });

  /** What the compiler has against texts that stand beside the generated types, each by itself. */
  const complaints = async (codes: readonly string[]): Promise<string[]> => {
    const files = codes.map((_, index) => path.join(folder, `example-${index}.ts`));
    for (const [index, file] of files.entries()) await writeFile(file, codes[index] ?? '');
    const program = ts.createProgram(files, OPTIONS);
    return files.map((file) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
        .join('\n'),
    );
  };
  const onThisHost = (code: string) => code.replaceAll(DOCUMENTED, app.url);
  const typed = async () => (await docsCode('read.md')).filter(({ heading }) => heading === 'TypeScript');

  it('are right by the types that the description makes, and with anything else would not be', async () => {
    const [fetching = '', client = '', ...others] = (await typed())
      .filter(({ language }) => language === 'ts')
      .map(({ code }) => code);
    expect(others).toEqual([]);
    const wrong = [
      fetching.replace('{ title, topics }', '{ titel, topics }'),
      fetching.replace("read('/api/articles'", "read('/api/article'"),
      fetching.replace('decision.symbol', 'decision.symbols'),
      client.replace('issuer?.slug', 'issuer?.slugs'),
    ];
    for (const code of wrong) expect([fetching, client]).not.toContain(code);
    const [first, second, ...found] = await complaints([fetching, client, ...wrong]);
    expect([first, second]).toEqual(['', '']);
    for (const one of found) expect(one).toMatch(/titel|article|symbols|slugs/);
  });

  it('print what they show', async () => {
    const blocks = await typed();
    const examples = blocks.filter(({ language }) => language === 'ts');
    expect(examples).toHaveLength(2);
    for (const example of examples) {
      const plain = ts.transpileModule(onThisHost(example.code), { compilerOptions: OPTIONS }).outputText;
      const shown = blocks[blocks.indexOf(example) + 1];
      expect(shown?.language).toBe('');
      expect(await runModule(plain)).toBe(shown?.code);
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

  it('refuses an address that answers with something else', async () => {
    const other = await startReceiver();
    other.answerWith(200);
    const failed = await run(process.execPath, [path.join(ROOT, 'scripts/api-types.mjs'), other.url]).catch(
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    await other.close();
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toBe(
      `${other.url}/api/openapi.json answers with something that is no description of an API.\n`,
    );
  });
});
