import type { Tables } from '../tables';
import { initial } from './0001-initial';
import { cast } from './0002-cast';

export interface Migration {
  name: string;
  /** The statements, in order. */
  statements(tables: Tables): string[];
}

/** In the order they are run. A released migration is never changed; a new one is added. */
export const migrations: readonly Migration[] = [initial, cast];

export { voteIndexes } from './0001-initial';
