import { readOrganisation } from '../citations/organisations';
import { placeOf, scopeFor } from './named-parts';
import { NEVER, type ReadingState } from './reading-state';
import type { Token } from './tokens';
import type { Mention } from './types';

/** A comma or "và"; inside the name of a law ("Luật Phòng, chống tham nhũng") it parts nothing. */
export function onSeparator(s: ReadingState, next: Token | undefined): void {
  const verbFollows = next?.kind === 'cue' && next.cue.kind === 'verb';
  if (s.lawLed && s.gapWords > 0 && s.passive === null && !verbFollows) return;
  s.separatorAt = s.word;
  s.gapWords = 0;
  s.nounLed = false;
  if (s.documentAt < s.apartAt) s.apart = false;
  if (s.mode === 'title') s.scopes = [];
  if (s.passive !== null) confirmPassive(s, false);
}

export function onMark(s: ReadingState, mark: string, end: number, next: Token | undefined): void {
  if (mark === '(' || mark === ')') return;
  const detailed = mark === ':' ? partlyMeant(s) : null;
  const listed = s.nounLed && s.isNear(s.listWordAt, 2);
  onSeparator(s, next);
  if (mark === ',') {
    s.commaAt = s.word;
    if (s.mode !== 'open' || s.block === 'when') leaveAtOrganisation(s, end);
  } else if (mark === ';') {
    const frame = s.frame ?? s.carried;
    endClause(s);
    s.carried = frame;
  } else if (mark === '?') {
    s.passive = null;
    for (const mention of s.mentions.slice(s.sentenceStart)) mention.type = 'refers-to';
    onStop(s);
  } else {
    const topic = s.subjects.length === 1 && s.frame === null ? s.subjects[0] : null;
    if (s.frame?.needsColon) s.frame = { ...s.frame, blocked: false, needsColon: false };
    if (s.frame !== null && s.mode === 'objects' && listed) s.frame = { ...s.frame, objects: [] };
    const open = s.frame !== null && s.frame.objects.length === 0;
    if (!open) {
      const { block } = s;
      endClause(s);
      s.detailed = detailed;
      s.block = block;
      s.blockOfList = block !== null;
      s.topic = detailed ?? topic;
    } else {
      s.scopes = [];
      s.partly = null;
    }
    s.listWordAt = s.word;
  }
}

/** The one document before a colon of which only a part is meant: "bãi bỏ một phần Quyết định ...: Điều 5". */
function partlyMeant(s: ReadingState): Mention | null {
  const last = s.mode === 'objects' ? s.mentions.at(-1) : undefined;
  const mention = s.passive?.subjects.length === 1 ? s.passive.subjects[0] : last;
  return mention !== undefined && mention.scope === null && (mention.partly ?? s.partly) !== null ? mention : null;
}

/** "..., UBND xã": a body after a comma is the subject of what follows. */
function leaveAtOrganisation(s: ReadingState, end: number): void {
  let at = end;
  while (/^\s$/.test(s.text[at] ?? '')) at += 1;
  if (readOrganisation(s.text, at) === undefined) return;
  const block = s.block === 'when' ? null : s.block;
  endClause(s);
  s.block = block;
}

export function confirmPassive(s: ReadingState, bySelf: boolean): void {
  const { passive } = s;
  s.passive = null;
  if (passive === null || (!bySelf && (passive.past || passive.needsSelf))) return;
  for (const mention of passive.subjects) {
    const phrase = mention.scope !== null && /^(?:(?:các|những) )?cụm từ/iu.test(mention.scope);
    mention.type = passive.type === 'replaces' && phrase ? 'amends' : passive.type;
    mention.confidence = 0.9;
    mention.partly ??= s.partly;
    if (mention.type === 'amends' && phrase) mention.scope = placeOf(mention.scope);
  }
}

export function endPassive(s: ReadingState): void {
  if (s.passive !== null) confirmPassive(s, false);
}

export function endClause(s: ReadingState): void {
  endPassive(s);
  endTopic(s);
  s.frame = null;
  s.carried = null;
  s.detailed = null;
  s.leaveObjects();
  s.inner = false;
  s.titleHasVerb = false;
  if (!s.blockOfList) s.block = null;
  s.actsItself = false;
  s.lost = false;
  s.lastApart = false;
  s.clauseStart = s.word;
  s.separatorAt = s.word;
  s.gapWords = 0;
  s.nounLed = false;
  s.lawLed = false;
  s.leading = -1;
  s.negatedAt = NEVER;
  s.pastAt = NEVER;
  s.passiveAt = NEVER;
}

/** Gives a verb that names a part, and no document, to the document before the colon. */
function endTopic(s: ReadingState): void {
  const { topic, frame } = s;
  if (topic === null || frame === null || frame.blocked || frame.objects.length > 0 || s.scopes.length === 0) return;
  topic.type = frame.type;
  topic.scope = scopeFor(s, frame.type);
  topic.confidence = 0.8;
}

export function onStop(s: ReadingState): void {
  s.blockOfList = false;
  endClause(s);
  s.topic = null;
  s.sentenceStart = s.mentions.length;
}
