import fc from 'fast-check';
import { countQueries, startApp, type TestApp } from '../support';
import { makeArticles, type MadeArticle } from '../support/article-collection';

interface Answer {
  status: number;
  body: {
    data: Record<string, unknown>[] | null;
    meta?: { pagination: Record<string, unknown> };
    error?: { name: string; message: string; details: { errors?: { path: string[] }[] } };
  };
}

let app: TestApp;
let made: MadeArticle[];

beforeAll(async () => {
  app = await startApp();
  made = await makeArticles(app);
});

afterAll(() => app.stop());

/** The parameters as a browser would send them. */
const encoded = (query: string): string =>
  query
    .split('&')
    .map((part) => part.split('=').map(encodeURIComponent).join('='))
    .join('&');

const list = async (query = ''): Promise<Answer> => app.request.get(`/api/articles?${encoded(query)}`);

const rowsOf = async (query: string): Promise<Record<string, unknown>[]> => {
  const { status, body } = await list(query);
  expect([query, status, body.error?.message]).toEqual([query, 200, undefined]);
  return body.data ?? [];
};

const idsOf = async (query: string): Promise<unknown[]> => (await rowsOf(query)).map(({ documentId }) => documentId);

const pagination = async (query: string) => {
  const { status, body } = await list(query);
  expect([query, status]).toEqual([query, 200]);
  return body.meta?.pagination;
};

type Key = 'firstPublishedAt' | 'publicUpdatedAt' | 'title' | 'rating';

const vietnamese = new Intl.Collator('vi');

const byKey: Record<Key, (a: MadeArticle, b: MadeArticle) => number> = {
  firstPublishedAt: (a, b) => Date.parse(a.firstPublishedAt) - Date.parse(b.firstPublishedAt),
  publicUpdatedAt: (a, b) => Date.parse(a.publicUpdatedAt) - Date.parse(b.publicUpdatedAt),
  title: (a, b) => vietnamese.compare(a.title, b.title),
  rating: () => 0,
};

/** The documentIds that a list must hold, worked out from the content, one article after another. */
const slowly = (sort: string, holds: (article: MadeArticle) => boolean = () => true): string[] => {
  const terms = sort.split(',').map((term) => {
    const [key, direction = 'asc'] = term.split(':');
    return { compare: byKey[key as Key], sign: direction === 'asc' ? 1 : -1 };
  });
  const last = terms[terms.length - 1]?.sign ?? 1;
  return made
    .filter(holds)
    .sort((a, b) => {
      for (const { compare, sign } of terms) {
        const order = compare(a, b) * sign;
        if (order !== 0) return order;
      }
      return a.documentId < b.documentId ? -last : last;
    })
    .map(({ documentId }) => documentId);
};

const DEFAULT_SORT = 'firstPublishedAt:desc';
const SORTS = [
  DEFAULT_SORT,
  'firstPublishedAt',
  'publicUpdatedAt:asc',
  'publicUpdatedAt:desc',
  'title',
  'title:desc',
  'rating:desc',
  'publicUpdatedAt:asc,title:desc',
  'title:desc,firstPublishedAt:asc',
  'rating:desc,firstPublishedAt:desc',
  'rating,publicUpdatedAt:desc,title:asc',
];

type Conditions = [filters: string, holds: (article: MadeArticle) => boolean][];

