import type { Core } from '@strapi/strapi';
import { deliveryService } from '../../src/plugins/delivery/server/src/services/access';
import { createArticle, startApp, updateArticle, type TestApp } from '../support';
import { readAtom } from '../support/feed-rules';

const API = 'https://api.example.vn';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ environment: { PUBLIC_API_URL: API, PUBLIC_SITE_URL: 'https://www.example.vn' } });
});
afterAll(() => app.stop());

const atom = async (path: string) => readAtom((await app.request.get(path).expect(200)).text);

describe('what is taken back', () => {
  it('leaves a tombstone in Atom with the id that it had, until it is public again', async () => {
    const made = await createArticle(app, { title: 'Sẽ gỡ' }, { status: 'published' });
    const id = `${API}/api/articles/${made.documentId}?locale=vi`;
    const before = await atom('/api/feeds/articles.atom');
    expect(before.entry.map((one) => one.id)).toContain(id);
    expect(before['at:deleted-entry'].map((one) => one['@ref'])).not.toContain(id);

    await app.strapi.documents('plugin::gazette.article').unpublish({ documentId: made.documentId, locale: 'vi' });
    const gone = await atom('/api/feeds/articles.atom');
    expect(gone.entry.map((one) => one.id)).not.toContain(id);
    expect(gone['at:deleted-entry'].map((one) => one['@ref'])).toContain(id);
    expect((await atom('/api/feeds/articles.atom?locale=en'))['at:deleted-entry']).toEqual([]);
    expect((await atom('/api/feeds/documents.atom'))['at:deleted-entry']).toEqual([]);

    await app.strapi.documents('plugin::gazette.article').publish({ documentId: made.documentId, locale: 'vi' });
    expect((await atom('/api/feeds/articles.atom'))['at:deleted-entry'].map((one) => one['@ref'])).not.toContain(id);
    await app.strapi.documents('plugin::gazette.article').delete({ documentId: made.documentId, locale: '*' });
    const deleted = await atom('/api/feeds/articles.atom');
    expect(deleted['at:deleted-entry'].filter((one) => one['@ref'] === id)).toHaveLength(1);
  });

  it('is younger than its tombstone when it comes back unchanged, so that nobody takes it for gone', async () => {
    const { documentId } = await createArticle(app, { title: 'Sẽ trở lại' }, { status: 'published' });
    const id = `${API}/api/articles/${documentId}?locale=vi`;
    const feed = async (ending = 'atom') => app.request.get(`/api/feeds/articles.${ending}`).expect(200);
    const entryIn = (read: ReturnType<typeof readAtom>) => read.entry.find((one) => one.id === id);
    const first = readAtom((await feed()).text);
    const jsonBefore = (await feed('json')).text;
    await app.strapi.documents('plugin::gazette.article').unpublish({ documentId, locale: 'vi' });
    const gone = readAtom((await feed()).text);
    const when = gone['at:deleted-entry'].find((one) => one['@ref'] === id)?.['@when'] ?? '';
    expect(Date.parse(when)).toBeGreaterThan(Date.parse(entryIn(first)?.updated ?? ''));
    await app.strapi.documents('plugin::gazette.article').publish({ documentId, locale: 'vi' });
    const back = readAtom((await feed()).text);
    expect(Date.parse(entryIn(back)?.updated ?? '')).toBeGreaterThan(Date.parse(when));
    expect(Date.parse(back.updated)).toBeGreaterThanOrEqual(Date.parse(gone.updated));
    // It is the article that it was: those who know no tombstones are not told of a change.
    const dates = (json: string) => JSON.parse(json).items.find((one: { id: string }) => one.id === id).date_modified;
    expect(dates((await feed('json')).text)).toBe(dates(jsonBefore));
    // A change that comes later counts again.
    await app.strapi.documents('plugin::gazette.article').update({
      documentId,
      locale: 'vi',
      status: 'published',
      data: { updateType: 'major', changeNote: 'Thêm số liệu' },
    });
    const changed = readAtom((await feed()).text);
    expect(Date.parse(entryIn(changed)?.updated ?? '')).toBeGreaterThan(Date.parse(entryIn(back)?.updated ?? ''));
  });

  it('is younger than its tombstone even where the server that took it back is ahead of time', async () => {
    const { documentId } = await createArticle(app, { title: 'Đồng hồ chạy nhanh' }, { status: 'published' });
    const id = `${API}/api/articles/${documentId}?locale=vi`;
    const articles = app.strapi.documents('plugin::gazette.article');
    await articles.unpublish({ documentId, locale: 'vi' });
    const ahead = new Date(Date.now() + 60_000).toISOString();
    await app.strapi.db
      .connection('delivery_changes')
      .where({ document_id: documentId, event: 'unpublished' })
      .update({ at: ahead });
    const gone = await atom('/api/feeds/articles.atom');
    expect(gone['at:deleted-entry'].find((one) => one['@ref'] === id)?.['@when']).toBe(ahead);
    await articles.publish({ documentId, locale: 'vi' });
    const updated = (await atom('/api/feeds/articles.atom')).entry.find((one) => one.id === id)?.updated ?? '';
    expect(Date.parse(updated)).toBe(Date.parse(ahead) + 1);
  });

  it('is not called gone by a feed that still shows it, where it goes while the feed is put together', async () => {
    const { documentId } = await createArticle(app, { title: 'Gỡ đúng lúc' }, { status: 'published' });
    const id = `${API}/api/articles/${documentId}?locale=vi`;
    const { changes } = deliveryService(app.strapi as unknown as Core.Strapi, 'reader').reader();
    const { removals } = changes;
    const asked = jest.spyOn(changes, 'removals').mockImplementationOnce(async (...of) => {
      await app.strapi.documents('plugin::gazette.article').unpublish({ documentId, locale: 'vi' });
      return removals(...of);
    });
    const meanwhile = await atom('/api/feeds/articles.atom');
    expect(asked).toHaveBeenCalledTimes(1);
    expect(meanwhile.entry.map((one) => one.id)).toContain(id);
    const after = await atom('/api/feeds/articles.atom');
    expect(after.entry.map((one) => one.id)).not.toContain(id);
    expect(after['at:deleted-entry'].map((one) => one['@ref'])).toContain(id);
    asked.mockRestore();
  });

  it('keeps its id where only the slug changes, and shows corrections and updates', async () => {
    const made = await createArticle(app, { title: 'Bài sẽ sửa' }, { status: 'published' });
    const id = `${API}/api/articles/${made.documentId}?locale=vi`;
    const find = async () => (await atom('/api/feeds/articles.atom')).entry.find((one) => one.id === id);
    expect(await find()).toBeDefined();
    await updateArticle(app, made.documentId, {
      slug: 'duong-dan-moi',
      corrections: [{ at: '2024-05-01T00:00:00.000Z', text: 'Sửa tên xã.' }],
    });
    expect((await find())?.link?.[0]?.['@href']).toBe('https://www.example.vn/articles/duong-dan-moi');
    expect(JSON.stringify((await find())?.content)).toContain('Đính chính (2024-05-01): Sửa tên xã.');
    await updateArticle(app, made.documentId, { updateType: 'major', changeNote: 'Thêm số liệu.' });
    expect(JSON.stringify((await find())?.content)).toContain('Thêm số liệu.');
    expect((await find())?.updated).not.toBe((await find())?.published);
    await app.strapi.documents('plugin::gazette.article').delete({ documentId: made.documentId, locale: '*' });
  });
});
