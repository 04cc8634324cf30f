import type { EventLine, VoteLine } from '../store/editing';
import type { Summary, Target } from '../summary';
import type { TargetTitle } from './targets';

/** A vote as editors see it. Times are ISO 8601. */
export interface ListedVote {
  id: string;
  score: number;
  origin: 'visitor' | 'member';
  votedOn: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface ListedEvent {
  id: number;
  at: string;
  event: string;
  vote: { id: string; score: number; origin: string; votedOn: string | null };
  who: { id: string; name: string };
  reason: string;
}

export interface Overview extends Target, Summary {
  opening: { count: number; sum: number };
  /** Days with new votes in the last 90 days, the oldest first. `sum` is what these votes say now. */
  trend: { day: string; count: number; sum: number }[];
}

export interface RankedTarget extends Target, Omit<Summary, 'histogram'> {
  /** Null where it is not public now. */
  item: TargetTitle | null;
}

/** What editors see of ratings and may do with them. */
export interface Editing {
  overview(target: Target): Promise<Overview>;
  votes(target: Target, page: number, pageSize: number): Promise<{ votes: ListedVote[]; total: number }>;
  /** The latest 100. */
  events(target: Target): Promise<ListedEvent[]>;
  /** Takes a vote away for good; what was done, by whom and why is kept. @throws RatingError 404 */
  annul(voteId: string, who: { id: string; name: string }, reason: string): Promise<ListedEvent>;
  /** The best rated (by bayesian average) and the most rated. */
  top(collection: string, limit: number): Promise<{ best: RankedTarget[]; most: RankedTarget[] }>;
  /** Every vote on a target, a part at a time. */
  everyVote(target: Target): AsyncGenerator<ListedVote[]>;
  /** Every rated document of a collection, a part at a time. */
  everySummary(
    collection: string,
  ): AsyncGenerator<(RankedTarget & Pick<Summary, 'histogram'> & { opening: { count: number; sum: number } })[]>;
}

/** A moment as ISO 8601. */
export const iso = (moment: Date | number): string => new Date(moment).toISOString();

export const listed = ({ id, score, origin, votedOn, createdAt, updatedAt }: VoteLine): ListedVote => ({
  id,
  score,
  origin,
  votedOn,
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});

export const listedEvent = ({
  id,
  at,
  event,
  voteId,
  score,
  origin,
  votedOn,
  whoId,
  whoName,
  reason,
}: EventLine): ListedEvent => ({
  id: Number(id),
  at,
  event,
  vote: { id: voteId, score, origin, votedOn },
  who: { id: whoId, name: whoName },
  reason,
});
