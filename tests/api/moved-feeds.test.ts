import { createArticle, startApp, updateArticle, type TestApp } from '../support';
import { feedClient } from './feed-client';
import { createRegister } from './register';

/** Feed readers keep addresses with the slug of a topic for years. */
describe('a feed that is filtered by the slug that something had before', () => {
  let app: TestApp;
  let topicId: string;
  let documentId: string;
  const topics = () => app.strapi.documents('plugin::gazette.topic');

  const { get, locationOf, idsIn } = feedClient(() => app);

  beforeAll(async () => {
    app = await startApp();
    const topic = await topics().create({
      data: { name: 'Kinh tế', translations: [{ locale: 'en', name: 'Economy', slug: 'economy' }] },
    });
    topicId = topic.documentId;
    const dossier = await app.strapi.documents('plugin::gazette.dossier').create({ data: { title: 'Mùa vụ' } });
    const tag = await app.strapi.documents('plugin::gazette.tag').create({ data: { name: 'Bắp' } });
    const author = await app.strapi.documents('plugin::gazette.author').create({ data: { name: 'Lê Thị Sen' } });
    ({ documentId } = await createArticle(
      app,
      {
        title: 'Bắp được mùa',
        topics: [topicId],
        authorships: [{ author: author.documentId }],
        dossiers: [dossier.documentId],
        tags: [tag.documentId],
      },
      { status: 'published' },
    ));
    await updateArticle(app, documentId, { title: 'Maize harvest' }, { locale: 'en' });
    const register = await createRegister(app);
    const issuer = await register.issuer('Ủy ban nhân dân huyện', 'UBND', { level: 'district', branch: 'state' });
    await register.document('09/CT-UBND', { kind: 'directive', issuer, topics: [topicId] });

    const last = (await get('/api/articles?filters[topic]=kinh-te').expect(200)).body.data[0];
    expect(last.documentId).toBe(documentId);
    await topics().update({
      documentId: topicId,
      data: { slug: 'kinh-te-xa', translations: [{ locale: 'en', name: 'Economy', slug: 'local-economy' }] },
    });
    await app.strapi.documents('plugin::gazette.author').update({
      documentId: author.documentId,
      data: { slug: 'le-sen' },
    });
    await app.strapi.documents('plugin::gazette.dossier').update({
      documentId: dossier.documentId,
      data: { slug: 'mua-vu-xa' },
    });
    await app.strapi.documents('plugin::gazette.tag').update({ documentId: tag.documentId, data: { slug: 'bap-ngo' } });
    await app.strapi.documents('plugin::gazette.issuer').update({ documentId: issuer, data: { slug: 'ubnd-huyen' } });
  });
  afterAll(() => app.stop());

  it.each([
    ['filters[topic]=kinh-te', 'filters[topic]=kinh-te-xa'],
    [
      'filters[topic][slug][$eq]=kinh-te&pagination[pageSize]=3',
      'filters[topic][slug][$eq]=kinh-te-xa&pagination[pageSize]=3',
    ],
    [
      'filters[topic][$in][0]=kinh-te&filters[topic][$in][1]=chua-he-co',
      'filters[topic][$in][0]=kinh-te-xa&filters[topic][$in][1]=chua-he-co',
    ],
    [
      'filters[topic]=kinh-te&filters[author]=le-thi-sen&q=bắp',
      'filters[topic]=kinh-te-xa&filters[author]=le-sen&q=bắp',
    ],
    ['filters[topic]=economy&locale=en', 'filters[topic]=local-economy&locale=en'],
    ['filters[dossier]=mua-vu', 'filters[dossier]=mua-vu-xa'],
    ['filters[tag]=bap', 'filters[tag]=bap-ngo'],
  ])('%s leads on', async (from, to) => {
    expect(await locationOf(`/api/feeds/articles.json?${from}`)).toBe(`/api/feeds/articles.json?${to}`);
    expect(await idsIn(`/api/feeds/articles.json?${to}`)).toEqual([documentId]);
  });

  it.each([
    [
      'filters[topic][$in][0]=kinh-te&filters[topic][$in][1]=van-hoa',
      '[$in][0]=kinh-te-xa&filters[topic][$in][1]=van-hoa',
    ],
    ['filters[topic][$ne]=kinh-te', '[$ne]=kinh-te-xa'],
    ['filters[topic][$notIn][0]=kinh-te', '[$notIn][0]=kinh-te-xa'],
  ])('leads on where the feed is not empty without what moved: %s', async (from, to) => {
    const culture =
      (await topics().findFirst({ filters: { slug: 'van-hoa' } })) ??
      (await topics().create({ data: { name: 'Văn hoá' } }));
    const { documentId: other } = await createArticle(
      app,
      { title: 'Hội làng', topics: [culture.documentId] },
      { status: 'published' },
    );
    const feed = await locationOf(`/api/feeds/articles.json?${from}`);
    expect(feed).toBe(`/api/feeds/articles.json?filters[topic]${to}`);
    const ids = await idsIn(feed);
    expect(ids).toContain(other);
    expect(ids.includes(documentId)).toBe(from.includes('$in]'));
    await app.strapi.documents('plugin::gazette.article').delete({ documentId: other, locale: '*' });
  });

  it('does not lead on before all items carry the new slug', async () => {
    const slow = await topics().create({ data: { name: 'Chậm' } });
    const { documentId: article } = await createArticle(
      app,
      { title: 'Chưa tới lượt', topics: [slow.documentId] },
      { status: 'published' },
    );
    await topics().update({ documentId: slow.documentId, data: { slug: 'nhanh' } });
    const carried = (from: string, to: string) =>
      app.strapi.db
        .connection('delivery_facets')
        .where({ list: 'articles', name: 'topic', value: from, document_id: article })
        .update({ value: to });
    const several = '/api/feeds/articles.json?filters[topic][$in][0]=cham&filters[topic][$in][1]=kinh-te-xa';
    const without = '/api/feeds/articles.json?filters[topic][$ne]=cham';
    // As the job leaves those that it has not come to.
    expect(await carried('nhanh', 'cham')).toBe(1);
    expect((await idsIn(several)).sort()).toEqual([article, documentId].sort());
    expect(await idsIn(without)).not.toContain(article);
    await carried('cham', 'nhanh');
    expect((await idsIn(await locationOf(several))).sort()).toEqual([article, documentId].sort());
    expect(await idsIn(await locationOf(without))).not.toContain(article);
  });

  it('answers HEAD alike, and names what it depends on', async () => {
    const { headers, text } = await app.request.head('/api/feeds/articles.atom?filters[topic]=kinh-te').expect(301);
    expect(decodeURIComponent(headers.location ?? '')).toBe('/api/feeds/articles.atom?filters[topic]=kinh-te-xa');
    expect(text ?? '').toBe('');
    expect(headers['surrogate-key']?.split(' ')).toEqual(
      expect.arrayContaining(['articles', 'topics', `topics/${topicId}`]),
    );
  });

  it('costs feeds that have their items no query', async () => {
    const reader = app.strapi.plugin('delivery').service<{ reader(): { queries(): number } }>('reader').reader();
    const queriesOf = async (query: string) => {
      const address = `/api/feeds/articles.json?${query}`;
      await get(address).expect(200);
      const before = reader.queries();
      await get(address).expect(200);
      return reader.queries() - before;
    };
    expect(await queriesOf('filters[topic]=kinh-te-xa')).toBe(await queriesOf(''));
  });

  it.each(['', '&issuerTree=true'])('leads on for documents of an issuer%s', async (tree) => {
    const to = await locationOf(
      `/api/feeds/documents.json?filters[issuer]=uy-ban-nhan-dan-huyen&filters[topic]=kinh-te${tree}`,
    );
    expect(to).toBe(`/api/feeds/documents.json?filters[issuer]=ubnd-huyen&filters[topic]=kinh-te-xa${tree}`);
    expect(await idsIn(to)).toHaveLength(1);
  });

  it.each(['atom', 'rss'])('leads on in each format: .%s', async (ending) => {
    const to = await locationOf(`/api/feeds/articles.${ending}?filters[topic]=kinh-te&content=summary`);
    expect(to).toBe(`/api/feeds/articles.${ending}?filters[topic]=kinh-te-xa&content=summary`);
    expect((await get(to).expect(200)).text).toContain('Bắp được mùa');
  });

  it('begins anew where a cursor was made with the slug of before', async () => {
    const made = await topics().create({ data: { name: 'Tạm' } });
    for (const title of ['Một', 'Hai'])
      await createArticle(app, { title, topics: [made.documentId] }, { status: 'published' });
    const first = '/api/feeds/articles.json?filters[topic]=tam&pagination[pageSize]=1';
    const ids = await idsIn(first);
    const next = new URL(JSON.parse((await get(first)).text).next_url);
    await topics().update({ documentId: made.documentId, data: { slug: 'lau-dai' } });
    const to = await locationOf(decodeURIComponent(next.pathname + next.search));
    expect(to).toBe('/api/feeds/articles.json?filters[topic]=lau-dai&pagination[pageSize]=1&pagination[cursor]=');
    expect(await idsIn(to)).toEqual(ids);
  });

  it.each([
    ['a slug that never was one', 'filters[topic]=chua-he-co'],
    ['a slug of another language', 'filters[topic]=economy'],
    ['a slug of something else', 'filters[tag]=kinh-te'],
  ])('does not lead on with nothing to lead to: %s', async (_what, query) => {
    expect(await idsIn(`/api/feeds/articles.json?${query}`)).toEqual([]);
  });

  it('does not lead on where something else has the slug now, or where it is not public any more', async () => {
    const empty = '/api/feeds/articles.json?filters[topic]=kinh-te';
    const other = await topics().create({ data: { name: 'Kinh tế' } });
    expect(await idsIn(empty)).toEqual([]);
    await topics().update({ documentId: other.documentId, data: { slug: 'kinh-te-khac' } });
    // The latest that had it is the one that is meant.
    expect(await locationOf(empty)).toBe('/api/feeds/articles.json?filters[topic]=kinh-te-khac');
    await topics().delete({ documentId: other.documentId });
    expect(await idsIn(empty)).toEqual([]);
  });

  it('takes one step, however often slugs were changed, and none in a circle', async () => {
    const [one, two] = [
      await topics().create({ data: { name: 'Một' } }),
      await topics().create({ data: { name: 'Hai' } }),
    ];
    const articles = [];
    for (const { documentId: topic } of [one, two])
      articles.push((await createArticle(app, { title: 'Tin', topics: [topic] }, { status: 'published' })).documentId);
    const rename = (topic: typeof one, slug: string) =>
      topics().update({ documentId: topic.documentId, data: { slug } });
    const feed = (slug: string) => `/api/feeds/articles.json?filters[topic]=${slug}`;
    for (const slug of ['mot-2', 'mot-3', 'mot-4']) await rename(one, slug);
    for (const slug of ['mot', 'mot-2', 'mot-3']) expect(await locationOf(feed(slug))).toBe(feed('mot-4'));
    await rename(one, 'mot');
    expect(await locationOf(feed('mot-4'))).toBe(feed('mot'));
    // They change places.
    await rename(one, 'tam-thoi');
    await rename(two, 'mot');
    await rename(one, 'hai');
    expect(await idsIn(feed('mot'))).toEqual([articles[1]]);
    expect(await idsIn(feed('hai'))).toEqual([articles[0]]);
    expect(await locationOf(feed('tam-thoi'))).toBe(feed('hai'));
  });

  it('is fresh within a second of another change of the slug', async () => {
    const feed = '/api/feeds/articles.json?filters[topic]=kinh-te-xa';
    await topics().update({ documentId: topicId, data: { slug: 'kinh-te-huyen' } });
    expect(await locationOf(feed)).toBe('/api/feeds/articles.json?filters[topic]=kinh-te-huyen');
    await topics().update({ documentId: topicId, data: { slug: 'kinh-te-xa' } });
    expect(await idsIn(feed)).toEqual([documentId]);
  });

  it('leaves lists and searches as they are: there a filter is a condition, and no address', async () => {
    for (const address of ['/api/articles?filters[topic]=kinh-te', '/api/search?q=bắp&filters[topic]=kinh-te'])
      expect((await get(address).expect(200)).body.data).toEqual([]);
  });
});
