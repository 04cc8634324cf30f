import { onCitation, endName, onSelf } from './cited-documents';
import { endClause, onMark, onSeparator, onStop } from './clauses';
import type { Cue } from './cues';
import { onLine } from './line-breaks';
import { oneLine, onScope } from './named-parts';
import { NEVER, ReadingState, type Block } from './reading-state';
import type { Token } from './tokens';
import type { Mention } from './types';
import { onVerb } from './verbs';

function take(s: ReadingState, token: Token, previous: Token | undefined, next: Token | undefined): void {
  s.word += 1;
  switch (token.kind) {
    case 'citation':
      return s.isActing(token.citation) ? onSelf(s) : onCitation(s, token.citation);
    case 'self':
      return onSelf(s);
    case 'scope':
      onScope(s, token.span, previous, next);
      return;
    case 'mark':
      return onMark(s, token.mark, token.end, next);
    case 'stop':
      return onStop(s);
    case 'line':
      return onLine(s, token, next);
    case 'cue':
      return onCue(s, token.cue, token, next);
    default:
      s.gapWords += 1;
  }
}

function onCue(s: ReadingState, cue: Cue, token: { start: number; end: number }, next: Token | undefined): void {
  switch (cue.kind) {
    case 'verb':
      return onVerb(s, cue, next);
    case 'block':
      return onBlock(s, cue.block);
    case 'negation':
      s.negatedAt = s.word;
      break;
    case 'past':
      s.pastAt = s.word;
      endName(s, next);
      break;
    case 'passive':
      s.passiveAt = s.word;
      endName(s, next);
      break;
    case 'nominal':
      s.nominalAt = s.word;
      break;
    case 'instruction':
      if (s.gapWords === 0) s.nounLed = true;
      break;
    case 'predicate':
      s.statementAt = s.word;
      endName(s, next);
      break;
    case 'affair':
      s.affairAt = s.word;
      break;
    case 'decision':
      s.decisionAt = s.word;
      s.aboutAt = s.word;
      s.enterTitle();
      break;
    case 'title':
      s.enterTitle();
      s.passiveAt = NEVER;
      break;
    case 'when':
      s.setBlock('when');
      break;
    case 'day':
      s.dayAt = s.word;
      break;
    case 'apart':
      if (s.mode === 'title') break;
      if (/^bằng$/iu.test(s.text.slice(token.start, token.end)) && /^(?:scope|quotation)$/.test(next?.kind ?? ''))
        break;
      s.apart = true;
      s.apartAt = s.word;
      break;
    case 'and':
      return onSeparator(s, next);
    case 'thing':
      s.nominalAt = s.word;
      break;
    case 'but':
      s.negatedAt = NEVER;
      if (s.frame !== null && s.frame.blocked && s.frame.objects.length === 0) s.frame = null;
      return onSeparator(s, next);
    case 'partly':
      s.partly = oneLine(s.text, token.start, token.end);
      return;
    case 'list':
      s.listWordAt = s.word;
      return;
    case 'enclosed':
      s.enclosed = true;
      s.apart = false;
      return;
    case 'document':
      s.documentAt = s.word;
      if (s.gapWords === 0) {
        s.nounLed = true;
        s.lawLed = /^(?:bộ )?luật|^pháp lệnh/iu.test(s.text.slice(token.start, token.end));
      }
      if (s.mode === 'title' && s.titleHasVerb) s.inner = true;
      else if (s.mode !== 'open' && s.separatorAt < s.citationAt) s.enterTitle();
      return;
    case 'glue':
      if (s.frame?.type === 'consolidates' && /^với$/iu.test(s.text.slice(token.start, token.end)))
        onSeparator(s, next);
      if (s.text.slice(token.start, token.end).toLowerCase() === 'của') s.ofAt = s.word;
      if (/^(?:các|những)$/i.test(s.text.slice(token.start, token.end))) s.listWordAt = s.word;
      return;
    default:
      break;
  }
  s.gapWords += 1;
}

function onBlock(s: ReadingState, block: Block): void {
  s.gapWords += 1;
  if (block === 'future' && s.actsItself) return;
  if (s.frame?.type === 'based-on' && s.frame.objects.length === 0) return;
  s.setBlock(block);
  if (s.mode === 'objects' && s.afterSeparator()) {
    s.frame = null;
    s.mode = 'open';
  }
}

/**
 * Reads the tokens of one text in a single pass.
 * @param isActing whether the citation of this index names the acting document itself
 * @returns one mention for each citation outside quotations, but those of the acting document
 */
export function readMentions(
  text: string,
  tokens: Iterable<Token>,
  isActing: (citation: number) => boolean,
): readonly Mention[] {
  const s = new ReadingState(text, isActing);
  let previous: Token | undefined;
  let token: Token | undefined;
  for (const next of tokens) {
    if (token !== undefined) take(s, token, previous, next);
    previous = token;
    token = next;
  }
  if (token !== undefined) take(s, token, previous, undefined);
  endClause(s);
  return s.mentions;
}
