import { createArticle, eventually, startApp, type TestApp } from '../support';
import { takeBack, vote } from './ratings';

const COUNT = 4;

interface Item {
  documentId: string;
  version: number;
  publicUpdatedAt: string;
  rating: { count: number };
}

describe('a vote is no change', () => {
  let app: TestApp;
  let ids: string[];

  beforeAll(async () => {
    app = await startApp({ environment: { RATINGS_NEW_VOTES_PER_ADDRESS: '1000' } });
    ids = [];
    for (let index = 0; index < COUNT; index += 1)
      ids.push((await createArticle(app, { title: `Bài ${index}` }, { status: 'published' })).documentId);
  });
  afterAll(() => app.stop());

  const read = async (path: string) => (await app.request.get(`/api${path}`).expect(200)).body;
  const itemOf = async (id: string): Promise<Item> => (await read(`/articles/${id}`)).data;
  const etagOf = async (id: string) =>
    String((await app.request.get(`/api/articles/${id}`).set('Accept-Encoding', 'identity')).headers.etag);
  /** Content and version, then what is shown beside them. */
  const partsOf = (etag: string) => /^"(.+-\d+)-(\d+)"$/.exec(etag)?.slice(1) ?? [];
  const order = async (query: string) =>
    (await read(`/articles?fields=documentId${query}`)).data.map(({ documentId }: Item) => documentId);

  /** Everything that tells of changes, with the places of all items. */
  const told = async () => ({
    changes: await read('/changes?limit=1000'),
    versions: await Promise.all(ids.map(async (id) => (await itemOf(id)).version)),
    updated: await Promise.all(ids.map(async (id) => (await itemOf(id)).publicUpdatedAt)),
    newest: await order(''),
    lastUpdated: await order('&sort=publicUpdatedAt:desc'),
    feed: JSON.parse((await app.request.get('/api/feeds/articles.json').expect(200)).text).items.map(
      ({ id, date_modified }: { id: string; date_modified: string }) => [id, date_modified],
    ),
    sitemap: (await app.request.get('/api/sitemaps/items-1.xml').expect(200)).text,
  });

  it('moves neither the stream, nor the version, nor the place of an item; its ETag only by what stands beside it', async () => {
    const [oldest = '', ...others] = ids;
    const before = await told();
    expect(before.changes.data.map(({ documentId }: Item) => documentId)).toEqual(ids);
    const etags = await Promise.all(ids.map(etagOf));
    const waiting = read(`/changes?since=${before.changes.meta.cursor}&wait=4`);

    const first = await vote(app, oldest, 5).expect(200);
    const token = first.body.data.voterToken;
    expect(token).toEqual(expect.any(String));
    await vote(app, oldest, 2, { token }).expect(200);
    await vote(app, oldest, 4).expect(200);
    const isShown = (count: number) =>
      eventually(
        () => itemOf(oldest),
        ({ rating }) => rating.count === count,
      );
    expect((await isShown(2)).rating).toEqual({ count: 2, sum: 6, average: 3 });

    expect(await told()).toEqual(before);
    const [content, beside] = partsOf(etags[0] ?? '');
    const [contentNow, besideNow] = partsOf(await etagOf(oldest));
    expect(content).toMatch(/^[\w-]+-1$/);
    expect(contentNow).toBe(content);
    expect(besideNow).not.toBe(beside);
    expect(await Promise.all(others.map(etagOf))).toEqual(etags.slice(1));

    await takeBack(app, oldest, { token }).expect(200);
    expect((await isShown(1)).rating).toEqual({ count: 1, sum: 4, average: 4 });
    expect(await told()).toEqual(before);
    expect(partsOf(await etagOf(oldest))[0]).toBe(content);
    // Whoever waited for something to happen has seen nothing happen.
    expect(await waiting).toEqual({ data: [], meta: before.changes.meta });
  });

  it('moves an item only in the list that is sorted by rating', async () => {
    const [, second = ''] = ids;
    const plain = await order('');
    await vote(app, second, 5).expect(200);
    await vote(app, second, 5).expect(200);
    await eventually(
      () => order('&sort=rating:desc'),
      ([top]) => top === second,
    );
    expect((await order('&sort=rating:desc'))[0]).toBe(second);
    expect(await order('')).toEqual(plain);
  });
});
