import { compoundsOf, keysIn, symbolKey, type Token } from './tokens';

/** What of an item is searched, as plain text. Made by its collection's `searchText`. */
export interface SearchText {
  title: string;
  /** Texts that name the item itself: its symbol, in each usual spelling. */
  symbols?: readonly string[];
  /** What else counts as much as the title. */
  names?: readonly string[];
  lead?: string | null;
  body?: string | null;
  /** Symbols that the text mentions, for what the text writes in other ways. */
  mentions?: readonly string[];
  /** When it is from, ISO 8601: among hits of one rank the newest come first. */
  at: string | null;
  /** Members of a hit in `/search`, besides those of every hit. */
  shown?: Record<string, unknown>;
}

/** Raised by a release that makes other entries of the same text, or keeps them otherwise: every index is made again then. */
export const INDEX_REVISION = 2;

/** The parts of an item, from what weighs most. */
export const LEVELS = ['title', 'lead', 'body'] as const;
export type Level = 0 | 1 | 2;

/** What is stored of one part of an item. */
export interface IndexedPart {
  /** The folded words in their order; phrases are looked for in them. A bar parts what does not belong together. */
  sequence: string[];
  /** The accented words and keys, each once. */
  accented: string[];
  /** The folded words, keys and beginnings of words, each once. */
  folded: string[];
}

export interface IndexedText {
  parts: Record<(typeof LEVELS)[number], IndexedPart>;
  /** Keys of the symbols that name the item, in both forms, each once. */
  symbols: string[];
}

/** Beginnings of so many letters are kept as entries of their own: the words that share them are too many to be gathered. */
export const SHORT_PREFIX = 2;

/** Marks the entry of a beginning, which is no word. */
export const prefixEntry = (beginning: string): string => `<${beginning}`;

/** Characters, taken as they are: letters beyond the basic plane are two units. */
export const charactersOf = (text: string): string[] => [...text];

/** So much of an item is searched, in bytes of distinct entries; PostgreSQL takes a megabyte with its own keeping. */
const MAX_BYTES = 240_000;
/** So many words of an item are searched. */
const MAX_WORDS = 150_000;

/** Between what no phrase may reach across. */
export const BAR = '|';

class Room {
  private bytes = 0;
  private words = 0;
  private readonly seen = new Set<string>();

  /** Whether an entry still has its place. */
  takes(token: Token): boolean {
    this.words += 1;
    // The folded form follows from the accented one, and is no longer.
    if (this.seen.has(token.accented)) return this.words <= MAX_WORDS;
    this.seen.add(token.accented);
    this.bytes += 2 * Buffer.byteLength(token.accented);
    return this.bytes <= MAX_BYTES && this.words <= MAX_WORDS;
  }
}

const beginnings = (word: string): string[] => {
  const characters = charactersOf(word.slice(0, 2 * SHORT_PREFIX)).slice(0, SHORT_PREFIX);
  return characters.map((_, index) => prefixEntry(characters.slice(0, index + 1).join('')));
};

const partOf = (texts: readonly string[], keyed: readonly string[], room: Room): IndexedPart => {
  const sequence: string[] = [];
  const accented = new Set<string>();
  const folded = new Set<string>();
  const keep = (token: Token): void => {
    accented.add(token.accented);
    folded.add(token.folded);
  };
  const readAll = (): void => {
    for (const text of texts) {
      for (const compound of compoundsOf(text)) {
        for (const word of compound.words) {
          if (!room.takes(word)) return;
          sequence.push(word.folded);
          if (accented.has(word.accented)) continue;
          keep(word);
          for (const entry of beginnings(word.accented)) accented.add(entry);
          for (const entry of beginnings(word.folded)) folded.add(entry);
        }
        for (const key of keysIn(compound)) if (room.takes(key)) keep(key);
      }
      if (text !== '') sequence.push(BAR);
    }
    for (const text of keyed) {
      const key = symbolKey(text);
      if (key && room.takes(key)) keep(key);
    }
  };
  readAll();
  return { sequence, accented: [...accented], folded: [...folded] };
};

/** What the index keeps of a text. The same for both databases: neither makes words of its own. */
export const indexText = ({
  title,
  symbols = [],
  names = [],
  lead,
  body,
  mentions = [],
}: Omit<SearchText, 'at' | 'shown'>): IndexedText => {
  const room = new Room();
  const keys = symbols.flatMap((symbol) => symbolKey(symbol) ?? []);
  return {
    parts: {
      title: partOf([title, ...symbols, ...names], symbols, room),
      lead: partOf([lead ?? ''], [], room),
      body: partOf([body ?? ''], mentions, room),
    },
    symbols: [...new Set(keys.flatMap(({ accented, folded }) => [accented, folded]))],
  };
};
