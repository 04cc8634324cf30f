import type { MarkerDepth } from './lines';
import type { ScopeSpan } from './scopes';
import { isEffect } from './strength';
import type { RelationType } from '../legal-status';
import type { Mention } from './types';

/** What forbids reading a relation: who speaks proposes, orders others, or names a condition. */
export type Block = 'proposal' | 'directive' | 'condition' | 'future' | 'when';

/** A verb of the acting document that waits for its objects. */
export type Frame = {
  type: RelationType;
  /** Nothing is to be read from it: negated, proposed, conditional, another document's. */
  blocked: boolean;
  /** Number of the word that the verb ends at. */
  at: number;
  objects: Mention[];
  /** The noun of a document stands right before: "Luật sửa đổi ...". */
  named: boolean;
  /** The verb is a noun here: "thời gian thực hiện". */
  nominal: boolean;
  /** Needs a list after it: "các văn bản sau đây hết hiệu lực". */
  listOnly: boolean;
  /** Counts only when a colon follows: "Văn bản hết hiệu lực một phần: ...". */
  needsColon: boolean;
  /** The parts were named by a stronger verb before this one: "bãi bỏ Điều 3, sửa đổi Điều 4 Quyết định ...". */
  partsNamed: boolean;
  /** The phrase replaced in every document of the list. */
  phrase: string | null;
  confidence: number;
};

/** A passive that waits for the words on who acts. */
export type Passive = { type: RelationType; subjects: Mention[]; past: boolean; needsSelf: boolean; at: number };

/** Items that go on with the verb of the line before them. */
export type List = { frame: Frame | null; block: Block | null; depth: MarkerDepth };

/** Words between a small word (không, đã, được) and the verb that it bears on. */
export const NEAR = 5;
/** Number of a word so far back that nothing is near it. */
export const NEVER = -1000;
/** Words between a verb and its object. */
const LONGEST_GAP = { effect: 60, other: 16 };
/** Words of a law's name between its noun and its symbol. */
const LONGEST_NAME = 14;

/**
 * Where the reader stands in a text: the verb that rules the clause, the documents that may be subject of a passive,
 * whether the words are the title of the document just cited, and what forbids a reading. Fields that end in `At` hold
 * the number of a word.
 */
export class ReadingState {
  readonly mentions: Mention[] = [];

  frame: Frame | null = null;
  /** A verb that the next item of a list may go on with. */
  carried: Frame | null = null;
  subjects: Mention[] = [];
  restarted: Mention[] = [];
  passive: Passive | null = null;
  mode: 'open' | 'objects' | 'subject' | 'title' = 'open';
  /** The title being read cites or names documents itself. */
  inner = false;
  titleHasVerb = false;
  block: Block | null = null;
  /** The block stands before a colon and holds for what follows it. */
  blockOfList = false;
  list: List | null = null;
  headDepth: MarkerDepth = 6;

  word = 0;
  clauseStart = 0;
  separatorAt = -1;
  commaAt = -1;
  citationAt = -1;
  gapWords = 0;
  negatedAt = NEVER;
  pastAt = NEVER;
  passiveAt = NEVER;
  nominalAt = NEVER;
  affairAt = NEVER;
  /** Document before a colon, which what follows speaks of: "Đối với Nghị quyết ...: bãi bỏ Điều 2". */
  topic: Mention | null = null;
  /** Document of which a part is meant, before a colon that the part may follow. */
  detailed: Mention | null = null;
  sentenceStart = 0;
  decisionAt = NEVER;
  dayAt = NEVER;
  aboutAt = NEVER;
  documentAt = NEVER;
  ofAt = NEVER;
  listWordAt = NEVER;
  apart = false;
  apartAt = NEVER;
  lastApart = false;
  enclosed = false;
  actsItself = false;
  lost = false;
  /** "là" and what else makes a statement. */
  statementAt = NEVER;
  /** The noun of a document stands right after the last separator; of a law, whose name may hold commas. */
  nounLed = false;
  lawLed = false;
  phraseReplaced = false;
  scopes: ScopeSpan[] = [];
  partly: string | null = null;

  /** Citation that a clause begins with. */
  leading = -1;

  constructor(
    readonly text: string,
    readonly isActing: (citation: number) => boolean,
  ) {}

  isNear(at: number, most = NEAR): boolean {
    return this.word - at <= most;
  }

  afterSeparator(): boolean {
    return this.separatorAt > this.citationAt;
  }

  /** Whether only words that lead to a document of a list stand since the last separator. */
  followsOn(): boolean {
    return this.gapWords === 0 || this.enclosed || (this.nounLed && this.gapWords <= LONGEST_NAME);
  }

  /** A comma right after the verb: it has no object, and what follows is another clause. */
  isIdle(): boolean {
    const { frame } = this;
    return frame !== null && frame.objects.length === 0 && this.commaAt === frame.at + 1 && this.gapWords === 0;
  }

  isInReach(): boolean {
    if (this.frame === null) return false;
    const most = isEffect(this.frame.type) || this.frame.type === 'based-on' ? LONGEST_GAP.effect : LONGEST_GAP.other;
    return this.word - this.frame.at <= most;
  }

  /** Whether nothing but marks and markers stands before in the clause. */
  isClauseOpen(): boolean {
    return this.separatorAt <= this.clauseStart || this.afterSeparator();
  }

  forbids(type: RelationType): boolean {
    switch (this.block) {
      case null:
        return false;
      case 'condition':
      case 'when':
        return type !== 'based-on';
      case 'future':
        return isEffect(type);
      default:
        return isEffect(type) || type === 'guides' || type === 'explains';
    }
  }

  setBlock(block: Block): void {
    if (this.mode === 'title') return;
    if (this.block === 'condition' || (this.block === 'when' && block !== 'condition')) return;
    this.block = block;
  }

  enterTitle(): void {
    if ((this.mode === 'objects' || this.mode === 'subject') && !this.afterSeparator()) {
      this.mode = 'title';
      this.inner = false;
      this.titleHasVerb = false;
    }
  }

  leaveObjects(): void {
    this.frame = null;
    this.mode = 'open';
    this.subjects = [];
    this.restarted = [];
    this.apart = false;
    this.scopes = [];
    this.partly = null;
    this.enclosed = false;
  }
}
