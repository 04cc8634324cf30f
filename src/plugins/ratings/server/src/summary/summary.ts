import type { z } from 'zod';
import type { summarySchema } from './schema';

/** A document that is rated. */
export interface Target {
  collection: string;
  documentId: string;
}

/** Votes of 1, 2, 3, 4 and 5 points. */
export type Histogram = readonly [number, number, number, number, number];

/** What is kept of a target: its votes, and a balance that was there before them, of which only the totals are known. */
export interface Tally extends Target {
  histogram: Histogram;
  openingCount: number;
  openingSum: number;
  /** Counts every change of the tally. */
  revision: number;
}

/** What is shown of a tally. */
export type Summary = z.infer<typeof summarySchema>;

export interface Prior {
  votes: number;
  mean: number;
}

export const EMPTY_HISTOGRAM: Histogram = [0, 0, 0, 0, 0];

export const emptyTally = ({ collection, documentId }: Target): Tally => ({
  collection,
  documentId,
  histogram: EMPTY_HISTOGRAM,
  openingCount: 0,
  openingSum: 0,
  revision: 0,
});

const total = (histogram: Histogram, weight: (score: number) => number): number =>
  histogram.reduce((sum, votes, index) => sum + votes * weight(index + 1), 0);

export const countOf = ({ histogram, openingCount }: Tally): number => total(histogram, () => 1) + openingCount;

export const sumOf = ({ histogram, openingSum }: Tally): number => total(histogram, (score) => score) + openingSum;

/** Of whole numbers of points and votes, so that no binary fraction rounds the wrong way. */
const toTwoDecimals = (sum: number, count: number): number => Math.round((sum * 100) / count) / 100;

const bayesianOf = (tally: Tally, { votes, mean }: Prior): number => {
  const count = countOf(tally) + votes;
  return count === 0 ? mean : (sumOf(tally) + votes * mean) / count;
};

export const summaryOf = (tally: Tally, prior: Prior): Summary => {
  const count = countOf(tally);
  const sum = sumOf(tally);
  return {
    count,
    sum,
    average: count === 0 ? null : toTwoDecimals(sum, count),
    bayesian: Math.round(bayesianOf(tally, prior) * 100) / 100,
    histogram: tally.histogram,
  };
};

const DIGITS = 16;
const COUNT_DIGITS = 9;
const MILLIONTHS = 1_000_000;

/**
 * A text of 16 digits that sorts by code point as the tally ranks: by its bayesian average, then by its number of votes;
 * without votes below all others.
 */
export const rankOf = (tally: Tally, prior: Prior): string => {
  const count = countOf(tally);
  if (count === 0) return '0'.repeat(DIGITS);
  const average = String(Math.round(bayesianOf(tally, prior) * MILLIONTHS)).padStart(DIGITS - COUNT_DIGITS, '0');
  return average + String(Math.min(count, 10 ** COUNT_DIGITS - 1)).padStart(COUNT_DIGITS, '0');
};
