import { confirmPassive, endPassive } from './clauses';
import { scopeFor } from './named-parts';
import { NEVER, type ReadingState } from './reading-state';
import { isEffect } from './strength';
import type { Token } from './tokens';
import type { Mention } from './types';

export function onCitation(s: ReadingState, citation: number): void {
  const leads = s.gapWords === 0 && s.separatorAt <= s.clauseStart;
  const temporal = s.isNear(s.dayAt, 1);
  const blocked =
    s.apart || s.isNear(s.aboutAt, 1) || temporal || (s.lastApart && s.afterSeparator() && s.gapWords === 0);
  const mention: Mention = { citation, type: 'refers-to', scope: null, partly: null, confidence: 0.8 };
  s.mentions.push(mention);
  if (s.passive !== null && s.separatorAt < s.passive.at) {
    s.passive = null;
    s.mode = 'title';
    s.inner = true;
    return afterCitation(s, blocked);
  }
  const goesOn = s.afterSeparator() && s.followsOn();
  if (s.isIdle() || (s.frame?.nominal && !isEffect(s.frame.type))) s.frame = null;
  if (s.mode === 'title') {
    if (!goesOn || s.inner) {
      s.inner = true;
      return afterCitation(s, blocked);
    }
    endPassive(s);
    s.mode = s.frame === null ? 'subject' : 'objects';
  }
  if (temporal) {
    s.lost = true;
    if (!s.afterSeparator()) s.setBlock('when');
  }
  if (s.frame === null && s.carried !== null && s.mode === 'open' && s.followsOn() && !blocked) {
    s.frame = s.carried;
    s.restarted.push(mention);
    assign(s, mention);
    s.mode = 'objects';
    return afterCitation(s, false);
  }
  if (s.frame === null) {
    if (!blocked) {
      if (s.mode === 'subject' && !goesOn) s.subjects = [];
      mention.scope = scopeFor(s, 'repeals');
      mention.partly = s.partly;
      s.subjects.push(mention);
      if (leads) s.leading = citation;
    }
    s.mode = 'subject';
  } else {
    const fits = s.mode === 'objects' ? goesOn : s.isInReach();
    if (fits && !blocked) {
      assign(s, mention);
      if (s.restarted.length > 0) s.restarted.push(mention);
    }
    s.mode = 'objects';
  }
  afterCitation(s, blocked);
}

function assign(s: ReadingState, mention: Mention): void {
  const { frame } = s;
  if (frame === null || frame.blocked) return;
  if (frame.type === 'replaces' && s.phraseReplaced) {
    frame.type = 'amends';
    frame.phrase = s.scopes.some(({ place }) => place !== null) ? null : scopeFor(s, 'amends');
  }
  mention.type = frame.type;
  mention.scope = scopeFor(s, mention.type) ?? frame.phrase;
  mention.partly = s.partly;
  const far = s.gapWords > 8;
  mention.confidence = far ? 0.75 : frame.confidence;
  frame.objects.push(mention);
}

function afterCitation(s: ReadingState, apart: boolean): void {
  s.citationAt = s.word;
  s.gapWords = 0;
  s.nounLed = false;
  s.lawLed = false;
  s.scopes = [];
  s.partly = null;
  s.lastApart = apart;
  s.apart = false;
  s.enclosed = false;
  s.phraseReplaced = false;
  s.passiveAt = NEVER;
  s.pastAt = NEVER;
}

export function onSelf(s: ReadingState): void {
  if (s.passive !== null && s.separatorAt < s.passive.at) {
    confirmPassive(s, true);
    return;
  }
  if (s.isNear(s.dayAt, 1)) return;
  if (s.apart) {
    s.apart = false;
    return;
  }
  if (s.block === 'when' && s.citationAt < s.clauseStart) s.block = null;
  if (s.frame === null && s.mode === 'open' && s.block === null) s.actsItself = true;
  const opens = s.gapWords <= 1 && (s.citationAt < s.separatorAt || s.citationAt < s.clauseStart);
  if (!opens || (s.frame !== null && s.frame.objects.length === 0 && s.separatorAt < s.frame.at)) return;
  endPassive(s);
  s.leaveObjects();
  s.carried = null;
  if (s.block !== 'condition') s.block = null;
  s.actsItself = true;
}

/** A predicate after "Luật sửa đổi ... Luật số ...": these words name another document and say nothing themselves. */
export function endName(s: ReadingState, next: Token | undefined): void {
  const { frame } = s;
  if (frame === null || !frame.named || frame.objects.length === 0 || s.afterSeparator()) return;
  if (s.restarted.length > 0) return;
  if (next?.kind === 'cue' && /^(?:verb|passive|title)$/.test(next.cue.kind)) return;
  for (const mention of frame.objects) mention.type = 'refers-to';
  frame.blocked = true;
}