const FILTERS: Conditions = [
  ['filters[topic]=kinh-te', ({ topics }) => topics.includes('kinh-te')],
  ['filters[topic][slug]=nong-nghiep', ({ topics }) => topics.includes('nong-nghiep')],
  ['filters[topic][$eq]=chan-nuoi', ({ topics }) => topics.includes('chan-nuoi')],
  ['filters[topic][slug][$eq]=van-hoa', ({ topics }) => topics.includes('van-hoa')],
  ['filters[topic][$in]=van-hoa,chan-nuoi', () => false],
  [
    'filters[topic][$in][0]=van-hoa&filters[topic][$in][1]=chan-nuoi',
    ({ topics }) => topics.includes('van-hoa') || topics.includes('chan-nuoi'),
  ],
  ['filters[topic][slug][$in][]=van-hoa', ({ topics }) => topics.includes('van-hoa')],
  ['filters[topic][$ne]=kinh-te', ({ topics }) => !topics.includes('kinh-te')],
  ['filters[topic][slug][$ne]=kinh-te', ({ topics }) => !topics.includes('kinh-te')],
  [
    'filters[topic][$notIn][0]=van-hoa&filters[topic][$notIn][1]=chan-nuoi',
    ({ topics }) => !topics.includes('van-hoa') && !topics.includes('chan-nuoi'),
  ],
  ['filters[topic][$null]=true', ({ topics }) => topics.length === 0],
  ['filters[topic][$null]=false', ({ topics }) => topics.length > 0],
  ['filters[topic][$notNull]=true', ({ topics }) => topics.length > 0],
  ['filters[topic][slug][$notNull]=false', ({ topics }) => topics.length === 0],
  [
    'filters[topic]=kinh-te&filters[tag]=le-hoi',
    ({ topics, tags }) => topics.includes('kinh-te') && tags.includes('le-hoi'),
  ],
  ['filters[topic]=khong-co', () => false],
  ['filters[dossier]=chong-han', ({ dossiers }) => dossiers.includes('chong-han')],
  ['filters[dossier][$null]=true', ({ dossiers }) => dossiers.length === 0],
  ['filters[tag][$in]=le-hoi', ({ tags }) => tags.includes('le-hoi')],
  ['filters[tag][]=le-hoi&filters[tag][]=y-te', ({ tags }) => tags.includes('le-hoi') || tags.includes('y-te')],
  ['filters[tag][$ne]=le-hoi', ({ tags }) => !tags.includes('le-hoi')],
  ['filters[author]=do-thi-anh', ({ authors }) => authors.includes('do-thi-anh')],
  ['filters[author][slug][$notIn]=do-thi-anh', ({ authors }) => !authors.includes('do-thi-anh')],
  ['filters[featured]=true', ({ featured }) => featured],
  ['filters[featured][$eq]=false', ({ featured }) => !featured],
  ['filters[year]=2023', ({ year }) => year === '2023'],
  ['filters[year][$ne]=2023', ({ year }) => year !== '2023'],
  ['filters[year][$in][0]=2022&filters[year][$in][1]=2024', ({ year }) => year === '2022' || year === '2024'],
  ['filters[cites]=57-KL/TW', ({ cites }) => cites.includes('57-KL/TW')],
  ['filters[cites][$eq]=15/2024/QĐ-UBND', ({ cites }) => cites.includes('15/2024/QĐ-UBND')],
  [`filters[cites]=${'15/2024/QĐ-UBND'.normalize('NFD')}`, ({ cites }) => cites.includes('15/2024/QĐ-UBND')],
  ['filters[cites][$notNull]=true', ({ cites }) => cites.length > 0],
];

const at = (text: string) => Date.parse(text);
const first = ({ firstPublishedAt }: MadeArticle) => at(firstPublishedAt);

/** One article came out at 00:14 on 1 September 2023 in Vietnam, which is still 31 August in UTC. */
const FIRST_PUBLISHED: Conditions = [
  ['$eq]=2023-09-01', (a) => first(a) >= at('2023-08-31T17:00:00Z') && first(a) < at('2023-09-01T17:00:00Z')],
  ['$eq]=2023-08-31', (a) => first(a) >= at('2023-08-30T17:00:00Z') && first(a) < at('2023-08-31T17:00:00Z')],
  ['$ne]=2023-09-01', (a) => first(a) < at('2023-08-31T17:00:00Z') || first(a) >= at('2023-09-01T17:00:00Z')],
  ['$gt]=2023-08-31', (a) => first(a) >= at('2023-08-31T17:00:00Z')],
  ['$gt]=2023-09-01', (a) => first(a) >= at('2023-09-01T17:00:00Z')],
  ['$gte]=2023-09-01', (a) => first(a) >= at('2023-08-31T17:00:00Z')],
  ['$lt]=2023-09-01', (a) => first(a) < at('2023-08-31T17:00:00Z')],
  ['$lte]=2023-08-31', (a) => first(a) < at('2023-08-31T17:00:00Z')],
  ['$lte]=2023-09-01', (a) => first(a) < at('2023-09-01T17:00:00Z')],
  ['$eq]=2023-09-01T00:14:00+07:00', (a) => first(a) === at('2023-08-31T17:14:00Z')],
  ['$eq]=2023-08-31T17:14:00Z', (a) => first(a) === at('2023-08-31T17:14:00Z')],
  ['$gt]=2023-09-01T00:14:00+07:00', (a) => first(a) > at('2023-08-31T17:14:00Z')],
  ['$gte]=2023-09-01T02:14:00+09:00', (a) => first(a) >= at('2023-08-31T17:14:00Z')],
  ['$lt]=2023-09-01T00:14:00+07:00', (a) => first(a) < at('2023-08-31T17:14:00Z')],
  ['$lte]=2023-08-31T17:14:00.000Z', (a) => first(a) <= at('2023-08-31T17:14:00Z')],
  ['$lte]=9999-12-31', () => true],
  ['$lte]=9999-12-31T23:59:59.999-05:00', () => true],
  ['$gt]=9999-12-31T23:59:59.999-05:00', () => false],
  ['$gte]=0000-01-01', () => true],
  ['$null]=true', () => false],
  ['$notNull]=true', () => true],
];

