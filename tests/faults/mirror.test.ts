import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createArticle, createResolution, redact, startApp, updateArticle, type TestApp } from '../support';
import { ROOT } from '../support/environment';
import { keyOf, listedSet, type PublicSet } from '../support/change-stream';

const ARTICLE = 'plugin::gazette.article';

describe('npm run mirror', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    app = await startApp();
    folder = await mkdtemp(path.join(tmpdir(), 'gazette-mirror-'));
    await app.strapi.documents('plugin::gazette.topic').create({ data: { name: 'Kinh tế' } });
    await createResolution(app);
    for (let index = 0; index < 40; index += 1)
      await createArticle(app, { title: `Tin ${index}` }, { status: 'published' });
  });
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (args: string[]): ChildProcess & { output: string } => {
    const child = Object.assign(
      spawn(process.execPath, [path.join(ROOT, 'scripts/mirror.mjs'), app.url, folder, ...args], {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
      { output: '' },
    );
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (child.output += chunk.toString()));
    return child;
  };
  const run = async (...args: string[]): Promise<{ code: number | null; output: string }> => {
    const child = start(args);
    await once(child, 'close');
    return { code: child.exitCode, output: child.output };
  };

  /** What the files hold, as lists tell it. */
  const copied = async (): Promise<PublicSet> => {
    const set: PublicSet = new Map();
    const items = path.join(folder, 'items');
    for (const file of await readdir(items, { recursive: true })) {
      if (!file.endsWith('.json')) continue;
      const item = JSON.parse(await readFile(path.join(items, file), 'utf8'));
      expect(file).toBe(path.join(item.collection, item.locale, `${item.documentId}.json`));
      set.set(keyOf(item), `${item.version} ${item.slug}`);
    }
    return set;
  };
  const agrees = async () => {
    const listed = await listedSet(app.url, ['vi', 'en']);
    expect([...(await copied())].sort()).toEqual([...listed].sort());
  };
  const everything = async (): Promise<string> => {
    const texts: string[] = [];
    for (const file of await readdir(folder, { recursive: true }))
      texts.push(file, await readFile(path.join(folder, file), 'utf8').catch(() => ''));
    return texts.join('\n');
  };

  it('copies everything, and then only what changed', async () => {
    expect(await run('--once')).toMatchObject({ code: 0 });
    await agrees();
    const made = await createArticle(app, { title: 'Mới' }, { status: 'published' });
    await updateArticle(app, made.documentId, { title: 'New' }, { locale: 'en' });
    await updateArticle(app, made.documentId, { slug: 'moi-hon' });
    expect((await run()).output).toMatch(/^[3-6] changes; the copy is up to date/m);
    await agrees();
    await app.strapi.documents(ARTICLE).unpublish({ documentId: made.documentId, locale: 'en' });
    await run();
    await agrees();
    await app.strapi.documents(ARTICLE).delete({ documentId: made.documentId, locale: '*' });
    await run();
    await agrees();
    expect((await run('--verify')).code).toBe(0);
  });

  it('keeps nothing of what was erased', async () => {
    const { documentId } = await createArticle(app, { title: 'Căn cước 082190001234' }, { status: 'published' });
    await run();
    expect(await everything()).toContain('082190001234');
    await updateArticle(app, documentId, { title: 'Một hộ dân', slug: 'mot-ho-dan' });
    await redact(app, { documentId });
    await run();
    expect(await everything()).not.toContain('082190001234');
    await agrees();
  });

  it('finds and names what differs, and ends with 1', async () => {
    const [first, second, third] = (await readdir(path.join(folder, 'items/articles/vi'))).map((name) =>
      path.join(folder, 'items/articles/vi', name),
    );
    const text = await readFile(first ?? '', 'utf8');
    await writeFile(first ?? '', text.replace('"lead":"', '"lead":"Bịa. '));
    const old = await readFile(second ?? '', 'utf8');
    await rm(second ?? '');
    const whole = await readFile(third ?? '', 'utf8');
    await writeFile(third ?? '', whole.slice(0, 100));
    await writeFile(path.join(folder, 'items/articles/vi/zzz.json'), '{}');
    const { code, output } = await run('--verify');
    expect(code).toBe(1);
    for (const expected of [
      'its content differs',
      'is missing or damaged',
      'articles/vi/zzz: no list shows it',
      '4 differences',
    ])
      expect(output).toContain(expected);
    await rm(path.join(folder, 'items/articles/vi/zzz.json'));
    await writeFile(first ?? '', text);
    await writeFile(second ?? '', old);
    await writeFile(third ?? '', whole);
    expect((await run('--verify')).code).toBe(0);
  });

  it('starts anew with --fresh over what is there, and drops what is not public', async () => {
    await writeFile(path.join(folder, 'items/articles/vi/zzz.json'), '{}');
    expect(await run('--fresh')).toMatchObject({ code: 0 });
    await agrees();
  });

  it.each([
    [[], 'address and one folder'],
    [['--once', '--follow'], 'Choose one'],
    [['--unknown'], '--unknown'],
  ])('refuses %j', async (args, message) => {
    const child = spawn(process.execPath, [
      path.join(ROOT, 'scripts/mirror.mjs'),
      ...(args.length === 0 ? [] : [app.url, folder]),
      ...args,
    ]);
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(child, 'close');
    expect(child.exitCode).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toMatch(/at .*\.mjs:\d+/);
  });

  it('touches nothing in a folder that is no copy, and says why it cannot be one', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'gazette-mirror-'));
    const copied = folder;
    try {
      await mkdir(path.join(home, 'site/drafts'), { recursive: true });
      await mkdir(path.join(home, 'site/items/old/vi'), { recursive: true });
      await writeFile(path.join(home, 'site/drafts/poem.md'), 'Sen');
      await writeFile(path.join(home, 'site/items/old/vi/a.json'), '{}');
      await mkdir(path.join(home, 'other'));
      await writeFile(path.join(home, 'other/state.json'), '{"open": true}');
      const before = await readdir(home, { recursive: true });
      for (const [name, message] of [
        ['site', 'is no copy, and not empty: it holds "drafts"'],
        ['other', 'state.json is not that of a copy'],
        ['site/drafts/poem.md', 'cannot be made a folder'],
      ] as const) {
        folder = path.join(home, name);
        const { code, output } = await run('--fresh');
        expect([code, output]).toEqual([1, expect.stringContaining(message)]);
        expect(output).not.toMatch(/at .*\.mjs:\d+/);
      }
      expect(await readdir(home, { recursive: true })).toEqual(before);
    } finally {
      folder = copied;
      await rm(home, { recursive: true, force: true });
    }
  });

  it('says so where the server was put back to an older state', async () => {
    const file = path.join(folder, 'state.json');
    const state = JSON.parse(await readFile(file, 'utf8'));
    const cursor = Buffer.from('999999.abcdefghij').toString('base64url');
    await writeFile(file, JSON.stringify({ ...state, cursor }));
    const { code, output } = await run();
    expect([code, output]).toEqual([1, expect.stringContaining('--fresh')]);
    await writeFile(file, JSON.stringify(state));
    expect((await run()).code).toBe(0);
  });

  it('is in step again after every kill, while other processes publish and are killed', async () => {
    await rm(folder, { recursive: true, force: true });
    let isOver = false;
    const busy = (async () => {
      const ids: string[] = [];
      for (let index = 0; !isOver; index += 1, await wait(20)) {
        ids.push((await createArticle(app, { title: `Bận ${index}` }, { status: 'published' })).documentId);
        const documentId = ids[Math.floor(Math.random() * ids.length)] ?? '';
        const act = index % 4;
        if (act === 0) await updateArticle(app, documentId, { lead: `Sửa ${index}.` });
        if (act === 1) await updateArticle(app, documentId, { title: `Busy ${index}` }, { locale: 'en' });
        if (act === 2) await app.strapi.documents(ARTICLE).unpublish({ documentId, locale: '*' });
        if (act === 3) {
          await app.strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
          ids.splice(ids.indexOf(documentId), 1);
        }
      }
    })();
    const other = fork(path.join(__dirname, 'publish-until-killed.js'), {
      env: process.env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    try {
      await once(other, 'message');
      for (let kill = 0; kill < 8; kill += 1) {
        const child = start(['--follow']);
        await wait(150 + Math.random() * 1_500);
        child.kill('SIGKILL');
        await once(child, 'close');
      }
    } finally {
      const ended = once(other, 'exit');
      other.kill('SIGKILL');
      await ended;
      isOver = true;
      await busy;
    }
    expect(await run()).toMatchObject({ code: 0 });
    await agrees();
    expect(await run('--verify')).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toEqual(expect.not.arrayContaining(['lock', 'drafts']));
  });

  it('follows without a pause, and one at a time works on a folder', async () => {
    const child = start(['--follow']);
    await wait(1_500);
    const { code, output } = await run();
    expect([code, output]).toEqual([1, expect.stringContaining('works on this folder already')]);
    const { documentId } = await createArticle(app, { title: 'Theo kịp ngay' }, { status: 'published' });
    const file = path.join(folder, 'items/articles/vi', `${documentId}.json`);
    let ms = 0;
    while (ms < 5_000 && !(await readFile(file).catch(() => null))) ms += await wait(50, 50);
    expect(ms).toBeLessThan(2_000);
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
    await agrees();
  });
});
