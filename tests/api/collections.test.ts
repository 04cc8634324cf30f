import { startApp, type TestApp } from '../support';

type Row = Record<string, unknown> & { documentId: string; slug: string };

/** What each list offers: filters with a value that the content below has, sort keys, ranges. */
const LISTS = {
  directives: {
    filters: {
      kind: 'plan',
      issuer: 'ubnd-huyen',
      level: 'district',
      branch: 'state',
      topic: 'nong-nghiep',
      year: '2024',
      signer: 'Trần Văn Bình',
    },
    sorts: ['issuedOn', 'effectiveFrom', 'firstPublishedAt', 'publicUpdatedAt', 'title'],
    ranges: ['issuedOn', 'effectiveFrom', 'firstPublishedAt', 'publicUpdatedAt'],
    total: 2,
  },
  resolutions: {
    filters: { kind: 'council', issuer: 'ubnd-huyen', level: 'district', branch: 'state', year: '2024' },
    sorts: ['issuedOn', 'effectiveFrom', 'firstPublishedAt', 'publicUpdatedAt', 'title'],
    ranges: ['issuedOn', 'effectiveFrom', 'firstPublishedAt', 'publicUpdatedAt'],
    total: 1,
  },
  documents: {
    filters: { kind: 'council', issuer: 'ubnd-huyen', level: 'district', branch: 'state', year: '2024' },
    sorts: ['issuedOn', 'effectiveFrom', 'firstPublishedAt', 'publicUpdatedAt', 'title'],
    ranges: ['issuedOn', 'effectiveFrom', 'firstPublishedAt', 'publicUpdatedAt'],
    total: 3,
  },
  topics: {
    filters: { parent: 'kinh-te' },
    sorts: ['title', 'position', 'firstPublishedAt', 'publicUpdatedAt'],
    ranges: ['firstPublishedAt', 'publicUpdatedAt'],
    total: 3,
  },
  dossiers: {
    filters: { topic: 'kinh-te' },
    sorts: ['title', 'firstPublishedAt', 'publicUpdatedAt'],
    ranges: ['firstPublishedAt', 'publicUpdatedAt'],
    total: 1,
  },
  issuers: {
    filters: { level: 'district', branch: 'state', parent: 'ubnd-tinh' },
    sorts: ['title', 'firstPublishedAt', 'publicUpdatedAt'],
    ranges: ['firstPublishedAt', 'publicUpdatedAt'],
    total: 3,
  },
  authors: { filters: {}, sorts: ['title', 'firstPublishedAt'], ranges: ['firstPublishedAt'], total: 1 },
  tags: { filters: {}, sorts: ['title', 'firstPublishedAt'], ranges: ['firstPublishedAt'], total: 2 },
  pages: {
    filters: { parent: 'gioi-thieu' },
    sorts: ['title', 'position', 'firstPublishedAt'],
    ranges: ['firstPublishedAt'],
    total: 2,
  },
} as const;

type List = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as List[];

/** Attributes that every item has, and that lists leave out. */
const COMMON = [
  ...['documentId', 'collection', 'locale', 'slug', 'url', 'localizations', 'title', 'firstPublishedAt'],
  ...['publicUpdatedAt', 'version', 'changeHistory', 'corrections', 'withdrawal', 'topics', 'seo', 'jsonLd'],
];
const LEFT_OUT = ['body', 'bodyHtml', 'bodyText', 'jsonLd', 'attachments', 'relations', 'tasks'];

