import type { Cue } from './cues';
import type { Frame, ReadingState } from './reading-state';
import { compareStrength, isEffect } from './strength';
import type { Token } from './tokens';
import type { RelationType } from '../legal-status';
import type { Mention } from './types';

type Verb = Extract<Cue, { kind: 'verb' }>;

const SUSPENSION_WINDOW = 240;
const suspension = /đình chỉ|tạm ngưng|tạm ngừng|tạm dừng|ngưng hiệu lực/iu;

export function onVerb(s: ReadingState, verb: Verb, next: Token | undefined): void {
  const type = typeOf(s, verb, next);
  const here = s.gapWords;
  s.gapWords += 1;
  if (type === null) return;
  const passive = s.isNear(s.passiveAt) && verb.shape !== 'state' && s.passiveAt > s.separatorAt;
  const about = verb.shape === 'active' ? passive : true;
  if (isNounOfList(s, type)) {
    s.nounLed = true;
    return;
  }
  if (s.mode === 'title' || s.mode === 'objects' || s.mode === 'subject') {
    const subjects = s.subjects.length > 0 && s.frame === null ? s.subjects : s.restarted;
    if (about && (s.mode !== 'objects' || subjects.length > 0) && subjects.length > 0) {
      onPassive(s, type, subjects, passive);
      return;
    }
    if (about && verb.shape === 'state') return;
    if (!startsAnew(s, type, here)) {
      if (s.mode !== 'title') {
        s.mode = 'title';
        s.inner = false;
      }
      s.titleHasVerb = true;
      return;
    }
    s.leaveObjects();
  }
  const founded = s.actsItself && passive;
  if (type === 'based-on' && !founded && !(here === 0 && (s.clauseStart === s.separatorAt || s.isClauseOpen()))) return;
  const added =
    type === 'supplements' && next !== undefined && /^vào(?!\p{L})/iu.test(s.text.slice(next.start, next.start + 5));
  if (verb.shape === 'state' || (passive && type !== 'based-on' && !added))
    return onVerbWithoutSubject(s, type, passive);
  openFrame(s, type);
}

function typeOf(s: ReadingState, verb: Verb, next: Token | undefined): RelationType | null {
  if (verb.type === 'guides' && isNounHere(s, next)) return null;
  if (verb.type === 'supplements' && next?.kind === 'cue' && next.cue.kind === 'thing') return null;
  if (verb.phraseOnly) {
    const named = next?.kind === 'scope' && next.span.place !== next.start;
    return named || (s.phraseReplaced && s.isNear(s.passiveAt)) ? verb.type : null;
  }
  if (verb.type === 'replaces' && s.phraseReplaced && s.isNear(s.passiveAt)) return 'amends';
  if (!verb.continues) return verb.type;
  const from = Math.max(0, (next?.start ?? s.text.length) - SUSPENSION_WINDOW);
  if (suspension.test(s.text.slice(from, from + 2 * SUSPENSION_WINDOW))) return 'resumes';
  return verb.shape === 'either' ? 'implements' : null;
}

/** "hướng dẫn" before "tại", "của" names a document and is no verb. */
function isNounHere(s: ReadingState, next: Token | undefined): boolean {
  if (next === undefined || next.kind === 'line') return false;
  return /^(?:tại|của|số|nêu|trên|này|liên ngành)(?!\p{L})/iu.test(s.text.slice(next.start, next.start + 12));
}

/** Whether a verb after cited documents is said by the acting document, and not in the title of the last of them. */
function startsAnew(s: ReadingState, type: RelationType, gapWords: number): boolean {
  if (!s.afterSeparator()) return false;
  if (s.mode === 'subject') return !s.subjects.some(({ citation }) => citation === s.leading);
  if (s.frame === null) return s.mode === 'objects';
  const near = gapWords <= 3;
  if (s.mode === 'objects') return true;
  return near && (isEffect(s.frame.type) || (s.actsItself && isEffect(type)));
}

