import { ERA_BITS, SPAN_BITS } from '../store/search';

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

/** How a rank is looked for. */
export interface RankWay {
  way: Way;
  /** How it is looked for behind the newest stretches. */
  rest: 'found' | 'walked';
}

/** How each rank of a search is looked for. */
export interface SearchWays {
  byRank: readonly RankWay[];
  stretches: readonly Stretch[];
  /** So many parts are expected to fill a first page: planning those that are never reached takes longer than finding the page. Null for all. */
  enough: number | null;
}

/** A rank in a stretch. */
export interface Part {
  rank: number;
  stretch: Stretch;
  isWalked: boolean;
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

/** Whether a stretch is that of what is newer than anything that is known: of hardly any rows. */
export const isNewer = ({ from, spans }: Stretch): boolean => from !== null && spans === null;

/** The parts of a search, in the order of its hits. */
export const partsOf = (ranks: number, ways: Omit<SearchWays, 'enough'> | undefined): Part[] =>
  Array.from({ length: ranks }, (_, rank): Part[] => {
    const { way, rest } = ways?.byRank[rank] ?? { way: 'found', rest: 'found' };
    const stretches = ways?.stretches ?? [];
    if (way !== 'in-stretches' || stretches.length === 0) return [{ rank, stretch: WHOLE, isWalked: way === 'walked' }];
    return stretches.map((stretch) => ({
      rank,
      stretch,
      isWalked: isNewer(stretch) || (stretch.spans === null && rest === 'walked'),
    }));
  }).flat();

const floorTo = (id: number, bits: number): number => Math.floor(id / 2 ** bits);

/** How the index names spans and eras, see migration 0014: spans from 0 up, eras from -1 down. */
const namesOf = (bits: number, first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => (bits === SPAN_BITS ? first + index : -1 - (first + index)));

/** More names than these are no help: the rows lie too far apart. */
const MAX_NAMES = 24;

/** What is known of the newest rows. */
export interface Newest {
  /** The id that stands `TOP` rows behind the highest one. */
  id: number;
  /** The ids that stand so many rows behind it: `NEAR`, and `FAR`; null where there are fewer rows. */
  near: number | null;
  far: number | null;
}

/** So many rows may be of days to come; one with a mistaken year must not be taken for the newest. */
export const TOP = 20;
/** The stretch of the newest spans holds so many rows, and with that of the newest eras so many, at least. */
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

/** What is known of a rank and of what it is looked for in. */
export interface Sample {
  /** How many of the newest rows are hits, 0 to 1. */
  density: number;
  /** How many hits are wanted. */
  rows: number;
  /** Rows in all. */
  items: number;
  /** Rows in the stretch of the newest spans; null without stretches. */
  near: number | null;
}

/** The cheapest way to the newest hits of a rank. */
export const wayTo = ({ density, rows, items, near }: Sample): RankWay => {
  if (density === 0) return { way: 'found', rest: 'found' };
  const found = density * items;
  const walked = (WALKED_ROW * rows) / density;
  const rest = walked < found ? 'walked' : 'found';
  // As many stretches as hold a page.
  const inStretches = [near ?? items, Math.max(near ?? 0, FAR)].flatMap((size, index) =>
    density * size > rows && size < items ? [STRETCH * (index + 1) + density * size] : [],
  );
  const stretched = near === null ? Infinity : Math.min(3 * STRETCH + Math.min(found, walked), ...inStretches);
  if (walked <= found && walked <= stretched) return { way: 'walked', rest };
  return { way: stretched < found ? 'in-stretches' : 'found', rest };
};

/** Each number of parts is a statement that is kept prepared: a few numbers are enough. */
const STEPS = [1, 2, 3, 4, 6, 9, 13];

/** The next step from a number of parts on; null where that is all. */
export const inSteps = (parts: number, all: number): number | null => {
  const step = STEPS.find((one) => one >= parts);
  return step === undefined || step >= all ? null : step;
};

/** What is expected of a part is not quite what it holds. */
const CAUTION = 0.5;

/**
 * How many parts fill a first page, as it seems.
 * @param newest hits of each rank in the stretch of the newest spans
 * @param near rows in that stretch
 * @returns null where all are needed
 */
export const partsToFill = (
  ways: Omit<SearchWays, 'enough'>,
  newest: readonly number[],
  rows: number,
  near: number,
): number | null => {
  const parts = partsOf(newest.length, ways);
  const isEra = ({ spans }: Stretch) => spans !== null && spans.every((name) => name < 0);
  let expected = 0;
  const last = parts.findIndex(({ rank, stretch, isWalked }) => {
    const hits = newest[rank] ?? 0;
    if (isEra(stretch)) expected += (CAUTION * hits * Math.max(0, FAR - near)) / near;
    else if (stretch.spans !== null) expected += hits;
    else if (!isNewer(stretch)) expected += isWalked ? Infinity : hits * CAUTION;
    return expected >= rows;
  });
  return last < 0 ? null : inSteps(last + 1, parts.length);
};
