import type { Form } from '../search/expression';
import { LEVELS, type Level } from '../search/index-text';

/** The columns of SQLite's index: where an item stands, its symbols, and its parts in both forms. */
export const SEARCH_COLUMNS = [
  'place',
  'symbol',
  ...LEVELS.map((level) => `accented_${level}`),
  ...LEVELS.map((level) => `folded_${level}`),
] as const;

/** The columns of the parts up to a level. */
export const columnsUpTo = (form: Form, level: Level): string[] =>
  LEVELS.slice(0, level + 1).map((name) => `${form}_${name}`);

const LETTERS: Readonly<Record<Form, readonly [string, string, string]>> = {
  accented: ['A', 'B', 'C'],
  folded: ['D', 'E', 'F'],
};

/** An entry of PostgreSQL's vector: a letter tells that it stands in the parts up to a level. */
export const lexeme = (form: Form, level: Level, entry: string): string => LETTERS[form][level] + entry;

/** The lexeme of a symbol's key. */
export const symbolLexeme = (key: string): string => `#${key}`;
