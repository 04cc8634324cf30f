import { makeArticles, type MadeArticle } from '../support/article-collection';
import { countQueries, createArticle, startApp, type TestApp } from '../support';

interface Facet {
  values: { value: string; label: string; count: number }[];
  missing: number;
}

describe('facets of a list', () => {
  let app: TestApp;
  let made: MadeArticle[];

  beforeAll(async () => {
    app = await startApp();
    made = await makeArticles(app);
  });
  afterAll(() => app.stop());

  const list = async (query: string) =>
    (await app.request.get(`/api/articles?${encodeURI(query)}`).expect(200)).body as {
      data: { documentId: string }[];
      meta: { pagination: { total: number; pageCount: number }; facets?: Record<string, Facet> };
    };
  const facets = async (query: string): Promise<Record<string, Facet>> => (await list(query)).meta.facets ?? {};

  /** Counts by hand. */
  const expected = (articles: MadeArticle[], valuesOf: (article: MadeArticle) => string[]) => {
    const counts: Record<string, number> = {};
    for (const article of articles) for (const value of valuesOf(article)) counts[value] = (counts[value] ?? 0) + 1;
    return { counts, missing: articles.filter((article) => valuesOf(article).length === 0).length };
  };
  const found = ({ values, missing }: Facet) => ({
    counts: Object.fromEntries(values.map(({ value, count }) => [value, count])),
    missing,
  });

  const FACETS: [string, (article: MadeArticle) => string[]][] = [
    ['topic', ({ topics }) => topics],
    ['tag', ({ tags }) => tags],
    ['dossier', ({ dossiers }) => dossiers],
    ['author', ({ authors }) => authors],
    ['year', ({ year }) => [year]],
    ['cites', ({ cites }) => cites],
    ['featured', ({ featured }) => [String(featured)]],
  ];
  const FILTERS: [string, (article: MadeArticle) => boolean][] = [
    ['', () => true],
    ['filters[topic]=kinh-te', ({ topics }) => topics.includes('kinh-te')],
    ['filters[tag][$ne]=le-hoi', ({ tags }) => !tags.includes('le-hoi')],
    ['filters[topic][$null]=true', ({ topics }) => topics.length === 0],
    ['filters[tag][$notNull]=true', ({ tags }) => tags.length > 0],
    [
      'filters[topic][$in][0]=nong-nghiep&filters[topic][$in][1]=van-hoa&filters[featured]=false',
      ({ topics, featured }) => !featured && (topics.includes('nong-nghiep') || topics.includes('van-hoa')),
    ],
    ['filters[firstPublishedAt][$gte]=2023-01-01', ({ firstPublishedAt }) => firstPublishedAt >= '2022-12-31T17:00'],
  ];

  it.each(FILTERS)('are counted over what "%s" leaves, with what has no value', async (filter, holds) => {
    const articles = made.filter(holds);
    const answer = await list(`facets=${FACETS.map(([name]) => name).join()}&${filter}`);
    expect(answer.meta.pagination.total).toBe(articles.length);
    for (const [name, valuesOf] of FACETS) {
      const facet = answer.meta.facets?.[name];
      if (!facet) throw new Error(`${name} is missing`);
      expect([name, found(facet)]).toEqual([name, expected(articles, valuesOf)]);
      const counts = facet.values.map(({ count }) => count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
  });

  it('carry the label of their language', async () => {
    const { topic, featured } = await facets('facets=topic,featured');
    expect(topic?.values.find(({ value }) => value === 'kinh-te')?.label).toBe('Kinh tế');
    expect(featured?.values.map(({ label }) => label).sort()).toEqual(['Không nổi bật', 'Nổi bật']);
    const english = await facets('facets=topic&locale=en');
    expect(english.topic?.values.find(({ value }) => value === 'economy')?.label).toBe('Economy');
  });

  it('with a fallback count both languages under the values of the one asked for', async () => {
    const inTopic = made.filter(({ topics }) => topics.includes('kinh-te')).length;
    const { topic } = await facets('facets=topic&locale=en&fallback=vi');
    expect(topic?.values.find(({ value }) => value === 'economy')).toMatchObject({ label: 'Economy', count: inTopic });
    expect(topic?.values.find(({ value }) => value === 'kinh-te')).toBeUndefined();
    const filtered = await list('locale=en&fallback=vi&filters[topic]=economy');
    expect(filtered.meta.pagination.total).toBe(inTopic);
    const others = await list('locale=en&fallback=vi&filters[topic][$ne]=economy');
    expect(others.meta.pagination.total).toBe(made.length - inTopic);
  });

  it('are counted anew when something was published, and not before', async () => {
    const query = 'facets=tag&filters[featured]=true&filters[topic][$notNull]=true';
    const before = await list(query);
    const again = await countQueries(app.strapi, () => list(query));
    // The page, and whether the list is still the one that was counted.
    expect(again).toEqual({ strapi: [], reads: 2 });
    const { topics, tags } = await app.strapi
      .documents('plugin::gazette.article')
      .findOne({ documentId: made[0]?.documentId, populate: { topics: true, tags: true } })
      .then((row) => row as unknown as { topics: { documentId: string }[]; tags: { documentId: string }[] });
    const relations = (rows: { documentId: string }[]) => rows.map(({ documentId }) => documentId);
    await createArticle(
      app,
      { title: 'Tin thêm', featured: true, topics: relations(topics), tags: relations(tags) },
      { status: 'published' },
    );
    const after = await list(query);
    expect(after.meta.pagination.total).toBe(before.meta.pagination.total + 1);
    const sum = (facet: Facet | undefined) => facet?.values.reduce((total, { count }) => total + count, 0);
    expect(sum(after.meta.facets?.tag)).toBe((sum(before.meta.facets?.tag) ?? 0) + tags.length);
  });

  it.each([
    'filters[topic][$in][0]=kinh-te&filters[topic][$in][1]=nong-nghiep&filters[topic][$in][2]=van-hoa',
    'filters[topic][$notNull]=true',
    'filters[tag][$notNull]=true&sort=title',
    'filters[topic][$in][0]=kinh-te&filters[topic][$in][1]=nong-nghiep&sort=title:desc',
  ])('as filters with several values leave pages that cover the list once: %s', async (filter) => {
    const whole = (await list(`${filter}&pagination[pageSize]=100`)).data.map(({ documentId }) => documentId);
    expect(new Set(whole).size).toBe(whole.length);
    const pages: string[] = [];
    for (let page = 1; page <= Math.ceil(whole.length / 3); page += 1)
      pages.push(
        ...(await list(`${filter}&pagination[pageSize]=3&pagination[page]=${page}`)).data.map((one) => one.documentId),
      );
    expect(pages).toEqual(whole);
    const offsets: string[] = [];
    for (let start = 0; start <= whole.length; start += 1)
      offsets.push(
        ...(await list(`${filter}&pagination[limit]=1&pagination[start]=${start}`)).data.map((one) => one.documentId),
      );
    expect(offsets).toEqual(whole);
  });
});
