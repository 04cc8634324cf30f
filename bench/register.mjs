import { some } from './context.mjs';
import { compareSizes, serve } from './sizes.mjs';

const each =
  (below) =>
  ({ ids }) =>
    some(ids, 100).map((id) => `/api/documents/${id}${below}`);

const READS = [
  ['document', each('')],
  ['relations', each('/relations')],
  ['timeline', each('/timeline')],
  ['citing', each('/citing')],
  ['lookup', ({ symbols }) => some(symbols, 100).map((symbol) => `/api/documents/lookup?symbol=${symbol}`)],
  ['list', () => ['/api/documents?pagination[pageSize]=20']],
  ['list on a day', () => ['/api/documents?pagination[pageSize]=20&asOf=2022-06-01']],
  ['in force', () => ['/api/documents?pagination[pageSize]=20&filters[status]=in-force']],
  ['expired', () => ['/api/documents?pagination[pageSize]=20&filters[status]=expired']],
  ['in force on a day', () => ['/api/documents?pagination[pageSize]=20&filters[status]=in-force&asOf=2022-06-01']],
  ['expired, by title', () => ['/api/documents?pagination[pageSize]=20&filters[status]=expired&sort=title']],
  ['facet of status', () => ['/api/documents?pagination[pageSize]=20&facets=status,kind']],
];

/** The time of the register's reads among many documents with relations against that among few. */
export const register = async (context, size) => {
  const { fill, databaseName } = context;
  const sizes = [];
  for (const documents of [500, size]) {
    const { environment, ...made } = await fill(`${databaseName}_r${documents}`, 'register.cjs', documents);
    sizes.push({ ...made, ...(await serve(environment, sizes.length + 4)) });
  }
  const labels = sizes.map(({ ids, relations }) => `${ids.length} documents, ${relations} relations`);
  try {
    await compareSizes(context, sizes, labels, READS);
  } finally {
    for (const { end } of sizes) await end();
  }
};
