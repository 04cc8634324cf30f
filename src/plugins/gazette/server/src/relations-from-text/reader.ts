import { readOrganisation } from '../citations/organisations';
import type { Cue, VerbShape } from './cues';
import type { MarkerDepth } from './lines';
import type { ScopeSpan } from './scopes';
import { compareStrength, isEffect } from './strength';
import type { Token } from './tokens';
import type { Mention, RelationType } from './types';

type Verb = Extract<Cue, { kind: 'verb' }>;
type Block = 'proposal' | 'directive' | 'condition' | 'future' | 'when';

/** A verb of the acting document that waits for its objects. */
type Frame = {
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
  confidence: number;
};

/** A passive that waits for the words on who acts. */
type Passive = { type: RelationType; subjects: Mention[]; past: boolean; needsSelf: boolean; at: number };

/** Items that go on with the verb of the line before them. */
type List = { frame: Frame | null; block: Block | null; depth: MarkerDepth };

const NEAR = 5;
const LONGEST_GAP = { effect: 60, other: 16 };
/** Words of a law's name between its noun and its symbol. */
const LONGEST_NAME = 14;
const SUSPENSION_WINDOW = 240;
const suspension = /đình chỉ|tạm ngưng|tạm ngừng|tạm dừng|ngưng hiệu lực/iu;

