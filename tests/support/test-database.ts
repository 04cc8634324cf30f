import * as postgres from './postgres-database';
import * as sqlite from './sqlite-database';

/** A database of one application under test. */
export interface TestDatabase {
  /** The settings that point the application at it. */
  environment: Record<string, string>;
  /** Removes it; the application must have ended. */
  drop(): Promise<void>;
}

export type MigrateDatabase = (environment: Record<string, string>) => Promise<void>;

const clients = { sqlite, postgres };

/** The database that TEST_DATABASE names: "sqlite" (the default) or "postgres". */
export const testClient = (): keyof typeof clients => {
  const name = process.env.TEST_DATABASE || 'sqlite';
  if (name === 'sqlite' || name === 'postgres') return name;
  throw new Error(`TEST_DATABASE is "${name}"; tests run on "sqlite" (the default) or "postgres".`);
};

/** Makes the migrated template of this build, unless an earlier run has left it. */
export const ensureTemplate = (key: string, migrate: MigrateDatabase): Promise<void> =>
  clients[testClient()].ensureTemplate(key, migrate);

/** A database of one's own: a copy of the template, or an empty one. */
export const createDatabase = (key: string, options: { empty?: boolean } = {}): Promise<TestDatabase> =>
  clients[testClient()].createDatabase(key, options);
