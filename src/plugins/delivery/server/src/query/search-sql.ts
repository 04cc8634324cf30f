import { placeOf, type Expression, type RankedSearch } from '../search';
import { ERA_BITS, ID_BITS, SPAN_BITS } from '../store/search';
import { symbolEntry, wordEntry } from '../store/search-entries';
import type { Tables } from '../store/tables';
import type { Statement } from './list-parts';
import { FAR, NEAR, TOP, type Stretch } from './search-ways';

/** The entry that a condition on one asks for. */
const entryOf = (expression: Extract<Expression, { kind: 'entry' | 'symbol' | 'place' }>): string => {
  if (expression.kind === 'entry') return wordEntry(expression.form, expression.level, expression.entry);
  return expression.kind === 'symbol' ? symbolEntry(expression.key) : expression.place;
};

/** An expression as FTS5 reads it. Entries hold no quotation mark, and nothing else means anything between two of them. */
const ftsText = (expression: Expression): string => {
  switch (expression.kind) {
    case 'entry':
      return `tokens : "${entryOf(expression)}"${expression.isPrefix ? ' *' : ''}`;
    case 'symbol':
    case 'place':
      return `tokens : "${entryOf(expression)}"`;
    case 'all':
      return `(${expression.of.map(ftsText).join(' AND ')})`;
    case 'any':
      return `(${expression.of.map(ftsText).join(' OR ')})`;
    case 'except':
      return `(${ftsText(expression.from)} NOT ${ftsText(expression.without)})`;
  }
};

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The same as a `tsquery`. */
const tsText = (expression: Expression): string => {
  switch (expression.kind) {
    case 'entry':
      return quoted(entryOf(expression)) + (expression.isPrefix ? ':*' : '');
    case 'symbol':
    case 'place':
      return quoted(entryOf(expression));
    case 'all':
      return `(${expression.of.map(tsText).join(' & ')})`;
    case 'any':
      return `(${expression.of.map(tsText).join(' | ')})`;
    case 'except':
      return `(${tsText(expression.from)} & !${tsText(expression.without)})`;
  }
};

/** The rows of the index that meet an expression in a list and language: `k0`, a row of `search`. */
export interface SearchSource {
  from: Statement;
  where: Statement[];
}

/** Where hits are looked for. */
export interface SearchPlace {
  list: string;
  locale: string;
  /**
   * Most rows are of this list and language: each hit is asked whether it is, since the index names about as many rows for it as there
   * are. Only PostgreSQL has to be told.
   */
  isOfMost?: boolean;
}

/** How the index alone is asked, without the rows that it is of. */
const matching = (
  t: Tables,
  expression: Expression,
  { phrases }: RankedSearch,
  { list, locale, isOfMost = false }: SearchPlace,
): { from: string; where: Statement[] } => {
  const place = placeOf(list, locale);
  const placed: Expression = { kind: 'all', of: [expression, { kind: 'place', place }] };
  if (t.client === 'sqlite') {
    const inOrder = phrases.map((words) => `words : "${words.join(' ')}"`);
    return {
      from: `${t.searchIndex} x`,
      where: [{ sql: `x.${t.searchIndex} MATCH ?`, values: [[ftsText(placed), ...inOrder].join(' AND ')] }],
    };
  }
  // Words hold letters and digits only: nothing in them means anything to LIKE.
  const inOrder = phrases.map((words) => ({ sql: 'k0.words LIKE ?', values: [`% ${words.join(' ')} %`] }));
  const from = `${t.search} k0`;
  if (!isOfMost) return { from, where: [{ sql: 'k0.tokens @@ ?::tsquery', values: [tsText(placed)] }, ...inOrder] };
  return {
    from,
    where: [
      { sql: 'k0.tokens @@ ?::tsquery', values: [tsText(expression)] },
      // PostgreSQL takes LIKE for cheap, and would fetch and unpack the words of other lists.
      inOrder.reduce<Statement>(
        (before, { sql, values }) => ({
          sql: `CASE WHEN ${before.sql} THEN ${sql} ELSE FALSE END`,
          values: [...before.values, ...values],
        }),
        { sql: '? = ANY(k0.places)', values: [place] },
      ),
    ],
  };
};

/** The rows that meet an expression, newest last by `k0.id`. */
export const searchSource = (
  t: Tables,
  expression: Expression,
  ranked: RankedSearch,
  place: SearchPlace,
): SearchSource => {
  const { from, where } = matching(t, expression, ranked, place);
  // SQLite keeps the order of a CROSS JOIN: the index is walked by its ids, and what is asked of rows comes behind.
  const joined = t.client === 'sqlite' ? `${from} CROSS JOIN ${t.search} k0 ON k0.id = x.rowid` : from;
  return { from: { sql: joined, values: [] }, where };
};

