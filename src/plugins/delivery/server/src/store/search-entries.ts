import type { Form } from '../search/expression';
import { BAR, LEVELS, type IndexedText, type Level } from '../search/index-text';

/** The columns of SQLite's index: the entries of an item, and its folded words in their order, for phrases. */
export const SEARCH_COLUMNS = ['tokens', 'words'] as const;

const MARKS: Readonly<Record<Form, readonly [string, string, string]>> = {
  accented: ['1', '2', '3'],
  folded: ['4', '5', '6'],
};

/**
 * A word as an entry of the index: a digit tells that it stands in the parts up to a level. What stands in the title stands
 * in all levels below it too, so that a condition is one entry, and the few words of titles are found among themselves.
 */
export const wordEntry = (form: Form, level: Level, word: string): string => MARKS[form][level] + word;

/** The entry of a symbol's key. */
export const symbolEntry = (key: string): string => `#${key}`;

/** All entries of an item, each once; the same on both databases. */
export const entriesOf = ({ parts, symbols }: IndexedText, places: readonly string[]): string[] => {
  const found = new Set([...places, ...symbols.map(symbolEntry)]);
  for (const level of [0, 1, 2] as const satisfies readonly Level[])
    for (const name of LEVELS.slice(0, level + 1)) {
      for (const word of parts[name].accented) found.add(wordEntry('accented', level, word));
      for (const word of parts[name].folded) found.add(wordEntry('folded', level, word));
    }
  return [...found];
};

/** The folded words of all parts in their order, with spaces around each. */
export const wordsOf = ({ parts }: IndexedText): string =>
  ` ${LEVELS.map((level) => parts[level].sequence.join(' ')).join(` ${BAR} `)} `;
