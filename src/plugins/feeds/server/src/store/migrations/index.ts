import type { Tables } from '../tables';
import { outgoing } from './0001-outgoing';

export interface Migration {
  name: string;
  /** The statements, in order. */
  statements(tables: Tables): string[];
}

/** In the order they are run. A released migration is never changed; a new one is added. */
export const migrations: readonly Migration[] = [outgoing];
