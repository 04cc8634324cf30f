import { startApp, type TestApp } from '../support';
import { feedClient } from './feed-client';

describe('a feed with a fallback language that is filtered by the slug that something had before', () => {
  let app: TestApp;
  const { get, locationOf, idsIn } = feedClient(() => app);
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('leads on by a slug of the other language, where items in that one are shown', async () => {
    const pages = app.strapi.documents('plugin::gazette.page');
    const parent = await pages.create({ data: { title: 'Giới thiệu' }, status: 'published' });
    const child = await pages.create({ data: { title: 'Bộ máy', parent: parent.documentId }, status: 'published' });
    const before = '/api/feeds/pages.json?locale=en&fallback=vi&filters[parent]=gioi-thieu';
    expect(await idsIn(before)).toEqual([child.documentId]);
    await pages.update({ documentId: parent.documentId, data: { slug: 'gioi-thieu-xa' }, status: 'published' });
    expect(await locationOf(before)).toBe(`${before}-xa`);
    expect(await idsIn(`${before}-xa`)).toEqual([child.documentId]);
    expect(await idsIn('/api/feeds/pages.json?locale=en&filters[parent]=gioi-thieu')).toEqual([]);
  });

  it('leads nobody in a circle through two languages', async () => {
    const pages = app.strapi.documents('plugin::gazette.page');
    const parent = await pages.create({ data: { title: 'A', slug: 'trang-a' }, status: 'published' });
    await pages.create({ data: { title: 'Con', parent: parent.documentId }, status: 'published' });
    const other = await pages.create({
      data: { title: 'B', slug: 'trang-b' },
      locale: 'en',
      status: 'published',
    });
    await pages.update({ documentId: parent.documentId, data: { slug: 'trang-c' }, status: 'published' });
    await pages.update({ documentId: other.documentId, locale: 'en', data: { slug: 'trang-a' }, status: 'published' });
    await pages.update({ documentId: parent.documentId, data: { slug: 'trang-b' }, status: 'published' });
    for (const slug of ['trang-a', 'trang-b', 'trang-c'])
      for (const filter of [
        `filters[parent]=${slug}`,
        `filters[parent][$in][0]=${slug}&filters[parent][$in][1]=khong-co`,
      ]) {
        let address = `/api/feeds/pages.json?locale=en&fallback=vi&${filter}`;
        const steps = [address];
        for (let answer = await get(address); answer.status === 301; answer = await get(address)) {
          address = decodeURIComponent(answer.headers.location ?? '');
          expect(steps).not.toContain(address);
          steps.push(address);
        }
        expect([filter, steps.length]).toEqual([filter, slug === 'trang-c' ? 2 : 1]);
      }
  });

  it('leads on by a slug that the other language still has, where all is shown in the language asked for', async () => {
    const pages = app.strapi.documents('plugin::gazette.page');
    const parent = await pages.create({ data: { title: 'Liên hệ', slug: 'lien-he' }, status: 'published' });
    await pages.update({
      documentId: parent.documentId,
      locale: 'en',
      data: { title: 'Contact', slug: 'lien-he' },
      status: 'published',
    });
    const child = await pages.create({ data: { title: 'Hộp thư', parent: parent.documentId }, status: 'published' });
    await pages.update({
      documentId: child.documentId,
      locale: 'en',
      data: { title: 'Letters', parent: parent.documentId },
      status: 'published',
    });
    const feed = '/api/feeds/pages.json?locale=en&fallback=vi&filters[parent]=';
    expect(await idsIn(`${feed}lien-he`)).toEqual([child.documentId]);
    await pages.update({ documentId: parent.documentId, locale: 'en', data: { slug: 'contact' }, status: 'published' });
    expect(await locationOf(`${feed}lien-he`)).toBe(`${feed}contact`);
    expect(await idsIn(`${feed}contact`)).toEqual([child.documentId]);
  });
});
