import { some } from './context.mjs';
import { measureExport } from './export.mjs';
import { compareSizes, serve } from './sizes.mjs';

const SCALED = [
  ['item', ({ slugs }) => some(slugs, 100).map((slug) => `/api/articles/${slug}`)],
  ['list', () => ['/api/articles?pagination[pageSize]=20']],
  ['list by title', () => ['/api/articles?pagination[pageSize]=20&sort=title']],
  ['filter by one value', () => ['/api/articles?pagination[pageSize]=20&filters[topic]=kinh-te']],
  ['filter by two facets', () => ['/api/articles?pagination[pageSize]=20&filters[topic]=kinh-te&filters[tag]=lua']],
  [
    'filter and range',
    () => [
      '/api/articles?pagination[pageSize]=20&filters[tag]=lua&filters[firstPublishedAt][$gte]=2010-01-02&filters[firstPublishedAt][$lt]=2024-01-05',
    ],
  ],
  ['changes, first page', () => ['/api/changes?limit=100']],
  ['changes, last page', ({ behind }) => [`/api/changes?limit=100&since=${behind}`]],
  ['facets', () => ['/api/articles?pagination[pageSize]=20&facets=topic,tag,year,author']],
  ['facets of a filtered list', () => ['/api/articles?pagination[pageSize]=20&filters[topic]=kinh-te&facets=tag,year']],
];

/** The small register has eight documents, so that pages of five hold as much in both. */
const DOCUMENTS = [
  ['documents', () => ['/api/documents?pagination[pageSize]=5']],
  [
    'documents of an issuer',
    () => ['/api/documents?pagination[pageSize]=5&filters[issuer]=uy-ban-nhan-dan-huyen&issuerTree=true'],
  ],
  ['documents by title, facets', () => ['/api/documents?pagination[pageSize]=5&sort=title&facets=kind,year,level']],
];

/** A cursor of the change log with a hundred entries behind it. */
const nearEnd = async (base) => {
  const cursors = [];
  for (let since = '', more = true; more;) {
    const { data, meta } = await (await fetch(`${base}/api/changes?limit=1000&since=${since}`)).json();
    cursors.push(...data.map((entry) => entry.cursor));
    ({ cursor: since, more } = meta);
  }
  return cursors[cursors.length - 101];
};

/** The time of each read among many articles and documents against that among few. */
export const scale = async (context, size) => {
  const { fill, databaseName, articles } = context;
  const sizes = [];
  for (const copies of [0, size]) {
    const filled = await fill(`${databaseName}_${copies}`, 'fill.cjs', articles, copies);
    const { base, end } = await serve(filled.environment, sizes.length);
    // Deep in the list: nine tenths of the way down, reached from page to page.
    const start = copies === 0 ? Math.floor(articles * 0.9) : 10_000;
    const answer = await fetch(`${base}/api/articles?pagination[start]=${start}&pagination[limit]=1`);
    const next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    const cursor = new URL(next).searchParams.get('pagination[cursor]');
    const behind = await nearEnd(base);
    sizes.push({ base, end, slugs: filled.copied.length > 0 ? filled.copied : filled.slugs, cursor, behind });
  }
  const deep = ({ cursor }) => [`/api/articles?pagination[pageSize]=20&pagination[cursor]=${cursor}`];
  try {
    await compareSizes(
      context,
      sizes,
      [articles, articles + size],
      [...SCALED, ...DOCUMENTS, ['deep page (cursor)', deep]],
    );
    await measureExport(context, sizes, [articles, articles + size]);
  } finally {
    for (const { end } of sizes) await end();
  }
};
