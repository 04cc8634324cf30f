import type { Tables } from '../tables';
import { initial } from './0001-initial';

export interface Migration {
  name: string;
  /** The statements, in order. */
  statements(tables: Tables): string[];
}

/** In the order they are run. A released migration is never changed; a new one is added. */
export const migrations: readonly Migration[] = [initial];

export { voteIndexes } from './0001-initial';
