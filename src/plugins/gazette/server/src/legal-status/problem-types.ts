import type { RelationType } from './relation-types';
import type { Day } from './types';

/**
 * What an editor should look at. None of it stops the computation.
 * - `ends-before-it-begins`: effectiveTo lies before the first day in force
 * - `relation-to-itself`: the relation is left out
 * - `effect-without-day`: it does nothing until a day is known (an annulment needs none)
 * - `ended-before-issued`: replaced or repealed before the target was issued
 * - `annulment-circle`: documents annul each other; none of these annulments has effect
 * - `extension-without-until`: to what day is not said; nothing is moved
 * - `extension-without-end`: the document had no last day, and now has one
 * - `extension-shortens`: the new last day lies before the one it moves
 * - `extension-after-end`: the document had ended, and is in force again from the day of the extension
 * - `suspension-without-days`: over, or resumed, before it could begin
 * - `resumption-before-suspension`: what it would resume is suspended later only
 * - `resumption-of-nothing`: no suspension runs on its day
 * - `ending-circle`: documents replace or repeal each other; each ends on the day the register says
 */
export type ProblemCode =
  | 'ends-before-it-begins'
  | 'relation-to-itself'
  | 'effect-without-day'
  | 'ended-before-issued'
  | 'annulment-circle'
  | 'extension-without-until'
  | 'extension-without-end'
  | 'extension-shortens'
  | 'extension-after-end'
  | 'suspension-without-days'
  | 'resumption-before-suspension'
  | 'resumption-of-nothing'
  | 'ending-circle';

/** A contradiction or a gap in what the register holds. */
export interface Problem {
  code: ProblemCode;
  /** The documents it concerns: the target, or the members of a circle, sorted. */
  documents: string[];
  /** Id of the acting document. */
  by: string | null;
  type: RelationType | null;
  scope: string | null;
  /** The day of the effect; in a circle the day of all its effects, null where they differ. */
  on: Day | null;
}
