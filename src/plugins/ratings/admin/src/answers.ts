/** Answers of the plugin's admin routes; their shapes stand with the server's routes. */

export interface Summary {
  count: number;
  sum: number;
  /** To two decimals; null without votes. */
  average: number | null;
  bayesian: number | null;
}

/** A collection that readers rate, and the content type that editors see. */
export interface RatedType {
  collection: string;
  uid: string;
}

export interface Overview extends Summary {
  /** Votes of 1, 2, 3, 4 and 5 points. */
  histogram: number[];
  /** Taken over from an earlier site, which knew no single votes. */
  opening: { count: number; sum: number };
  /** Days (YYYY-MM-DD) with new votes, the oldest first. */
  trend: { day: string; count: number; sum: number }[];
}

export interface ListedVote {
  id: string;
  score: number;
  origin: 'visitor' | 'member';
  votedOn: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface Annulment {
  id: number;
  at: string;
  vote: { id: string; score: number; origin: string; votedOn: string | null };
  who: { id: string; name: string };
  reason: string;
}

export interface RankedItem extends Summary {
  collection: string;
  documentId: string;
  /** Null where it is not public now. */
  item: { title: string; url: string } | null;
}

export interface Ranking {
  best: RankedItem[];
  most: RankedItem[];
}
