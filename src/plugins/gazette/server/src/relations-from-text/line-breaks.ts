import { endClause } from './clauses';
import type { MarkerDepth } from './lines';
import type { Block, Frame, List, ReadingState } from './reading-state';
import type { Token } from './tokens';

export function onLine(
  s: ReadingState,
  token: { depth: MarkerDepth; start: number; end: number },
  next: Token | undefined,
): void {
  const last = s.text[token.start - 1] ?? '';
  const frame = s.frame;
  const open = frame !== null && frame.objects.length === 0 ? frame : null;
  const block = s.blockOfList || last === ':' ? s.block : null;
  const resumed = last === ';' || last === ',' ? (s.frame ?? s.carried) : null;
  const head = open !== null || (block !== null && last === ':') ? { frame: open, block } : null;
  s.blockOfList = false;
  endClause(s);
  s.topic = null;
  s.sentenceStart = s.mentions.length;
  s.list = listAt(s, head, token.depth);
  s.headDepth = token.depth;
  s.carried = s.list?.frame ?? resumed;
  if (s.list !== null && s.list.block !== null) {
    s.block = s.list.block;
    s.blockOfList = true;
  }
  if (next?.kind === 'mark') s.gapWords = 0;
}

/** The list that a line of this depth belongs to. */
function listAt(
  s: ReadingState,
  head: { frame: Frame | null; block: Block | null } | null,
  depth: MarkerDepth,
): List | null {
  if (head !== null) {
    const below = depth > s.headDepth || depth >= 4 || (s.headDepth === 6 && depth >= 2);
    if (below) return { ...head, depth };
  }
  if (s.list === null) return null;
  return depth === 6 ? (s.list.depth === 6 ? s.list : null) : depth >= s.list.depth ? s.list : null;
}