function onPassive(s: ReadingState, type: RelationType, subjects: Mention[], passive: boolean): void {
  const negated = s.isNear(s.negatedAt);
  const lost = negated || s.forbids(type) || type === 'implements' || type === 'based-on';
  if (lost) {
    s.subjects = [];
    s.restarted = [];
    s.mode = 'title';
    s.inner = true;
    return;
  }
  const past = s.isNear(s.pastAt);
  const needsSelf = passive && (type === 'guides' || type === 'explains' || type === 'consolidates');
  s.passive = { type, subjects, past, needsSelf, at: s.word };
  s.subjects = [];
  s.restarted = [];
  s.mode = 'title';
  s.inner = true;
}

function onVerbWithoutSubject(s: ReadingState, type: RelationType, passive: boolean): void {
  const plural = s.isNear(s.listWordAt, 25) && s.listWordAt >= s.clauseStart;
  const frame = { ...frameOf(s, type), listOnly: true };
  const none = s.lost || !plural || (passive && !isEffect(type));
  const needsColon = none && !s.lost && !passive && !frame.blocked && s.documentAt >= s.clauseStart;
  s.frame = { ...frame, blocked: none || frame.blocked, needsColon };
}

function frameOf(s: ReadingState, type: RelationType): Frame {
  const nominal = s.isNear(s.nominalAt, 1) || s.isNear(s.affairAt, 4);
  const blocked =
    nominal || s.isNear(s.negatedAt) || s.forbids(type) || (s.isNear(s.pastAt, 4) && isEffect(type) && !s.actsItself);
  return {
    type,
    blocked,
    nominal,
    named: s.documentAt === s.word - 1,
    at: s.word,
    objects: [],
    listOnly: false,
    needsColon: false,
    partsNamed: false,
    phrase: null,
    confidence: 0.95,
  };
}

function openFrame(s: ReadingState, type: RelationType): void {
  const old = s.frame;
  const separated = old !== null && s.separatorAt > old.at;
  if (old !== null && old.objects.length === 0 && !old.listOnly) {
    if (!separated) {
      // What was done to the objects before: "tiếp tục thi hành các quyết định đã đình chỉ".
      if (s.isNear(s.pastAt, 3)) return;
      if (isEffect(type) && (!isEffect(old.type) || s.documentAt > old.at)) old.blocked = true;
      return;
    }
    const joined = isEffect(type) === isEffect(old.type) && s.separatorAt - old.at <= 3;
    if (joined) {
      joinVerb(s, old, type);
      if (s.isNear(s.negatedAt, 3)) old.blocked = true;
      old.at = s.word;
      return;
    }
  }
  const frame = frameOf(s, type);
  const stated = s.statementAt >= s.clauseStart && s.documentAt > s.statementAt && !s.actsItself;
  const anothers =
    isEffect(type) &&
    s.ofAt > s.documentAt &&
    s.documentAt >= s.clauseStart &&
    !s.actsItself &&
    !s.isNear(s.decisionAt, 1) &&
    s.ofAt > s.separatorAt &&
    s.documentAt - s.clauseStart <= 2;
  s.frame = anothers || (stated && isEffect(type)) ? { ...frame, blocked: true } : frame;
  s.carried = null;
  s.apart = false;
  s.scopes = [];
  s.partly = null;
  s.enclosed = false;
  s.phraseReplaced = false;
}

const ofText: ReadonlySet<RelationType> = new Set(['amends', 'supplements']);

/** "bãi bỏ, thay thế Quyết định ...": the stronger verb stands, with the parts that it names itself. */
function joinVerb(s: ReadingState, old: Frame, type: RelationType): void {
  const order = compareStrength(type, old.type);
  if (s.scopes.length > 0 && order !== 0 && !(ofText.has(type) && ofText.has(old.type))) {
    if (order < 0) s.scopes = [];
    else old.partsNamed = true;
  }
  if (order < 0) old.type = type;
}

/** "..., các Quyết định sửa đổi, bổ sung gồm: ...": the verb tells which documents, and rules nothing. */
function isNounOfList(s: ReadingState, type: RelationType): boolean {
  const { frame } = s;
  if (s.mode !== 'objects' || frame === null || !s.afterSeparator()) return false;
  return isEffect(frame.type) && isEffect(type) && s.documentAt === s.word - 1;
}
