import type { Target } from '../summary';

export type Origin = 'visitor' | 'member';

/** Who votes. */
export interface Voter {
  /** Tells voters apart; says nothing of a visitor. */
  key: string;
  origin: Origin;
  /** The documentId of a member's account. */
  member: string | null;
}

export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** What a voter does with the vote on one target: gives or changes it, or takes it back (null). */
export interface Ballot extends Target {
  voter: Voter;
  score: Score | null;
}

/** A vote as it is stored. */
export interface StoredVote {
  score: number;
  /** Milliseconds since 1970. */
  updatedAt: number;
  /** The day of the first vote, YYYY-MM-DD; without it the day on which it is written. */
  votedOn?: string | null;
}

/** A vote that is to be written. */
export interface VoteWrite extends Target, StoredVote {
  voter: Voter;
}

export interface VoteRemoval extends Target {
  voterKey: string;
}

/** What a batch of ballots changes. */
export interface Decision {
  writes: VoteWrite[];
  removals: VoteRemoval[];
  /** By target: how many votes of 1 to 5 points come and go. */
  deltas: Map<string, Target & { histogram: number[] }>;
  /** By ballot: the score before. */
  before: (number | null)[];
}

export const targetKey = ({ collection, documentId }: Target): string => `${collection}\n${documentId}`;

export const voteKey = (target: Target, voterKey: string): string => `${targetKey(target)}\n${voterKey}`;

/** Keeps what a batch does to votes, so that several ballots of one voter follow one another. */
class Votes {
  private readonly now: Map<string, StoredVote>;
  private readonly touched = new Map<string, Target & { voter: Voter }>();
  readonly deltas: Decision['deltas'] = new Map();

  constructor(private readonly stored: ReadonlyMap<string, StoredVote>) {
    this.now = new Map(stored);
  }

  get(target: Target, voterKey: string): StoredVote | undefined {
    return this.now.get(voteKey(target, voterKey));
  }

  set({ collection, documentId }: Target, voter: Voter, next: StoredVote | null): void {
    const target = { collection, documentId };
    const key = voteKey(target, voter.key);
    const before = this.now.get(key);
    if (before) this.add(target, before.score, -1);
    if (next) this.add(target, next.score, 1);
    if (next) this.now.set(key, next);
    else this.now.delete(key);
    this.touched.set(key, { ...target, voter });
  }

  private add(target: Target, score: number, votes: 1 | -1): void {
    const delta = this.deltas.get(targetKey(target)) ?? { ...target, histogram: [0, 0, 0, 0, 0] };
    delta.histogram[score - 1] = (delta.histogram[score - 1] ?? 0) + votes;
    this.deltas.set(targetKey(target), delta);
  }

  decision(before: (number | null)[]): Decision {
    const writes: VoteWrite[] = [];
    const removals: VoteRemoval[] = [];
    for (const [key, { collection, documentId, voter }] of this.touched) {
      const next = this.now.get(key);
      if (next) writes.push({ collection, documentId, voter, ...next });
      else if (this.stored.has(key)) removals.push({ collection, documentId, voterKey: voter.key });
    }
    const deltas = new Map([...this.deltas].filter(([, { histogram }]) => histogram.some((votes) => votes !== 0)));
    return { writes, removals, deltas, before };
  }
}

/**
 * What ballots change, one after another. Pure.
 * @param stored the votes that these voters have on these targets, by `voteKey`, as no one else can change them now
 */
export const decideBallots = (
  ballots: readonly Ballot[],
  stored: ReadonlyMap<string, StoredVote>,
  now: number,
): Decision => {
  const votes = new Votes(stored);
  const before = ballots.map((ballot) => {
    const old = votes.get(ballot, ballot.voter.key);
    // The same score again changes nothing, and costs nothing.
    if ((old?.score ?? null) !== ballot.score)
      votes.set(ballot, ballot.voter, ballot.score === null ? null : { score: ballot.score, updatedAt: now });
    return old?.score ?? null;
  });
  return votes.decision(before);
};

/**
 * What it changes that a visitor is known as a member now: each vote of the visitor becomes the member's, or goes. Where
 * both have voted on a target, the newer vote stays. Pure.
 */
export const decideMerge = (
  targets: readonly Target[],
  visitor: Voter,
  member: Voter,
  stored: ReadonlyMap<string, StoredVote>,
): Decision => {
  const votes = new Votes(stored);
  for (const target of targets) {
    const theirs = votes.get(target, visitor.key);
    if (!theirs) continue;
    const own = votes.get(target, member.key);
    votes.set(target, visitor, null);
    if (!own || own.updatedAt < theirs.updatedAt) votes.set(target, member, theirs);
  }
  return votes.decision([]);
};