/** How many rows meet all that a search asks, by the index alone. */
export const hitCountSql = (t: Tables, ranked: RankedSearch, place: SearchPlace): Statement => {
  const { from, where } = matching(t, ranked.hits, ranked, place);
  return {
    sql: `SELECT COUNT(*) AS total FROM ${from} WHERE ${where.map(({ sql }) => sql).join(' AND ')}`,
    values: where.flatMap(({ values }) => values),
  };
};

/** The column by which hits of one rank are put in order. */
export const idColumn = ({ client }: Tables): string => (client === 'sqlite' ? 'x.rowid' : 'k0.id');

/** Which rows of a stretch: of PostgreSQL's table `k0`. */
const inSpans = (spans: readonly number[]): Statement => ({
  sql: `ARRAY[k0.id >> ${SPAN_BITS}, -1 - (k0.id >> ${ERA_BITS})] && ?::bigint[]`,
  values: [`{${spans.join()}}`],
});

/**
 * The rows of a stretch, as conditions. A stretch of spans has no lower bound of ids besides: by two bounds PostgreSQL would walk
 * through it.
 */
export const inStretch = ({ from, before, spans }: Stretch): Statement[] => [
  ...(spans ? [inSpans(spans)] : []),
  ...(from !== null && !spans ? [{ sql: 'k0.id >= ?', values: [from] }] : []),
  ...(before !== null ? [{ sql: 'k0.id < ?', values: [before] }] : []),
];

/** What is known of the newest rows, see `Newest`, and how many `rows` there are. */
export const newestSql = (t: Tables): Statement => {
  const idAt = (offset: number) => `(SELECT id FROM ${t.search} ORDER BY id DESC LIMIT 1 OFFSET ${offset})`;
  const [top, near, far] = [TOP, TOP + NEAR, TOP + FAR].map(idAt);
  const rows = `(SELECT COUNT(*) FROM ${t.search})`;
  return { sql: `SELECT ${top} AS id, ${near} AS near, ${far} AS far, ${rows} AS rows`, values: [] };
};

/** So many hits of a rank are counted; of more it is known that they are frequent. */
const MOST = 20_000;

/**
 * How many rows a stretch has, as `rows`, and how many hits of each rank are among them, as `n0`…; without a stretch, how many hits there are
 * in all.
 */
export const rankCountsSql = (
  t: Tables,
  ranked: RankedSearch,
  places: readonly SearchPlace[],
  stretch: Stretch | null,
): Statement => {
  const bounds = stretch ? inStretch(stretch) : [];
  const ids = [stretch?.from ?? 0, stretch?.before ?? Number.MAX_SAFE_INTEGER];
  const counts = ranked.ranks.map(({ hits }, index): Statement => {
    const ofPlaces = places.map((place): Statement => {
      const { from, where } = matching(t, hits, ranked, place);
      const all = [...where, ...bounds];
      return {
        sql: `(SELECT COUNT(*) FROM (SELECT 1 FROM ${from} WHERE ${all.map(({ sql }) => sql).join(' AND ')} LIMIT ${MOST}) q${index})`,
        values: all.flatMap(({ values }) => values),
      };
    });
    return {
      sql: `${ofPlaces.map(({ sql }) => sql).join(' + ')} AS n${index}`,
      values: ofPlaces.flatMap(({ values }) => values),
    };
  });
  const rows = stretch ? `(SELECT COUNT(*) FROM ${t.search} k0 WHERE k0.id >= ? AND k0.id < ?)` : '0';
  return {
    sql: `SELECT ${[...counts.map(({ sql }) => sql), `${rows} AS rows`].join(', ')}`,
    values: [...counts.flatMap(({ values }) => values), ...(stretch ? ids : [])],
    isByIndex: true,
  };
};

/**
 * Hits that are older than one. FTS5 goes straight to a whole number; a number as large as these comes as a float, by which it starts at the
 * beginning.
 */
export const beforeId = (t: Tables, id: number): Statement => ({
  sql: t.client === 'sqlite' ? `${idColumn(t)} < CAST(? AS INTEGER)` : `${idColumn(t)} < ?`,
  values: [id],
});

/** The order in which hits are asked for. An order that no index has keeps PostgreSQL from walking. */
export const orderColumn = ({ client }: Tables, isWalked: boolean): string =>
  client === 'sqlite' ? 'x.rowid' : isWalked ? 'k0.id' : 'k0.id + 0';

/** Ranks weigh tenths and halves; their places are whole numbers. */
const STEPS = 2;
const RANK = 2 ** ID_BITS;

/** What the ids of a rank's hits are raised by, so that one number orders all hits: by rank, then by age. */
export const raiseOf = (weight: number): number => Math.round(weight * STEPS) * RANK;

/** The rank and the id in a place among the hits; null for a text that is none. */
export const placeAmongHits = (text: string): { raise: number; id: number } | null => {
  const place = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(place)) return null;
  return { raise: place - (place % RANK), id: place % RANK };
};

/** A number that orders hits as they are shown: the rank, and behind the point how new they are. */
export const scoreOf = (place: number): number => {
  const id = place % RANK;
  return Number(((place - id) / RANK / STEPS + id / RANK / STEPS).toFixed(4));
};
