import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inDependencyOrder } from '../../../src/sample/dependency-order';
import { readSampleContent } from '../../../src/sample/read-sample-content';
import { COLLECTIONS, isRecord, type SampleContent, type SampleEntry } from '../../../src/sample/sample-entry';
import { resolveData } from '../../../src/sample/sample-values';
import { mediaOf } from '../../../src/sample/upload-sample-files';

const folder = join(__dirname, '../../../database/sample');
const content = readSampleContent(folder);
const documents = [...content.directives, ...content.resolutions];
const everything = COLLECTIONS.flatMap((collection) => content[collection]);

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isRecord(value) ? Object.values(value).flatMap(textsOf) : [];
};

const sectionsOf = (entry: SampleEntry): string[] =>
  (Array.isArray(entry.data.body) ? entry.data.body : []).map((section) => String(section.__component));

const find = (entries: SampleEntry[], fits: (data: SampleEntry['data']) => boolean) =>
  entries.filter(({ data }) => fits(data));

describe('the sample content', () => {
  it('has only references that name an entry, and media files that exist', () => {
    expect(mediaOf(content).length).toBeGreaterThan(12);
  });

  it('uses every picture and file of its folder', () => {
    const named = mediaOf(content).map(({ file }) => file);
    const present = ['images', 'files'].flatMap((kind) =>
      readdirSync(join(folder, kind)).map((name) => `${kind}/${name}`),
    );
    expect(named.sort()).toEqual(present.sort());
  });

  it('has pictures of 120 KB at most', () => {
    for (const name of readdirSync(join(folder, 'images'))) {
      expect(statSync(join(folder, 'images', name)).size).toBeLessThanOrEqual(120 * 1024);
    }
  });

  it('has twelve or more published Vietnamese articles, three of them in English, and a draft', () => {
    const published = content.articles.filter(({ status }) => status === 'published');
    expect(published.length).toBeGreaterThanOrEqual(14);
    expect(published.filter(({ locales }) => locales.en !== undefined).length).toBeGreaterThanOrEqual(3);
    expect(content.articles.length).toBeGreaterThan(published.length);
  });

  it('uses every kind of body section in articles', () => {
    const used = new Set(content.articles.flatMap(sectionsOf));
    expect([...used].sort()).toEqual([
      'gazette.figure',
      'gazette.gallery',
      'gazette.html',
      'gazette.media',
      'gazette.quote',
      'gazette.text',
    ]);
  });

  it('uses every kind of block and mark that editors have in texts', () => {
    const json = JSON.stringify(content.articles);
    for (const part of ['"heading"', '"ordered"', '"unordered"', '"link"', '"quote"', '"bold":true', '"italic":true']) {
      expect(json).toContain(part);
    }
  });

  it('shows corrections, a withdrawal, a pinned article, one closed to rating and one with search settings', () => {
    const { articles } = content;
    expect(find(articles, ({ corrections }) => Array.isArray(corrections))).not.toHaveLength(0);
    expect(find(articles, ({ withdrawal }) => isRecord(withdrawal))).not.toHaveLength(0);
    expect(find(articles, ({ allowRating }) => allowRating === false)).not.toHaveLength(0);
    expect(find(articles, ({ seo }) => isRecord(seo))).not.toHaveLength(0);
    expect(
      find(articles, ({ featured, pinnedUntil }) => featured === true && typeof pinnedUntil === 'string'),
    ).toHaveLength(1);
  });

  it('spreads articles over the years 2023 to 2026', () => {
    const years = new Set(content.articles.map(({ data }) => String(data.releasedAt).slice(0, 4)));
    expect([...years].sort()).toEqual(['2023', '2024', '2025', '2026']);
  });

  it('gives times with the offset of Vietnam', () => {
    for (const { data } of [...content.articles, ...find(documents, ({ releasedAt }) => releasedAt !== undefined)]) {
      expect(data.releasedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
    }
  });

  it('has ten or more documents of ten or more kinds that relate to each other inside the register', () => {
    expect(documents.length).toBeGreaterThanOrEqual(10);
    expect(new Set(documents.map(({ data }) => data.kind)).size).toBeGreaterThanOrEqual(10);
    const symbols = new Set(documents.map(({ data }) => data.symbol));
    const relations = documents.flatMap(({ data }) =>
      Array.isArray(data.relations) ? data.relations.filter(isRecord) : [],
    );
    expect(relations.filter(({ targetSymbol }) => !symbols.has(targetSymbol))).toEqual([]);
    expect(new Set(relations.map(({ type }) => type))).toEqual(
      new Set(['amends', 'based-on', 'guides', 'implements', 'refers-to', 'repeals', 'replaces', 'suspends']),
    );
    for (const acting of ['amends', 'replaces', 'suspends'])
      expect(relations.filter(({ type, scope }) => type === acting && typeof scope === 'string')).not.toHaveLength(0);
  });

  it('has an article whose text alone links it to documents, and one that says what is no citation', () => {
    const citing = find(content.articles, ({ directives, resolutions }) => !directives && !resolutions);
    const symbols = documents.map(({ data }) => String(data.symbol));
    const texts = citing.map(({ data }) => textsOf(data.body).join(' '));
    expect(texts.filter((text) => symbols.some((symbol) => text.includes(symbol)))).not.toHaveLength(0);
    expect(find(content.articles, ({ dismissedCitations }) => Array.isArray(dismissedCitations))).toHaveLength(1);
  });

  it('names a register entry once: issuer, symbol and day together are unique', () => {
    const keys = documents.map(({ data }) => JSON.stringify([data.issuer, data.symbol, data.issuedOn]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('publishes no document that is not public, and gives such a document no files', () => {
    const closed = find(documents, ({ classification }) => classification !== 'public');
    expect(closed.map(({ status, data }) => [status, data.attachments])).toEqual([['draft', undefined]]);
  });

  it('has issuers at four levels or more, and one that took over from a closed one', () => {
    expect(new Set(content.issuers.map(({ data }) => data.level)).size).toBeGreaterThanOrEqual(4);
    const closed = find(content.issuers, ({ validTo }) => validTo === '2025-06-30').map(({ key }) => `issuers/${key}`);
    const taken = textsOf(content.issuers.map(({ data }) => data.predecessors ?? []));
    expect(taken.filter((target) => closed.includes(target))).toContain('issuers/huyen-uy-go-cong-tay');
  });

  it('gives an image in a cover, figure or gallery an alternative text in its language', () => {
    const figuresOf = (value: unknown): Record<string, unknown>[] => {
      if (Array.isArray(value)) return value.flatMap(figuresOf);
      if (!isRecord(value)) return [];
      return [...(isRecord(value.image) ? [value] : []), ...Object.values(value).flatMap(figuresOf)];
    };
    const figures = everything.flatMap(({ data, locales }) => [...figuresOf(data), ...figuresOf(locales)]);
    expect(figures.length).toBeGreaterThan(20);
    expect(
      figures.filter(({ alternativeText }) => typeof alternativeText !== 'string' || alternativeText === ''),
    ).toEqual([]);
  });

  it('is NFC throughout', () => {
    const texts = everything.flatMap(({ data, locales }) => [...textsOf(data), ...textsOf(locales)]);
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
    expect(texts.filter((text) => /[\u00d0\u00f0]/.test(text))).toEqual([]);
  });

  it('has no sentence twice and no filler', () => {
    const prose = [...content.articles, ...documents, ...content.pages].flatMap(({ data, locales }) =>
      [data, locales.en ?? {}].flatMap(({ title, lead, summary, body }) => [
        ...textsOf([title, lead, summary].filter((text) => text !== undefined)),
        ...proseOf(body),
      ]),
    );
    const twice = prose.filter((text, index) => prose.indexOf(text) !== index);
    expect(prose.length).toBeGreaterThan(150);
    expect(twice).toEqual([]);
    expect(prose.filter((text) => /lorem|ipsum/iu.test(text))).toEqual([]);
  });
});

/** The lines of a body that are told: texts and quotes, long enough to be a sentence. */
function proseOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(proseOf);
  if (!isRecord(value)) return [];
  const own = [value.text, value.html, value.transcript].filter((text): text is string => typeof text === 'string');
  return [...own.filter((text) => text.length > 25), ...Object.values(value).flatMap(proseOf)];
}

describe('reading sample files', () => {
  const withFolder = (change: (copy: SampleContent) => void, check: (path: string) => void): void => {
    const copy = structuredClone(content);
    change(copy);
    const path = mkdtempSync(join(tmpdir(), 'gazette-sample-'));
    try {
      for (const collection of COLLECTIONS)
        writeFileSync(join(path, `${collection}.json`), JSON.stringify(copy[collection]));
      check(path);
    } finally {
      rmSync(path, { recursive: true });
    }
  };

  it.each<[string, (copy: SampleContent) => void, string]>([
    [
      'a reference to nothing',
      (copy) => (copy.articles[0].data.topics = [{ ref: 'topics/none' }]),
      'articles.json: entry "ke-chuyen-que-huong": the reference "topics/none" names no entry',
    ],
    [
      'a reference to what is made later',
      (copy) => (copy.tags[0].data.article = { ref: 'articles/duong-hoa' }),
      'tags.json: entry "nong-thon-moi": the reference "articles/duong-hoa" names an entry that is made later',
    ],
    [
      'a missing picture',
      (copy) => (copy.pages[0].data.cover = { image: { file: 'images/none.jpg' } }),
      'pages.json: entry "gioi-thieu": the media file "images/none.jpg" does not exist',
    ],
    ['a key used twice', (copy) => copy.tags.push(copy.tags[0]), 'tags.json: the key "nong-thon-moi" stands twice'],
    ['an unreadable key', (copy) => (copy.tags[0].key = 'Nông thôn'), 'tags.json: entry 1: "key" must be'],
  ])('refuses %s and names file, entry and fault', (_fault, change, message) => {
    withFolder(change, (path) => expect(() => readSampleContent(path)).toThrow(message));
  });

  it('names the file that is missing', () => {
    const path = mkdtempSync(join(tmpdir(), 'gazette-sample-'));
    expect(() => readSampleContent(path)).toThrow('tags.json cannot be read');
    rmSync(path, { recursive: true });
  });
});

describe('preparing sample entries', () => {
  const entry = (key: string, ...needs: string[]): SampleEntry => ({
    key,
    status: 'published',
    data: { parent: needs.map((ref) => ({ ref: `topics/${ref}` })) },
    locales: {},
  });

  it('puts parents before their children and otherwise keeps the order', () => {
    const ordered = inDependencyOrder('topics', [entry('a', 'c'), entry('b'), entry('c', 'd'), entry('d')]);
    expect(ordered.map(({ key }) => key)).toEqual(['d', 'c', 'a', 'b']);
  });

  it('refuses entries that refer to each other in a circle', () => {
    expect(() => inDependencyOrder('topics', [entry('a', 'b'), entry('b', 'a')])).toThrow(
      'topics/a → topics/b → topics/a',
    );
  });

  it('replaces references and media at any depth and leaves the rest', () => {
    const resolver = { documentIdOf: (target: string) => `id of ${target}`, fileIdOf: () => 7 };
    const data = {
      topics: [{ ref: 'topics/a' }],
      attachments: [{ file: { file: 'files/a.pdf' }, title: 'Toàn văn', pages: 1 }],
      authorships: [{ author: { ref: 'authors/b' } }],
      source: null,
    };
    expect(resolveData(data, resolver)).toEqual({
      topics: ['id of topics/a'],
      attachments: [{ file: 7, title: 'Toàn văn', pages: 1 }],
      authorships: [{ author: 'id of authors/b' }],
      source: null,
    });
  });
});
