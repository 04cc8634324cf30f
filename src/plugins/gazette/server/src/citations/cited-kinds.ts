import { cleanCharacters, foldWord } from '../symbols/characters';
import { nounsOfType } from '../symbols/kind-nouns';
import type { FoundCitation } from './types';

/** The documents of one kind that a text has cited so far; `doubt` tells that a word for the kind may mean another one. */
type Kind = { last: FoundCitation; documents: Set<string>; doubt: boolean };

/** What the number of a document is compared by: its symbol, leading zeros aside. */
const documentKey = ({ symbol }: FoundCitation) => symbol.replace(/^0+/, '');

/** The noun in front of a citation, folded; empty where none is adjacent. */
function nounOf(citation: FoundCitation): string {
  const lead = cleanCharacters(citation.text.slice(0, 60)).text.replace(/\d.*$/su, '');
  return foldWord(lead)
    .replace(/\s+/g, ' ')
    .replace(/ ?\bso ?[:.]? ?$/u, '')
    .trim();
}

/** Keeps, while a text is read, which documents of which kind it has cited. */
export class CitedKinds {
  private readonly kinds = new Map<string, Kind>();
  private readonly all = new Map<string, string | null>();
  private last: FoundCitation | undefined;
  /** Two documents share a symbol: their dates differ. */
  private twins = false;

  add(citation: FoundCitation): void {
    const key = documentKey(citation);
    const date = this.all.get(key) ?? null;
    if (date !== null && citation.date !== null && date !== citation.date) this.twins = true;
    this.all.set(key, date ?? citation.date);
    this.last = citation;

    const own = nounOf(citation);
    const possible = citation.type === null ? [] : nounsOfType(citation.type, citation.family);
    const nouns = own === '' ? possible : [own];
    for (const noun of nouns) {
      const kind = this.kinds.get(noun) ?? { last: citation, documents: new Set(), doubt: false };
      kind.last = citation;
      kind.documents.add(key);
      kind.doubt = own === '' && nouns.length > 1 && citation.type !== 'L';
      this.kinds.set(noun, kind);
    }
  }

  /** A document of the kind is named without a symbol: words that point back may mean it. */
  mention(noun: string): void {
    const kind = this.kinds.get(noun);
    if (kind !== undefined) kind.doubt = true;
  }

  /** The last citation of the only document of a kind, or undefined. */
  onlyOf(noun: string): FoundCitation | undefined {
    const kind = this.kinds.get(noun);
    return kind === undefined || kind.doubt || this.twins || kind.documents.size > 1 ? undefined : kind.last;
  }

  /** The last citation of the only document of the text so far, or undefined. */
  onlyDocument(): FoundCitation | undefined {
    return this.all.size === 1 && !this.twins ? this.last : undefined;
  }
}
