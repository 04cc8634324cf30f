import { findCitations, type FoundCitation } from '../citations';
import { symbolKey } from '../symbols';
import { cleanCharacters } from '../symbols/characters';
import { readMentions } from './reader';
import { changesStatus, compareStrength } from './strength';
import { readTokens } from './tokens';
import type { Mention, ProposedRelation } from './types';

/** Longest scope that a relation of the register holds, in UTF-16 units. */
const LONGEST_SCOPE = 255;

/**
 * The relations that `text` states of the document with the symbol `acting` (null when it has none): exactly one for
 * every other document that the text cites by symbol, in order of first appearance; refers-to where nothing more is
 * said. Where it says several things of one document the strongest stands (strength.ts). Runs in time linear in the
 * length of `text`; nothing is thrown and nothing is saved.
 */
export function proposeRelations(text: string, acting: string | null = null): ProposedRelation[] {
  const clean = cleanCharacters(text).text;
  const citations = findCitations(clean);
  if (citations.length === 0) return [];
  const actingKey = acting === null ? null : symbolKey(acting);
  const keys = keysOf(citations);
  const isActing = (citation: number): boolean => actingKey !== null && keys[citation] === actingKey;
  const mentions = readMentions(clean, readTokens(clean, citations), isActing);

  const byCitation = new Map(mentions.map((mention) => [mention.citation, mention]));
  const groups = new Map<string, { symbol: string; mentions: Mention[]; certainty: number }>();
  citations.forEach((citation, index) => {
    if (isActing(index)) return;
    const key = keys[index];
    const group = groups.get(key) ?? { symbol: citation.symbol, mentions: [], certainty: 0 };
    group.mentions.push(byCitation.get(index) ?? quoted(index));
    group.certainty = Math.max(group.certainty, citation.confidence);
    groups.set(key, group);
  });
  return [...groups.values()].map(({ symbol, mentions, certainty }) => {
    const { confidence, ...relation } = strongest(symbol, mentions);
    return { ...relation, confidence: Math.round(confidence * certainty * 100) / 100 };
  });
}

/** The lookup key of each citation's symbol; symbols recur, so each is read once. */
function keysOf(citations: readonly FoundCitation[]): string[] {
  const known = new Map<string, string>();
  return citations.map(({ symbol }) => {
    const key = known.get(symbol) ?? symbolKey(symbol) ?? symbol;
    known.set(symbol, key);
    return key;
  });
}

function quoted(citation: number): Mention {
  return { citation, type: 'refers-to', scope: null, partly: null, confidence: 0.8 };
}

/** One relation from all that a text says of one document. */
function strongest(symbol: string, mentions: readonly Mention[]): ProposedRelation {
  const [{ type }] = [...mentions].sort((one, other) => compareStrength(one.type, other.type));
  const same = mentions.filter((mention) => mention.type === type);
  const confidence = Math.max(...same.map((mention) => mention.confidence));
  return { type, symbol, scope: type === 'refers-to' ? null : scopeOf(type, same), confidence };
}

/**
 * The parts named, together. Where the status changes, a place that names no part speaks of the whole document, unless
 * it says "một số điều"; these words stand when no place names the parts.
 */
function scopeOf(type: ProposedRelation['type'], mentions: readonly Mention[]): string | null {
  const named = [...new Set(mentions.flatMap(({ scope }) => (scope === null ? [] : [scope])))];
  if (changesStatus(type) && mentions.some(({ scope, partly }) => scope === null && partly === null)) return null;
  const partly = changesStatus(type) ? (mentions.find((mention) => mention.partly !== null)?.partly ?? null) : null;
  const scope = named.length > 0 ? named.join('; ') : partly;
  return scope !== null && scope.length > LONGEST_SCOPE ? `${scope.slice(0, LONGEST_SCOPE - 1)}…` : scope;
}