/** The words of a scope on one line. */
function oneLine(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/**
 * Reads the tokens of one text in a single pass. It keeps the verb that rules the clause, the documents that may be
 * subject of a passive, whether the words are the title of the document just cited, and what forbids a reading.
 */
export class RelationReader {
  readonly mentions: Mention[] = [];

  private frame: Frame | null = null;
  /** A verb that the next item of a list may go on with. */
  private carried: Frame | null = null;
  private subjects: Mention[] = [];
  private restarted: Mention[] = [];
  private passive: Passive | null = null;
  private mode: 'open' | 'objects' | 'subject' | 'title' = 'open';
  /** The title being read cites or names documents itself. */
  private inner = false;
  private titleHasVerb = false;
  private block: Block | null = null;
  /** The block stands before a colon and holds for what follows it. */
  private blockOfList = false;
  private list: List | null = null;
  private headDepth: MarkerDepth = 6;

  private word = 0;
  private clauseStart = 0;
  private separatorAt = -1;
  private commaAt = -1;
  private citationAt = -1;
  private gapWords = 0;
  private negatedAt = -NEAR * 2;
  private pastAt = -NEAR * 2;
  private passiveAt = -NEAR * 2;
  private nominalAt = -2;
  private affairAt = -NEAR * 2;
  /** Document before a colon, which what follows speaks of: "Đối với Nghị quyết ...: bãi bỏ Điều 2". */
  private topic: Mention | null = null;
  private sentenceStart = 0;
  private decisionAt = -NEAR * 2;
  private dayAt = -2;
  private aboutAt = -2;
  private documentAt = -NEAR * 20;
  private ofAt = -NEAR * 20;
  private listWordAt = -NEAR * 20;
  private apart = false;
  private lastApart = false;
  private enclosed = false;
  private actsItself = false;
  private lost = false;
  /** The noun of a document stands right after the last separator; of a law, whose name may hold commas. */
  private nounLed = false;
  private lawLed = false;
  private phraseReplaced = false;
  private scopes: ScopeSpan[] = [];
  private partly: string | null = null;

  constructor(
    private readonly text: string,
    private readonly isActing: (citation: number) => boolean,
  ) {}

  read(tokens: Iterable<Token>): void {
    let previous: Token | undefined;
    let token: Token | undefined;
    for (const next of tokens) {
      if (token !== undefined) this.take(token, previous, next);
      previous = token;
      token = next;
    }
    if (token !== undefined) this.take(token, previous, undefined);
    this.endClause();
  }

  private take(token: Token, previous: Token | undefined, next: Token | undefined): void {
    this.word += 1;
    switch (token.kind) {
      case 'citation':
        return this.isActing(token.citation) ? this.onSelf() : this.onCitation(token.citation);
      case 'self':
        return this.onSelf();
      case 'scope':
        this.onScope(token.span, previous, next);
        return;
      case 'mark':
        return this.onMark(token.mark, token.end);
      case 'stop':
        return this.onStop();
      case 'line':
        return this.onLine(token, next);
      case 'cue':
        return this.onCue(token.cue, token, next);
      default:
        this.gapWords += 1;
    }
  }

  private onCue(cue: Cue, token: { start: number; end: number }, next: Token | undefined): void {
    switch (cue.kind) {
      case 'verb':
        return this.onVerb(cue, next);
      case 'block':
        return this.onBlock(cue.block);
      case 'negation':
        this.negatedAt = this.word;
        break;
      case 'past':
        this.pastAt = this.word;
        this.endName(next);
        break;
      case 'passive':
        this.passiveAt = this.word;
        this.endName(next);
        break;
      case 'nominal':
        this.nominalAt = this.word;
        break;
      case 'instruction':
        if (this.gapWords === 0) this.nounLed = true;
        break;
      case 'predicate':
        this.endName(next);
        break;
      case 'affair':
        this.affairAt = this.word;
        break;
      case 'decision':
        this.decisionAt = this.word;
        this.aboutAt = this.word;
        this.enterTitle();
        break;
      case 'title':
        this.enterTitle();
        this.passiveAt = -NEAR * 2;
        break;
      case 'when':
        this.setBlock('when');
        break;
      case 'day':
        this.dayAt = this.word;
        break;
      case 'apart':
        if (this.mode === 'title') break;
        if (/^bằng$/iu.test(this.text.slice(token.start, token.end)) && /^(?:scope|quotation)$/.test(next?.kind ?? ''))
          break;
        this.apart = true;
        break;
      case 'and':
        return this.onSeparator();
      case 'thing':
        this.nominalAt = this.word;
        break;
      case 'but':
        this.negatedAt = -NEAR * 2;
        if (this.frame !== null && this.frame.blocked && this.frame.objects.length === 0) this.frame = null;
        return this.onSeparator();
      case 'partly':
        this.partly = oneLine(this.text, token.start, token.end);
        return;
      case 'list':
        this.listWordAt = this.word;
        return;
      case 'enclosed':
        this.enclosed = true;
        this.apart = false;
        return;
      case 'document':
        this.documentAt = this.word;
        if (this.gapWords === 0) {
          this.nounLed = true;
          this.lawLed = /^(?:bộ )?luật|^pháp lệnh/iu.test(this.text.slice(token.start, token.end));
        }
        if (this.mode === 'title' && this.titleHasVerb) this.inner = true;
        else if (this.mode !== 'open' && this.separatorAt < this.citationAt) this.enterTitle();
        return;
      case 'glue':
        if (this.text.slice(token.start, token.end).toLowerCase() === 'của') this.ofAt = this.word;
        if (/^(?:các|những)$/i.test(this.text.slice(token.start, token.end))) this.listWordAt = this.word;
        return;
      default:
        break;
    }
    this.gapWords += 1;
  }

  private isNear(at: number, most = NEAR): boolean {
    return this.word - at <= most;
  }

  private afterSeparator(): boolean {
    return this.separatorAt > this.citationAt;
  }

  private enterTitle(): void {
    if ((this.mode === 'objects' || this.mode === 'subject') && !this.afterSeparator()) {
      this.mode = 'title';
      this.inner = false;
      this.titleHasVerb = false;
    }
  }

  /** A predicate after "Luật sửa đổi ... Luật số ...": these words name another document and say nothing themselves. */
  private endName(next: Token | undefined): void {
    const { frame } = this;
    if (frame === null || !frame.named || frame.objects.length === 0 || this.afterSeparator()) return;
    if (next?.kind === 'cue' && (next.cue.kind === 'verb' || next.cue.kind === 'passive')) return;
    for (const mention of frame.objects) mention.type = 'refers-to';
    frame.blocked = true;
  }

  private setBlock(block: Block): void {
    if (this.mode === 'title') return;
    if (this.block === 'condition' || (this.block === 'when' && block !== 'condition')) return;
    this.block = block;
  }

  private onBlock(block: Block): void {
    this.gapWords += 1;
    if (block === 'future' && this.actsItself) return;
    if (this.frame?.type === 'based-on' && this.frame.objects.length === 0) return;
    this.setBlock(block);
    if (this.mode === 'objects' && this.afterSeparator()) {
      this.frame = null;
      this.mode = 'open';
    }
  }

  private forbids(type: RelationType): boolean {
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

  private onVerb(verb: Verb, next: Token | undefined): void {
    const type = this.typeOf(verb, next);
    const here = this.gapWords;
    this.gapWords += 1;
    if (type === null) return;
    const passive = this.isNear(this.passiveAt) && verb.shape !== 'state' && this.passiveAt > this.separatorAt;
    const about = verb.shape === 'active' ? passive : true;
    if (this.mode === 'title' || this.mode === 'objects' || this.mode === 'subject') {
      const subjects = this.subjects.length > 0 && this.frame === null ? this.subjects : this.restarted;
      if (about && (this.mode !== 'objects' || subjects.length > 0) && subjects.length > 0) {
        this.onPassive(type, subjects, passive);
        return;
      }
      if (about && verb.shape === 'state') return;
      if (!this.startsAnew(type, here)) {
        if (this.mode !== 'title') {
          this.mode = 'title';
          this.inner = false;
        }
        this.titleHasVerb = true;
        return;
      }
      this.leaveObjects();
    }
    const founded = this.actsItself && passive;
    if (
      type === 'based-on' &&
      !founded &&
      !(here === 0 && (this.clauseStart === this.separatorAt || this.isClauseOpen()))
    )
      return;
    const added =
      type === 'supplements' &&
      next !== undefined &&
      /^vào(?!\p{L})/iu.test(this.text.slice(next.start, next.start + 5));
    if (verb.shape === 'state' || (passive && type !== 'based-on' && !added))
      return this.onVerbWithoutSubject(type, passive);
    this.openFrame(type);
  }

  /** Whether nothing but marks and markers stands before in the clause. */
  private isClauseOpen(): boolean {
    return this.separatorAt <= this.clauseStart || this.afterSeparator();
  }

  private typeOf(verb: Verb, next: Token | undefined): RelationType | null {
    if (verb.type === 'guides' && this.isNounHere(next)) return null;
    if (verb.type === 'supplements' && next?.kind === 'cue' && next.cue.kind === 'thing') return null;
    if (verb.phraseOnly) {
      const named = next?.kind === 'scope' && next.span.place !== next.start;
      return named || (this.phraseReplaced && this.isNear(this.passiveAt)) ? verb.type : null;
    }
    if (verb.type === 'replaces' && this.phraseReplaced && this.isNear(this.passiveAt)) return 'amends';
    if (!verb.continues) return verb.type;
    const from = Math.max(0, (next?.start ?? this.text.length) - SUSPENSION_WINDOW);
    if (suspension.test(this.text.slice(from, from + 2 * SUSPENSION_WINDOW))) return 'resumes';
    return verb.shape === 'either' ? 'implements' : null;
  }

  /** "hướng dẫn" before "tại", "của" names a document and is no verb. */
  private isNounHere(next: Token | undefined): boolean {
    if (next === undefined || next.kind === 'line') return false;
    return /^(?:tại|của|số|nêu|trên|này|liên ngành)(?!\p{L})/iu.test(this.text.slice(next.start, next.start + 12));
  }

  /** Whether a verb after cited documents is said by the acting document, and not in the title of the last of them. */
  private startsAnew(type: RelationType, gapWords: number): boolean {
    if (!this.afterSeparator()) return false;
    if (this.mode === 'subject') return !this.subjects.some(({ citation }) => citation === this.leading);
    if (this.frame === null) return this.mode === 'objects';
    const near = gapWords <= 3;
    if (this.mode === 'objects') return true;
    return near && (isEffect(this.frame.type) || (this.actsItself && isEffect(type)));
  }

  /** Citation that a clause begins with. */
  private leading = -1;

  private leaveObjects(): void {
    this.frame = null;
    this.mode = 'open';
    this.subjects = [];
    this.restarted = [];
    this.apart = false;
    this.scopes = [];
    this.partly = null;
    this.enclosed = false;
  }

  private onPassive(type: RelationType, subjects: Mention[], passive: boolean): void {
    const negated = this.isNear(this.negatedAt);
    const lost = negated || this.forbids(type) || type === 'implements' || type === 'based-on';
    if (lost) {
      this.subjects = [];
      this.restarted = [];
      this.mode = 'title';
      this.inner = true;
      return;
    }
    const past = this.isNear(this.pastAt);
    const needsSelf = passive && (type === 'guides' || type === 'explains' || type === 'consolidates');
    this.passive = { type, subjects, past, needsSelf, at: this.word };
    this.subjects = [];
    this.restarted = [];
    this.mode = 'title';
    this.inner = true;
  }

  private onVerbWithoutSubject(type: RelationType, passive: boolean): void {
    const plural = this.isNear(this.listWordAt, 25) && this.listWordAt >= this.clauseStart;
    if (this.lost || !plural || (passive && !isEffect(type))) {
      this.frame = { ...this.frameOf(type), blocked: true, listOnly: true };
      return;
    }
    this.frame = { ...this.frameOf(type), listOnly: true };
  }

  private frameOf(type: RelationType): Frame {
    const nominal = this.isNear(this.nominalAt, 1) || this.isNear(this.affairAt, 4);
    const blocked =
      nominal ||
      this.isNear(this.negatedAt) ||
      this.forbids(type) ||
      (this.isNear(this.pastAt, 4) && isEffect(type) && !this.actsItself);
    return {
      type,
      blocked,
      nominal,
      named: this.documentAt === this.word - 1,
      at: this.word,
      objects: [],
      listOnly: false,
      confidence: 0.95,
    };
  }

  private openFrame(type: RelationType): void {
    const old = this.frame;
    const separated = old !== null && this.separatorAt > old.at;
    if (old !== null && old.objects.length === 0 && !old.listOnly) {
      if (!separated) {
        if (isEffect(type) && (!isEffect(old.type) || this.documentAt > old.at)) old.blocked = true;
        return;
      }
      const joined = isEffect(type) === isEffect(old.type) && this.separatorAt - old.at <= 3;
      if (joined) {
        if (compareStrength(type, old.type) < 0) old.type = type;
        if (this.isNear(this.negatedAt, 3)) old.blocked = true;
        old.at = this.word;
        return;
      }
    }
    const frame = this.frameOf(type);
    const anothers =
      isEffect(type) &&
      this.ofAt > this.documentAt &&
      this.documentAt >= this.clauseStart &&
      !this.actsItself &&
      !this.isNear(this.decisionAt, 1) &&
      this.ofAt > this.separatorAt &&
      this.documentAt - this.clauseStart <= 2;
    this.frame = anothers ? { ...frame, blocked: true } : frame;
    this.carried = null;
    this.apart = false;
    this.scopes = [];
    this.partly = null;
    this.enclosed = false;
    this.phraseReplaced = false;
  }

  private onScope(span: ScopeSpan, previous: Token | undefined, next: Token | undefined): void {
    if (this.mode === 'title' && (!this.afterSeparator() || this.gapWords > 0)) return;
    const bracketed = previous?.kind === 'mark' && previous.mark === '(' && next?.kind === 'mark' && next.mark === ')';
    const last = this.mentions.at(-1);
    if (
      this.mode === 'objects' &&
      bracketed &&
      last !== undefined &&
      last.scope === null &&
      last.type !== 'refers-to'
    ) {
      last.scope = oneLine(this.text, span.start, span.end);
      return;
    }
    if (span.place !== span.start || span.phraseEnd !== null) this.phraseReplaced = true;
    this.scopes.push(span);
  }

  /** The part named before a citation, for a relation of `type`. */
  private scopeFor(type: RelationType): string | null {
    if (this.scopes.length === 0) return null;
    const whole = type === 'repeals' || type === 'annuls';
    const places = whole ? [] : this.scopes.filter(({ place }) => place !== null);
    const named = places.length > 0 ? places : this.scopes.slice(0, whole ? undefined : 1);
    return named
      .map(({ start, end, place, phraseEnd }) =>
        oneLine(this.text, whole || place === null ? start : place, whole || place !== null ? end : (phraseEnd ?? end)),
      )
      .join(', ');
  }

  private onCitation(citation: number): void {
    const leads = this.gapWords === 0 && this.separatorAt <= this.clauseStart;
    const temporal = this.isNear(this.dayAt, 1);
    const blocked =
      this.apart ||
      this.isNear(this.aboutAt, 1) ||
      temporal ||
      (this.lastApart && this.afterSeparator() && this.gapWords === 0);
    const mention: Mention = { citation, type: 'refers-to', scope: null, partly: null, confidence: 0.8 };
    this.mentions.push(mention);
    if (this.passive !== null && this.separatorAt < this.passive.at) {
      this.passive = null;
      this.mode = 'title';
      this.inner = true;
      return this.afterCitation(blocked);
    }
    const goesOn = this.afterSeparator() && this.followsOn();
    if (this.isIdle() || (this.frame?.nominal && !isEffect(this.frame.type))) this.frame = null;
    if (this.mode === 'title') {
      if (!goesOn || this.inner) {
        this.inner = true;
        return this.afterCitation(blocked);
      }
      this.endPassive();
      this.mode = this.frame === null ? 'subject' : 'objects';
    }
    if (temporal) {
      this.lost = true;
      if (!this.afterSeparator()) this.setBlock('when');
    }
    if (this.frame === null && this.carried !== null && this.mode === 'open' && this.followsOn() && !blocked) {
      this.frame = this.carried;
      this.restarted.push(mention);
      this.assign(mention);
      this.mode = 'objects';
      return this.afterCitation(false);
    }
    if (this.frame === null) {
      if (!blocked) {
        if (this.mode === 'subject' && !goesOn) this.subjects = [];
        mention.scope = this.scopeFor('repeals');
        mention.partly = this.partly;
        this.subjects.push(mention);
        if (leads) this.leading = citation;
      }
      this.mode = 'subject';
    } else {
      const fits = this.mode === 'objects' ? goesOn : this.isInReach();
      if (fits && !blocked) {
        this.assign(mention);
        if (this.restarted.length > 0) this.restarted.push(mention);
      }
      this.mode = 'objects';
    }
    this.afterCitation(blocked);
  }

  /** Whether only words that lead to a document of a list stand since the last separator. */
  private followsOn(): boolean {
    return this.gapWords === 0 || this.enclosed || (this.nounLed && this.gapWords <= LONGEST_NAME);
  }

  /** A comma right after the verb: it has no object, and what follows is another clause. */
  private isIdle(): boolean {
    const { frame } = this;
    return frame !== null && frame.objects.length === 0 && this.commaAt === frame.at + 1 && this.gapWords === 0;
  }

  private isInReach(): boolean {
    if (this.frame === null) return false;
    const most = isEffect(this.frame.type) || this.frame.type === 'based-on' ? LONGEST_GAP.effect : LONGEST_GAP.other;
    return this.word - this.frame.at <= most;
  }

  private assign(mention: Mention): void {
    const { frame } = this;
    if (frame === null || frame.blocked) return;
    mention.type = frame.type === 'replaces' && this.phraseReplaced ? 'amends' : frame.type;
    mention.scope = this.scopeFor(mention.type);
    mention.partly = this.partly;
    const far = this.gapWords > 8;
    mention.confidence = far ? 0.75 : frame.confidence;
    frame.objects.push(mention);
  }

  private afterCitation(apart: boolean): void {
    this.citationAt = this.word;
    this.gapWords = 0;
    this.nounLed = false;
    this.lawLed = false;
    this.scopes = [];
    this.partly = null;
    this.lastApart = apart;
    this.apart = false;
    this.enclosed = false;
    this.phraseReplaced = false;
    this.passiveAt = -NEAR * 2;
    this.pastAt = -NEAR * 2;
  }

  private onSelf(): void {
    if (this.passive !== null && this.separatorAt < this.passive.at) {
      this.confirmPassive(true);
      return;
    }
    if (this.isNear(this.dayAt, 1)) return;
    if (this.apart) {
      this.apart = false;
      return;
    }
    if (this.block === 'when' && this.citationAt < this.clauseStart) this.block = null;
    const opens = this.gapWords <= 1 && (this.citationAt < this.separatorAt || this.citationAt < this.clauseStart);
    if (!opens || (this.frame !== null && this.frame.objects.length === 0 && this.separatorAt < this.frame.at)) return;
    this.endPassive();
    this.leaveObjects();
    this.carried = null;
    if (this.block !== 'condition') this.block = null;
    this.actsItself = true;
  }

  private onSeparator(): void {
    if (this.lawLed && this.gapWords > 0 && this.passive === null) return;
    this.separatorAt = this.word;
    this.gapWords = 0;
    this.nounLed = false;
    if (this.mode === 'title') this.scopes = [];
    if (this.passive !== null) this.confirmPassive(false);
  }

  private onMark(mark: string, end: number): void {
    if (mark === '(' || mark === ')') return;
    this.onSeparator();
    if (mark === ',') {
      this.commaAt = this.word;
      if (this.mode !== 'open' || this.block === 'when') this.leaveAtOrganisation(end);
    } else if (mark === ';') {
      const frame = this.frame ?? this.carried;
      this.endClause();
      this.carried = frame;
    } else if (mark === '?') {
      this.passive = null;
      for (const mention of this.mentions.slice(this.sentenceStart)) mention.type = 'refers-to';
      this.onStop();
    } else {
      const topic = this.subjects.length === 1 && this.frame === null ? this.subjects[0] : null;
      const open = this.frame !== null && this.frame.objects.length === 0;
      if (!open) {
        const { block } = this;
        this.endClause();
        this.block = block;
        this.blockOfList = block !== null;
        this.topic = topic;
      } else {
        this.scopes = [];
        this.partly = null;
      }
      this.listWordAt = this.word;
    }
  }

  /** "..., UBND xã": a body after a comma is the subject of what follows. */
  private leaveAtOrganisation(end: number): void {
    let at = end;
    while (/^\s$/.test(this.text[at] ?? '')) at += 1;
    if (readOrganisation(this.text, at) === undefined) return;
    const block = this.block === 'when' ? null : this.block;
    this.endClause();
    this.block = block;
  }

  private confirmPassive(bySelf: boolean): void {
    const { passive } = this;
    this.passive = null;
    if (passive === null || (!bySelf && (passive.past || passive.needsSelf))) return;
    for (const mention of passive.subjects) {
      const phrase = mention.scope !== null && /^(?:(?:các|những) )?cụm từ/iu.test(mention.scope);
      mention.type = passive.type === 'replaces' && phrase ? 'amends' : passive.type;
      mention.confidence = 0.9;
      if (mention.type === 'amends' && phrase) mention.scope = placeOf(mention.scope);
    }
  }

  private endPassive(): void {
    if (this.passive !== null) this.confirmPassive(false);
  }

  private endClause(): void {
    this.endPassive();
    this.endTopic();
    this.frame = null;
    this.carried = null;
    this.leaveObjects();
    for (const mention of this.subjects) mention.scope = null;
    this.inner = false;
    this.titleHasVerb = false;
    if (!this.blockOfList) this.block = null;
    this.actsItself = false;
    this.lost = false;
    this.lastApart = false;
    this.clauseStart = this.word;
    this.separatorAt = this.word;
    this.gapWords = 0;
    this.nounLed = false;
    this.lawLed = false;
    this.leading = -1;
    this.negatedAt = -NEAR * 2;
    this.pastAt = -NEAR * 2;
    this.passiveAt = -NEAR * 2;
  }

  /** Gives a verb that names a part, and no document, to the document before the colon. */
  private endTopic(): void {
    const { topic, frame } = this;
    if (topic === null || frame === null || frame.blocked || frame.objects.length > 0 || this.scopes.length === 0)
      return;
    topic.type = frame.type;
    topic.scope = this.scopeFor(frame.type);
    topic.confidence = 0.8;
  }

  private onStop(): void {
    this.blockOfList = false;
    this.endClause();
    this.topic = null;
    this.sentenceStart = this.mentions.length;
  }

  private onLine(token: { depth: MarkerDepth; start: number; end: number }, next: Token | undefined): void {
    if (this.isWrapped(token)) return;
    const last = this.text[token.start - 1] ?? '';
    const frame = this.frame;
    const open = frame !== null && frame.objects.length === 0 ? frame : null;
    const block = this.blockOfList || last === ':' ? this.block : null;
    const resumed = last === ';' || last === ',' ? (this.frame ?? this.carried) : null;
    const head = open !== null || (block !== null && last === ':') ? { frame: open, block } : null;
    this.blockOfList = false;
    this.endClause();
    this.topic = null;
    this.sentenceStart = this.mentions.length;
    this.list = this.listAt(head, token.depth);
    this.headDepth = token.depth;
    this.carried = this.list?.frame ?? resumed;
    if (this.list !== null && this.list.block !== null) {
      this.block = this.list.block;
      this.blockOfList = true;
    }
    if (next?.kind === 'mark') this.gapWords = 0;
  }

  /** The list that a line of this depth belongs to. */
  private listAt(head: { frame: Frame | null; block: Block | null } | null, depth: MarkerDepth): List | null {
    if (head !== null) {
      const below = depth > this.headDepth || depth >= 4 || (this.headDepth === 6 && depth >= 2);
      if (below) return { ...head, depth };
    }
    if (this.list === null) return null;
    return depth === 6 ? (this.list.depth === 6 ? this.list : null) : depth >= this.list.depth ? this.list : null;
  }

  /** Whether a line break only wraps a line: no mark before it, a small letter or digit after it. */
  private isWrapped({ depth, start, end }: { depth: MarkerDepth; start: number; end: number }): boolean {
    if (depth !== 6 || start === 0) return false;
    const breaks = this.text.slice(start, end).split('\n').length - 1;
    let before = start;
    while (before > 0 && this.text[before - 1] === ' ') before -= 1;
    const last = this.text[before - 1] ?? '';
    if (breaks > 1 || /^[.;:]$/.test(last)) return false;
    return last === ',' || /^[\p{Ll}\d]$/u.test(this.text[end] ?? '');
  }
}

/** "các cụm từ “...” tại Điều 2" without the phrase: "Điều 2"; the phrase itself where no place is named. */
function placeOf(scope: string | null): string | null {
  if (scope === null) return null;
  const close = Math.max(scope.lastIndexOf('”'), scope.lastIndexOf('"'), scope.lastIndexOf('»'));
  const rest = scope.slice(close + 1).replace(/^[ ,]*(?:(?:tại|ở|trong|của|thuộc) )*/u, '');
  return rest === '' ? scope : rest;
}

export type { VerbShape };