describe('collections', () => {
  let app: TestApp;
  const made: Record<string, string> = {};

  beforeAll(async () => {
    app = await startApp();
    const create = async (type: string, key: string, data: object, extra: object = {}) => {
      const { documentId } = await app.strapi
        .documents(`plugin::gazette.${type}`)
        .create({ data: { ...data }, ...extra });
      made[key] = documentId;
      return documentId;
    };
    const english = (texts: object) => ({ translations: [{ locale: 'en', ...texts }] });
    const economy = await create('topic', 'economy', {
      name: 'Kinh tế',
      position: 2,
      ...english({ name: 'Economy', slug: 'economy', description: 'Money' }),
    });
    const farming = await create('topic', 'farming', { name: 'Nông nghiệp', parent: economy, position: 1 });
    await create('topic', 'culture', { name: 'Văn hóa', position: 1 });
    await create('dossier', 'drought', { title: 'Hạn mặn', summary: 'Mùa khô', topics: [farming] });
    await create('tag', 'rice', { name: 'Lúa', ...english({ name: 'Rice', slug: 'rice' }) });
    await create('tag', 'road', { name: 'Đường sá' });
    await create('author', 'author', { name: 'Lê Thị Ánh', role: 'Phóng viên', ...english({ role: 'Reporter' }) });
    const province = await create('issuer', 'province', {
      name: 'UBND tỉnh',
      code: 'UBND',
      level: 'province',
      branch: 'state',
    });
    const district = await create('issuer', 'district', {
      name: 'UBND huyện',
      code: 'UBND',
      level: 'district',
      branch: 'state',
      parent: province,
      validTo: '2025-06-30',
    });
    await create('issuer', 'commune', {
      name: 'UBND xã',
      level: 'commune',
      branch: 'state',
      parent: province,
      predecessors: [district],
      validFrom: '2025-07-01',
      contact: { email: 'xa@example.vn' },
    });
    const published = { status: 'published', locale: 'vi' };
    const document = { issuer: district, issuedOn: '2024-03-05', effectiveFrom: '2024-04-01' };
    await create(
      'directive',
      'plan',
      {
        ...document,
        symbol: '12/KH-UBND',
        title: 'Kế hoạch trữ nước',
        kind: 'plan',
        topics: [farming],
        signers: [{ name: 'Trần Văn Bình', position: 'Chủ tịch', capacity: 'TM.' }],
        tasks: [{ title: 'Nạo vét kênh', leadIssuer: district, dueOn: '2024-05-01' }],
      },
      published,
    );
    const commune = made.commune;
    await create(
      'directive',
      'commune plan',
      {
        ...document,
        issuer: commune,
        symbol: '1/KH-UBND',
        title: 'Kế hoạch của xã',
        kind: 'plan',
        issuedOn: '2025-08-01',
      },
      published,
    );
    await create(
      'resolution',
      'resolution',
      {
        ...document,
        symbol: '8/NQ-HĐND',
        title: 'Nghị quyết ngân sách',
        kind: 'council',
        votesFor: 30,
        votesAgainst: 0,
      },
      published,
    );
    const about = await create('page', 'about', { title: 'Giới thiệu', position: 1 }, published);
    await create('page', 'history', { title: 'Lịch sử', parent: about }, published);
    await create('page', 'draft', { title: 'Nháp' }, { status: 'draft', locale: 'vi' });
    await app.strapi.documents('plugin::gazette.page').update({
      documentId: about,
      locale: 'en',
      data: { title: 'About' },
      status: 'published',
    });
  });
  afterAll(() => app.stop());

  const get = async (path: string, status = 200) => {
    const answer = await app.request.get(encodeURI(path));
    if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as { data: Row[] & Row; meta: { pagination: { total: number } }; error: { message: string } };
  };

  describe.each(NAMES)('/%s', (list) => {
    const { filters, sorts, ranges, total } = LISTS[list];

    it('lists what is public', async () => {
      const { data, meta } = await get(`/api/${list}`);
      expect(meta.pagination.total).toBe(total);
      expect(data).toHaveLength(total);
      for (const row of data) for (const name of LEFT_OUT) expect(row).not.toHaveProperty(name);
    });

    it('shows each item under its slug and its documentId, with what every item has', async () => {
      for (const { slug, documentId, collection } of (await get(`/api/${list}`)).data) {
        const { data } = await get(`/api/${list}/${slug}`);
        expect((await get(`/api/${list}/${documentId}`)).data).toEqual(data);
        for (const name of COMMON) expect(data).toHaveProperty(name);
        expect(data.collection).toBe(list === 'documents' ? collection : list);
        expect(data.jsonLd).toMatchObject({ '@context': 'https://schema.org', url: data.url });
      }
    });

    const filtered = Object.entries(filters);
    if (filtered.length > 0)
      it.each(filtered)('filters by %s', async (facet, value) => {
        const found = await get(`/api/${list}?filters[${facet}]=${value}`);
        expect(found.meta.pagination.total).toBeGreaterThan(0);
        expect((await get(`/api/${list}?filters[${facet}][$ne]=${value}`)).meta.pagination.total).toBe(
          total - found.meta.pagination.total,
        );
        const counted = (await get(`/api/${list}?facets=${facet}`)) as unknown as {
          meta: { facets: Record<string, { values: { value: string; count: number }[] }> };
        };
        expect(counted.meta.facets[facet]?.values).toContainEqual(
          expect.objectContaining({ value, count: found.meta.pagination.total }),
        );
      });

    it.each(sorts)('sorts by %s', async (key) => {
      const up = (await get(`/api/${list}?sort=${key}:asc`)).data.map(({ documentId }) => documentId);
      const down = (await get(`/api/${list}?sort=${key}:desc`)).data.map(({ documentId }) => documentId);
      expect(down).toEqual([...up].reverse());
    });

    it.each(ranges)('takes a range of %s', async (key) => {
      expect((await get(`/api/${list}?filters[${key}][$gte]=1990-01-01`)).meta.pagination.total).toBe(total);
      expect((await get(`/api/${list}?filters[${key}][$lt]=1990-01-01`)).meta.pagination.total).toBe(0);
      expect((await get(`/api/${list}?filters[${key}][$gte]=soon`, 400)).error.message).toContain(`filters[${key}]`);
    });

    it.each([
      ['sort=nothing', 'sort'],
      ['filters[nothing]=1', 'filters[nothing]'],
      ['facets=nothing', 'facets'],
      ['fields=nothing', 'fields'],
      ['locale=xx', 'locale'],
      ['nothing=1', 'nothing'],
      ['pagination[pageSize]=101', 'pagination[pageSize]'],
      ['filters[firstPublishedAt][$like]=1', 'filters[firstPublishedAt]'],
    ])('refuses %s and names it', async (query, name) => {
      expect((await get(`/api/${list}?${query}`, 400)).error.message).toContain(name);
    });
  });

  it('the title order is Vietnamese', async () => {
    const { data } = await get('/api/tags?sort=title');
    expect(data.map(({ title }) => title)).toEqual(['Đường sá', 'Lúa']);
  });

  it('a topic shows its tree, in the language asked for', async () => {
    const economy = (await get('/api/topics/economy?locale=en')).data;
    expect(economy).toMatchObject({
      title: 'Economy',
      name: 'Economy',
      description: 'Money',
      parent: null,
      children: [{ name: 'Nông nghiệp', slug: 'nong-nghiep' }],
      localizations: [{ locale: 'vi', slug: 'kinh-te' }],
    });
    expect(economy).not.toHaveProperty('isFallback');
    const farming = (await get('/api/topics/nong-nghiep?locale=en')).data;
    expect(farming).toMatchObject({ isFallback: true, parent: { slug: 'economy', name: 'Economy' } });
    expect((await get('/api/topics?sort=position,title')).data.map(({ slug }) => slug)).toEqual([
      'nong-nghiep',
      'van-hoa',
      'kinh-te',
    ]);
  });

  it('an issuer shows what it came from and what it became, and finds the documents of its tree', async () => {
    const { data: district } = await get('/api/issuers/ubnd-huyen');
    expect(district).toMatchObject({
      parent: { slug: 'ubnd-tinh' },
      successors: [{ slug: 'ubnd-xa' }],
      predecessors: [],
      validTo: '2025-06-30',
      level: 'district',
      levelLabel: 'Cấp huyện',
    });
    expect((await get('/api/issuers/ubnd-xa')).data).toMatchObject({
      predecessors: [{ slug: 'ubnd-huyen' }],
      contact: { email: 'xa@example.vn' },
    });
    const symbols = async (query: string) =>
      (await get(`/api/documents?${query}`)).data.map(({ symbol }) => symbol).sort();
    expect(await symbols('filters[issuer]=ubnd-huyen')).toEqual(['12/KH-UBND', '8/NQ-HĐND']);
    expect(await symbols('filters[issuer]=ubnd-huyen&issuerTree=true')).toEqual([
      '1/KH-UBND',
      '12/KH-UBND',
      '8/NQ-HĐND',
    ]);
    expect(await symbols('filters[issuer]=ubnd-tinh&issuerTree=true')).toEqual([
      '1/KH-UBND',
      '12/KH-UBND',
      '8/NQ-HĐND',
    ]);
    expect(await symbols('filters[issuer]=ubnd-xa&issuerTree=true')).toEqual(['1/KH-UBND']);
  });

  it('a document is the same item in its own list and among all documents', async () => {
    const { data } = await get('/api/documents/ke-hoach-12-kh-ubnd-2024');
    expect((await get('/api/directives/ke-hoach-12-kh-ubnd-2024')).data).toEqual(data);
    await get('/api/resolutions/ke-hoach-12-kh-ubnd-2024', 404);
    expect(data).toMatchObject({
      collection: 'directives',
      kind: { code: 'plan', label: 'Kế hoạch' },
      signers: [{ name: 'Trần Văn Bình', position: 'Chủ tịch', capacity: 'TM.' }],
      tasks: [{ title: 'Nạo vét kênh', leadIssuer: { slug: 'ubnd-huyen' }, dueOn: '2024-05-01' }],
    });
    expect((await get('/api/documents/nghi-quyet-8-nq-hdnd-2024')).data).toMatchObject({
      votes: { for: 30, against: 0, abstained: null },
    });
    expect((await get('/api/documents?fields=votes,tasks', 400)).error.message).toContain('tasks');
    expect((await get('/api/documents?fields=votes,symbol')).data).toHaveLength(3);
  });

  it('a renamed issuer is renamed in its documents, lists and tree at once', async () => {
    const documentId = made.district ?? '';
    await app.strapi
      .documents('plugin::gazette.issuer')
      .update({ documentId, data: { name: 'UBND huyện Gò Công Tây', level: 'grassroots' } });
    expect((await get('/api/documents/ke-hoach-12-kh-ubnd-2024')).data.issuer).toMatchObject({
      name: 'UBND huyện Gò Công Tây',
      level: 'grassroots',
    });
    expect((await get('/api/documents?filters[level]=grassroots')).meta.pagination.total).toBe(2);
    expect((await get('/api/issuers/ubnd-tinh')).data.children).toContainEqual(
      expect.objectContaining({ name: 'UBND huyện Gò Công Tây' }),
    );
  });

  it('a change at the top of a tree reaches the bottom, and so does a move in the middle', async () => {
    const topics = app.strapi.documents('plugin::gazette.topic');
    const add = async (name: string, parent?: string) =>
      (await topics.create({ data: { name, ...(parent ? { parent } : {}) } })).documentId;
    const top = await add('Tầng một');
    const middle = await add('Tầng hai', top);
    await add('Tầng ba', middle);
    const ancestors = async () =>
      ((await get('/api/topics/tang-ba')).data.ancestors as { name: string }[]).map(({ name }) => name);
    expect(await ancestors()).toEqual(['Tầng một', 'Tầng hai']);
    await topics.update({ documentId: top, data: { name: 'Mái nhà' } });
    expect(await ancestors()).toEqual(['Mái nhà', 'Tầng hai']);
    await topics.update({ documentId: middle, data: { parent: made.culture } });
    expect(await ancestors()).toEqual(['Văn hóa', 'Tầng hai']);
    await topics.update({ documentId: middle, data: { parent: null } });
    expect(await ancestors()).toEqual(['Tầng hai']);
  });

  it('pages are published like articles, with their own languages', async () => {
    expect((await get('/api/pages/gioi-thieu')).data).toMatchObject({
      children: [{ slug: 'lich-su', name: 'Lịch sử' }],
      localizations: [{ locale: 'en', slug: 'about' }],
    });
    await get('/api/pages/nhap', 404);
    expect((await get('/api/pages?locale=en')).data.map(({ slug }) => slug)).toEqual(['about']);
  });

  it('the site answers with its menus resolved to addresses', async () => {
    await get('/api/site', 404);
    const { documentId } = await app.strapi.documents('plugin::gazette.site').create({
      data: {
        name: 'Cổng xã',
        contacts: [{ label: 'Một cửa', phone: '0273 123' }],
        menus: [
          {
            title: 'Chính',
            items: [
              { label: 'Kinh tế', targetCollection: 'topics', targetDocumentId: made.economy },
              { label: 'Nháp', targetCollection: 'pages', targetDocumentId: made.draft },
              { label: 'Ngoài', url: 'https://example.vn/' },
            ],
          },
        ],
      },
      locale: 'vi',
    });
    const { data } = await get('/api/site');
    expect(data).toMatchObject({ name: 'Cổng xã', contacts: [{ label: 'Một cửa', phone: '0273 123' }] });
    expect(data.menus).toEqual([
      {
        title: 'Chính',
        items: [
          {
            label: 'Kinh tế',
            url: 'http://localhost:1337/topics/kinh-te',
            target: { documentId: made.economy, collection: 'topics', slug: 'kinh-te' },
          },
          { label: 'Ngoài', url: 'https://example.vn/', target: null },
        ],
      },
    ]);
    await get('/api/site?locale=en', 404);
    expect((await get('/api/site?locale=en&fallback=vi')).data).toMatchObject({ name: 'Cổng xã', isFallback: true });
    // What a menu leads to moves, and the menu with it.
    await app.strapi
      .documents('plugin::gazette.topic')
      .update({ documentId: made.economy, data: { slug: 'kinh-te-xa-hoi' } });
    await app.strapi.documents('plugin::gazette.page').publish({ documentId: made.draft, locale: 'vi' });
    const [menu] = (await get('/api/site')).data.menus as { items: { url: string }[] }[];
    expect(menu?.items.map(({ url }) => url)).toEqual([
      'http://localhost:1337/topics/kinh-te-xa-hoi',
      'http://localhost:1337/pages/nhap',
      'https://example.vn/',
    ]);
    await app.request.get(`/api/site/${documentId}`).expect(404);
  });
});