const RANGES = FIRST_PUBLISHED.map(([end, holds]): Conditions[number] => [`filters[firstPublishedAt][${end}`, holds]);

describe('a list of articles', () => {
  it('holds every published article once, the newest first, and 25 of them by default', async () => {
    const { body } = await list();
    expect(body.data?.map(({ documentId }) => documentId)).toEqual(slowly(DEFAULT_SORT).slice(0, 25));
    expect(made.length).toBeGreaterThan(30);
  });

  it('is one query, and two when it is counted', async () => {
    const uncounted = await countQueries(app.strapi, () => list('pagination[withCount]=false&filters[topic]=kinh-te'));
    expect(uncounted).toEqual({ strapi: [], reads: 1 });
    const counted = await countQueries(app.strapi, () => list('filters[tag]=le-hoi'));
    expect(counted).toEqual({ strapi: [], reads: 2 });
  });

  it('asks first which condition is the rarest, where that decides how it is looked for', async () => {
    for (const query of ['sort=title&filters[tag]=le-hoi', 'filters[topic]=kinh-te&filters[tag]=le-hoi'])
      expect(await countQueries(app.strapi, () => list(`${query}&pagination[withCount]=false`))).toEqual({
        strapi: [],
        reads: 2,
      });
  });

  describe('says in meta.pagination where the page stands', () => {
    it('by page', async () => {
      expect(await pagination('pagination[page]=2&pagination[pageSize]=7')).toEqual({
        page: 2,
        pageSize: 7,
        pageCount: Math.ceil(made.length / 7),
        total: made.length,
        nextCursor: expect.any(String),
      });
    });

    it('by offset', async () => {
      expect(await pagination('pagination[start]=3&pagination[limit]=5')).toEqual({
        start: 3,
        limit: 5,
        total: made.length,
      });
      expect(await pagination('pagination[start]=3')).toEqual({ start: 3, limit: 25, total: made.length });
      expect(await pagination('pagination[limit]=5')).toEqual({ start: 0, limit: 5, total: made.length });
    });

    it('by cursor', async () => {
      expect(await pagination('pagination[cursor]=&pagination[pageSize]=5')).toEqual({
        pageSize: 5,
        nextCursor: expect.any(String),
        total: made.length,
      });
    });

    it('without total and pageCount where withCount is false', async () => {
      const keys = async (query: string) =>
        Object.keys((await pagination(`${query}&pagination[withCount]=false`)) ?? {});
      expect((await keys('pagination[page]=1')).sort()).toEqual(['nextCursor', 'page', 'pageSize']);
      expect((await keys('pagination[start]=1')).sort()).toEqual(['limit', 'start']);
      expect((await keys('pagination[cursor]=')).sort()).toEqual(['nextCursor', 'pageSize']);
    });

    it('with a nextCursor of null at the end and beyond it', async () => {
      expect(await pagination('pagination[pageSize]=100')).toMatchObject({ nextCursor: null, pageCount: 1 });
      expect(await pagination(`pagination[pageSize]=${made.length}`)).toMatchObject({ nextCursor: null });
      const { body } = await list('pagination[page]=50');
      expect(body).toEqual({
        data: [],
        meta: { pagination: { page: 50, pageSize: 25, pageCount: 2, total: made.length, nextCursor: null } },
      });
      expect(await pagination('filters[topic]=khong-co')).toEqual({
        page: 1,
        pageSize: 25,
        pageCount: 0,
        total: 0,
        nextCursor: null,
      });
    });

    it('up to offset 10,000', async () => {
      expect(await pagination('pagination[start]=10000')).toMatchObject({ start: 10_000, total: made.length });
      expect(await pagination('pagination[page]=101&pagination[pageSize]=100')).toMatchObject({ page: 101 });
    });
  });

  it.each(SORTS)('sorted by %s is in the order of its content', async (sort) => {
    expect(await idsOf(`sort=${sort}&pagination[pageSize]=100`)).toEqual(slowly(sort));
  });

  it('takes several sort keys in both spellings', async () => {
    const query = 'pagination[pageSize]=100';
    expect(await idsOf(`sort[0]=publicUpdatedAt:asc&sort[1]=title:desc&${query}`)).toEqual(
      await idsOf(`sort=publicUpdatedAt:asc,title:desc&${query}`),
    );
  });

  it.each([...FILTERS, ...RANGES])('filtered by %s holds exactly what matches', async (filters, holds) => {
    const { status, body } = await list(`${filters}&pagination[pageSize]=100`);
    expect([filters, status]).toEqual([filters, 200]);
    const expected = slowly(DEFAULT_SORT, holds);
    expect(body.data?.map(({ documentId }) => documentId)).toEqual(expected);
    expect(body.meta?.pagination.total).toBe(expected.length);
  });

  it('takes a + in an instant that was not percent-encoded', async () => {
    const { body } = await app.request.get('/api/articles?filters[firstPublishedAt][$eq]=2023-09-01T00:14:00+07:00');
    expect(body.data).toHaveLength(1);
  });

  it('holds what both ends of a range leave', async () => {
    const query =
      'filters[publicUpdatedAt][$gte]=2023-01-01&filters[publicUpdatedAt][$lt]=2024-01-01&pagination[pageSize]=100';
    const [from, to] = [at('2022-12-31T17:00:00Z'), at('2023-12-31T17:00:00Z')];
    const expected = slowly(DEFAULT_SORT, (a) => at(a.publicUpdatedAt) >= from && at(a.publicUpdatedAt) < to);
    expect(expected.length).toBeGreaterThan(0);
    expect(await idsOf(query)).toEqual(expected);
  });

  it('keeps withdrawn articles, marked', async () => {
    const withdrawn = made.filter((article) => article.withdrawn).map(({ documentId }) => documentId);
    expect(withdrawn.length).toBeGreaterThan(0);
    const rows = await rowsOf('pagination[pageSize]=100');
    const marked = rows.filter(({ withdrawal }) => withdrawal !== null).map(({ documentId }) => documentId);
    expect(marked.sort()).toEqual(withdrawn.sort());
  });

  it.each(['fields=title,slug', 'fields[0]=title&fields[1]=slug', 'fields[]=title&fields[]=slug'])(
    'shows only the attributes asked for by %s, and the documentId',
    async (query) => {
      const [row] = await rowsOf(query);
      expect(Object.keys(row ?? {}).sort()).toEqual(['documentId', 'slug', 'title']);
    },
  );

  it.each([
    'populate=*',
    'populate[cover]=true',
    'populate[0]=topics&populate[1]=tags',
    'populate=',
    'status=published',
  ])('is the same with %s as without it', async (query) => {
    expect((await list(query)).body).toEqual((await list()).body);
  });

  describe('in another language', () => {
    const english = () => made.filter((article) => article.english !== null);

    it('holds what is translated', async () => {
      const rows = await rowsOf('locale=en&pagination[pageSize]=100');
      expect(rows.map(({ title }) => title).sort()).toEqual(
        english()
          .map((article) => article.english)
          .sort(),
      );
      expect(new Set(rows.map(({ locale }) => locale))).toEqual(new Set(['en']));
    });

    it('takes the slugs of that language', async () => {
      const rows = await idsOf('locale=en&filters[topic]=economy&pagination[pageSize]=100');
      const expected = english().filter(({ topics }) => topics.includes('kinh-te'));
      expect(expected.length).toBeGreaterThan(0);
      expect([...rows].sort()).toEqual(expected.map(({ documentId }) => documentId).sort());
    });

    it('is filled up from the fallback, and says so', async () => {
      const rows = await rowsOf('locale=en&fallback=vi&pagination[pageSize]=100');
      expect(rows.map(({ documentId }) => documentId)).toEqual(slowly(DEFAULT_SORT));
      const expected = made.map(({ documentId, english: title }) => [documentId, title === null]);
      expect(Object.fromEntries(rows.map(({ documentId, isFallback }) => [documentId, isFallback === true]))).toEqual(
        Object.fromEntries(expected),
      );
      expect(await pagination('locale=en&fallback=vi')).toMatchObject({ total: made.length });
    });

    it('is paged over both languages without a gap', async () => {
      const found = await walkByCursor('locale=en&fallback=vi&sort=firstPublishedAt:desc', 4);
      expect(found).toEqual(slowly(DEFAULT_SORT));
    });
  });
});

