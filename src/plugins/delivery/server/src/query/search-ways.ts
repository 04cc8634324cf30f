/**
 * PostgreSQL finds hits by the index, which gives all of them, or by walking all rows from the newest on, whose entries must be
 * fetched and unpacked. Its planner takes the unpacking for nothing and does not know how frequent a word is, so that it is told.
 */
export type Way =
  /** All hits by the index; sorted. */
  | 'found'
  /** Row by row from the newest on, until the page is full. */
  | 'walked'
  /** By the index, stretch by stretch from the newest on, until the page is full. */
  | 'in-stretches';

/** How each rank of a search is looked for. */
export interface SearchWays {
  byRank: readonly Way[];
  stretches: readonly Stretch[];
  /** So many parts are expected to fill a first page: planning those that are never reached takes longer than finding the page. Null for all. */
  enough: number | null;
}

/** A rank, in a stretch. */
export interface Part {
  rank: number;
  way: Way;
  stretch: Stretch;
}

/** Rows of neighbouring ids. Those of a search follow each other without gap or overlap, the newest first. */
export interface Stretch {
  /** Ids from here on; null for all. */
  from: number | null;
  /** Ids below this; null for all. */
  before: number | null;
  /** How the index names the spans or eras that hold these rows, and maybe more; null where it is not asked for them. */
  spans: readonly number[] | null;
}

/** All rows. */
const WHOLE: Stretch = { from: null, before: null, spans: null };

/** The parts of a search, in the order of its hits. */
export const partsOf = (ranks: number, ways: Omit<SearchWays, 'enough'> | undefined): Part[] =>
  Array.from({ length: ranks }, (_, rank) => ({ rank, way: ways?.byRank[rank] ?? ('found' as const) })).flatMap(
    ({ rank, way }) =>
      (way === 'in-stretches' ? (ways?.stretches ?? [WHOLE]) : [WHOLE]).map((stretch) => ({ rank, way, stretch })),
  );

/** Rows whose ids agree but for so many bits are of one span, 23 days, and of one era, a year. */
export const SPAN_BITS = 27;
export const ERA_BITS = 31;

const floorTo = (id: number, bits: number): number => Math.floor(id / 2 ** bits);

/** How the index names spans and eras, see migration 0014: spans from 0 up, eras from -1 down. */
const namesOf = (bits: number, first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => (bits === SPAN_BITS ? first + index : -1 - (first + index)));

/** More names than these are no help: the rows lie too far apart. */
const MAX_NAMES = 24;

/** What is known of the newest rows. */
export interface Newest {
  /** The highest id. */
  id: number;
  /** The ids that stand so many rows behind it: `NEAR`, and `FAR`; null where there are fewer rows. */
  near: number | null;
  far: number | null;
}

/** So many rows are in the first stretch, and in the first two, at least. */
export const NEAR = 1_000;
export const FAR = 10_000;

/**
 * The stretches of all rows: what is newer than anything yet, the newest spans, the newest eras, and the rest. Empty where there are too few
 * rows to part them.
 */
export const stretchesOf = ({ id, near, far }: Newest): Stretch[] => {
  if (near === null) return [];
  const [firstSpan, lastSpan] = [floorTo(near, SPAN_BITS), floorTo(id, SPAN_BITS)];
  const top = (lastSpan + 1) * 2 ** SPAN_BITS;
  const nearFrom = firstSpan * 2 ** SPAN_BITS;
  if (lastSpan - firstSpan >= MAX_NAMES) return [];
  const stretches: Stretch[] = [
    { from: top, before: null, spans: null },
    { from: nearFrom, before: top, spans: namesOf(SPAN_BITS, firstSpan, lastSpan) },
  ];
  const firstEra = far === null ? Infinity : floorTo(far, ERA_BITS);
  const lastEra = floorTo(nearFrom - 1, ERA_BITS);
  const farFrom = firstEra * 2 ** ERA_BITS;
  const isFarther = lastEra >= firstEra && lastEra - firstEra < MAX_NAMES;
  if (isFarther) stretches.push({ from: farFrom, before: nearFrom, spans: namesOf(ERA_BITS, firstEra, lastEra) });
  stretches.push({ from: null, before: isFarther ? farFrom : nearFrom, spans: null });
  return stretches;
};

/** What a way costs is counted in rows that the index finds. A row met on a walk costs so many. */
const WALKED_ROW = 3;
/** Looking into one stretch. */
const STRETCH = 250;

/**
 * The cheapest way to the newest hits of a rank.
 * @param density how many of the newest rows are hits, 0 to 1
 * @param rows how many hits are wanted
 * @param items rows in all
 * @param isParted whether there are stretches
 */
export const wayTo = (density: number, rows: number, items: number, isParted: boolean): Way => {
  if (density === 0) return 'found';
  const found = density * items;
  const walked = (WALKED_ROW * rows) / density;
  // As many stretches as hold a page, and some more than the page needs.
  const inStretches = [NEAR, FAR].flatMap((size, index) =>
    density * size > rows && size < items ? [STRETCH * (index + 1) + density * size] : [],
  );
  const stretched = isParted ? Math.min(found + 3 * STRETCH, ...inStretches) : Infinity;
  if (walked <= found && walked <= stretched) return 'walked';
  return stretched < found ? 'in-stretches' : 'found';
};

/** What is expected of a part is not quite what it holds. */
const CAUTION = 0.5;

/**
 * How many parts fill a first page, as it seems.
 * @param newest hits of each rank in the newest spans
 * @returns null where all are needed
 */
export const partsToFill = (
  ways: Omit<SearchWays, 'enough'>,
  newest: readonly number[],
  rows: number,
): number | null => {
  const parts = partsOf(newest.length, ways);
  let expected = 0;
  const last = parts.findIndex(({ rank, way, stretch }) => {
    const hits = newest[rank] ?? 0;
    if (way === 'walked') expected += Infinity;
    else if (stretch.spans === null) expected += way === 'found' ? hits * CAUTION : 0;
    else if (stretch.spans.some((name) => name >= 0)) expected += hits;
    else expected += (hits * (FAR - NEAR) * CAUTION) / NEAR;
    return expected >= rows;
  });
  return last < 0 || last === parts.length - 1 ? null : last + 1;
};