/** Follows nextCursor to the end. */
const walkByCursor = async (
  query: string,
  size: number,
  between: (page: number) => Promise<unknown> = async () => undefined,
): Promise<unknown[]> => {
  const found: unknown[] = [];
  let cursor: string | null = '';
  for (let page = 1; cursor !== null; page += 1) {
    expect(page).toBeLessThan(100);
    const answer: Answer = await list(`${query}&pagination[pageSize]=${size}&pagination[cursor]=${cursor}`);
    expect([query, answer.status]).toEqual([query, 200]);
    found.push(...(answer.body.data ?? []).map(({ documentId }) => documentId));
    const next = answer.body.meta?.pagination.nextCursor;
    cursor = typeof next === 'string' ? next : null;
    await between(page);
  }
  return found;
};

const walkByNumber = async (query: string, place: (page: number) => string): Promise<unknown[]> => {
  const found: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const rows = await idsOf(`${query}&${place(page)}`);
    if (rows.length === 0) return found;
    found.push(...rows);
  }
};

describe('paging', () => {
  const anyFilter = fc.constantFrom<Conditions[number]>(
    ['populate=', () => true],
    ...FILTERS.slice(0, 4),
    ...RANGES.slice(2, 6),
  );

  it('covers the list exactly once by cursor, by page and by offset, in the order worked out from the content', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SORTS),
        anyFilter,
        fc.integer({ min: 3, max: 20 }),
        async (sort, [filters, holds], size) => {
          const query = `sort=${sort}&${filters}`;
          const expected = slowly(sort, holds);
          expect(await walkByCursor(query, size)).toEqual(expected);
          expect(await walkByNumber(query, (n) => `pagination[page]=${n}&pagination[pageSize]=${size}`)).toEqual(
            expected,
          );
          expect(
            await walkByNumber(query, (n) => `pagination[start]=${(n - 1) * size}&pagination[limit]=${size}`),
          ).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('by cursor goes on after the last item of any page', async () => {
    const page = await list('pagination[page]=2&pagination[pageSize]=6');
    const cursor = String(page.body.meta?.pagination.nextCursor);
    expect(await idsOf(`pagination[pageSize]=6&pagination[cursor]=${cursor}`)).toEqual(
      slowly(DEFAULT_SORT).slice(12, 18),
    );
  });

  it('by cursor neither loses nor repeats an article while others come and go', async () => {
    const articles = app.strapi.documents('plugin::gazette.article');
    const all = slowly(DEFAULT_SORT);
    const [early, late] = [String(all[1]), String(all[20])];
    let extra = '';
    const found = await walkByCursor('sort=firstPublishedAt:desc', 5, async (page) => {
      if (page !== 2) return;
      // One already read goes, one still to be read goes, and one comes in front of everything.
      await articles.unpublish({ documentId: early, locale: 'vi' });
      await articles.unpublish({ documentId: late, locale: 'vi' });
      extra = (
        await articles.create({
          data: { title: 'Tin đến giữa chừng', lead: 'Vừa đến.' },
          locale: 'vi',
          status: 'published',
        })
      ).documentId;
    });
    await articles.publish({ documentId: early, locale: 'vi' });
    await articles.publish({ documentId: late, locale: 'vi' });
    await articles.delete({ documentId: extra, locale: '*' });
    expect(found).toEqual(all.filter((id) => id !== late));
    expect(await idsOf('pagination[pageSize]=100')).toEqual(all);
  });
});

describe('a parameter that is unknown or malformed is refused and named', () => {
  const cursorOf = async (query: string) =>
    String((await list(`${query}&pagination[pageSize]=2`)).body.meta?.pagination.nextCursor);

  const refused = async (query: string) => {
    const { status, body } = await app.request.get(`/api/articles?${query}`);
    expect([query, status]).toEqual([query, 400]);
    expect(body.data).toBeNull();
    expect(body.error).toMatchObject({ status: 400, name: 'ValidationError', message: expect.any(String) });
    return body.error;
  };

  it.each([
    ['pagination[pageSize]=0', 'pagination[pageSize]'],
    ['pagination[pageSize]=101', 'pagination[pageSize]'],
    ['pagination[pageSize]=abc', 'pagination[pageSize]'],
    ['pagination[pageSize]=2.5', 'pagination[pageSize]'],
    ['pagination[pageSize]=', 'pagination[pageSize]'],
    ['pagination[page]=0', 'pagination[page]'],
    ['pagination[page]=-1', 'pagination[page]'],
    ['pagination[page]=1e3', 'pagination[page]'],
    ['pagination[page]=1&pagination[page]=2', 'pagination[page]'],
    ['pagination[start]=-1', 'pagination[start]'],
    ['pagination[limit]=0', 'pagination[limit]'],
    ['pagination[limit]=101', 'pagination[limit]'],
    ['pagination[limit]=-1', 'pagination[limit]'],
    ['pagination[page]=1&pagination[limit]=5', 'pagination[page]'],
    ['pagination[start]=0&pagination[pageSize]=5', 'pagination[pageSize]'],
    ['pagination[cursor]=&pagination[page]=1', 'pagination[page]'],
    ['pagination[withCount]=maybe', 'pagination[withCount]'],
    ['pagination[size]=5', 'pagination[size]'],
    ['pagination=5', 'pagination'],
    ['pagination[cursor]=abc', 'pagination[cursor]'],
    ['sort=createdAt', 'sort'],
    ['sort=id', 'sort'],
    ['sort=title:up', 'sort'],
    ['sort=title:asc:desc', 'sort'],
    ['sort=', 'sort'],
    ['sort=title,title:desc', 'sort'],
    ['sort[title]=asc', 'sort'],
    ['sort=title,rating,publicUpdatedAt,firstPublishedAt', 'sort'],
    ['filters=topic', 'filters'],
    ['filters[headline]=x', 'filters[headline]'],
    ['filters[$or][0][topic]=x', 'filters[$or]'],
    ['filters[$and][0][topic]=x', 'filters[$and]'],
    ['filters[$not][topic]=x', 'filters[$not]'],
    ['filters[constructor]=x', 'filters[constructor]'],
    ['filters[topic][$contains]=x', 'filters[topic][$contains]'],
    ['filters[topic][$startsWith]=x', 'filters[topic][$startsWith]'],
    ['filters[topic][$gt]=x', 'filters[topic][$gt]'],
    ['filters[topic][name][$eq]=x', 'filters[topic][name]'],
    ['filters[topic][slug][slug]=x', 'filters[topic][slug][slug]'],
    ['filters[topic]=', 'filters[topic]'],
    ['filters[topic][$eq][0]=a&filters[topic][$eq][1]=b', 'filters[topic][$eq]'],
    ['filters[topic][$null]=perhaps', 'filters[topic][$null]'],
    ['filters[topic]=a&filters[topic][$eq]=b', 'filters[topic]'],
    [`filters[topic]=${'a'.repeat(2000)}`, 'filters[topic]'],
    ['filters[topic][$in][x]=a', 'filters[topic][$in]'],
    ['filters[firstPublishedAt]=yesterday', 'filters[firstPublishedAt]'],
    ['filters[firstPublishedAt][$gte]=2023-02-30', 'filters[firstPublishedAt][$gte]'],
    ['filters[firstPublishedAt][$gte]=2023-09-01T00:14:00', 'filters[firstPublishedAt][$gte]'],
    ['filters[firstPublishedAt][$gte]=01/09/2023', 'filters[firstPublishedAt][$gte]'],
    ['filters[firstPublishedAt][$between]=2023-09-01', 'filters[firstPublishedAt][$between]'],
    ['filters[firstPublishedAt][slug]=2023-09-01', 'filters[firstPublishedAt][slug]'],
    ['fields=secret', 'fields'],
    ['fields=body', 'fields'],
    ['fields=', 'fields'],
    ['fields[title]=1', 'fields'],
    ['locale=fr', 'locale'],
    ['locale=vi&locale=en', 'locale'],
    [`locale=${'v'.repeat(2000)}`, 'locale'],
    ['fallback=fr', 'fallback'],
    ['status=draft', 'status'],
    ['status=published&status=draft', 'status'],
    ['publicationState=preview', 'publicationState'],
    ['lookup[title]=x', 'lookup'],
    ['q=', 'q'],
    ['q=a&q=b', 'q'],
    ['sort=relevance', 'sort'],
    ['facets=topics', 'facets'],
    ['facets=topic,topic@en', 'facets'],
    ['issuerTree=true', 'issuerTree'],
    ['pagination[page]x=2', 'query'],
    ['filters[topic]zzz=a', 'query'],
    ['sort[0]abc=title', 'query'],
    ['pagination[page]=1&pagination=withCount', 'pagination'],
    ['asOf=2024-01-01', 'asOf'],
    ['utm_source=mail', 'utm_source'],
    ['Locale=vi', 'Locale'],
    ['hasOwnProperty=1', 'hasOwnProperty'],
  ])('%s', async (query, path) => {
    const error = await refused(encoded(query));
    expect(error.details.errors).toEqual([expect.objectContaining({ path: [path] })]);
    expect(error.message).toContain(path.split('[')[0]);
  });

  it.each([
    ['a NUL', 'filters[topic]=%00'],
    ['a NUL in a name', 'a%00b=1'],
    ['broken percent-encoding', 'filters[topic]=%E0%A4%A'],
    ['bytes that are no UTF-8', 'filters[topic]=%FF'],
    ['a lone percent sign', 'sort=%'],
    ['a value without a name', '=x'],
    ['a name that parsers drop', 'filters[__proto__]=x'],
    ['a name that parsers drop, encoded', '__pr%6Fto__=x'],
    ['nesting that is too deep', 'populate[a][b][c][d][e][f][g][h]=1'],
    ['filters nested too deep', 'filters[a][b][c][d][e][f][g][h]=1'],
    ['too many parameters', Array.from({ length: 600 }, (_, index) => `a${index}=1`).join('&')],
    ['too many values', Array.from({ length: 101 }, (_, index) => `filters[tag][]=t${index}`).join('&')],
  ])('%s is refused', async (_, query) => {
    await refused(query);
  });

  it('offsets beyond 10,000 point to cursors', async () => {
    for (const query of [
      'pagination[start]=10001',
      'pagination[page]=102&pagination[pageSize]=100',
      'pagination[page]=999999999',
    ]) {
      expect((await refused(query)).message).toContain('pagination[cursor]');
    }
  });

  it('status=draft points to preview and management', async () => {
    expect((await refused('status=draft')).message).toMatch(/preview.*management/);
  });

  it('asOf is for what depends on the day', async () => {
    expect((await refused('asOf=2024-01-01')).message).toMatch(/not a parameter/);
  });

  it.each([
    ['sort', 'sort=title:desc'],
    ['filters', 'sort=title&filters[topic]=kinh-te'],
    ['locale', 'sort=title&locale=en'],
    ['fallback', 'sort=title&fallback=en'],
  ])('a cursor of a list with another %s', async (_, other) => {
    const cursor = await cursorOf('sort=title');
    expect((await list(`sort=title&pagination[cursor]=${cursor}`)).status).toBe(200);
    const error = await refused(encoded(`${other}&pagination[cursor]=${cursor}`));
    expect(error.details.errors?.[0].path).toEqual(['pagination[cursor]']);
  });

  it('a cursor that was forged or damaged', async () => {
    const cursor = await cursorOf('sort=title');
    const content: [string, string, string[]] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [print, id, values] = content;
    const forged = [
      [print, id, [...values, 'a']],
      [print, id, []],
      [print, id],
      [print, id, [1]],
      [print, `${id}\0`, values],
      [print, id, ['\0']],
      [print, 'x'.repeat(65), values],
      ['AAAAAAAAAA', id, values],
      { print, id, values },
      null,
    ].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'));
    for (const text of [
      ...forged,
      `${cursor}!`,
      `!${cursor}`,
      cursor.slice(1),
      cursor.slice(0, -3),
      'null',
      'e30',
      '%F0%9F%98%80',
    ]) {
      const error = await refused(`sort=title&pagination[cursor]=${text}`);
      expect(error.details.errors?.[0].path).toEqual(['pagination[cursor]']);
    }
  });
});
