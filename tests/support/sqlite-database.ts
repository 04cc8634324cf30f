import { copyFile, constants, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TEST_FOLDER } from './environment';
import type { MigrateDatabase, TestDatabase } from './test-database';

const DAY_MS = 86_400_000;

const templateOf = (key: string): string => path.join(TEST_FOLDER, `template-${key}.db`);

const settings = (file: string) => ({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file, DATABASE_URL: '' });

/** Templates of earlier builds go; one that another run may be copying is younger than a day. */
const removeOldTemplates = async (): Promise<void> => {
  for (const name of await readdir(TEST_FOLDER)) {
    const file = path.join(TEST_FOLDER, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile() && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { force: true });
  }
};

export const ensureTemplate = async (key: string, migrate: MigrateDatabase): Promise<void> => {
  if (existsSync(templateOf(key))) return;
  await mkdir(TEST_FOLDER, { recursive: true });
  await removeOldTemplates();
  const draft = path.join(TEST_FOLDER, `making-${process.pid}.db`);
  for (const end of ['', '-wal', '-shm']) await rm(`${draft}${end}`, { force: true });
  await migrate(settings(draft));
  if (existsSync(`${draft}-wal`)) throw new Error('The template was not closed: its write-ahead log is still there.');
  await rename(draft, templateOf(key));
};

export const createDatabase = async (key: string, { empty = false }: { empty?: boolean }): Promise<TestDatabase> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gazette-test-'));
  const file = path.join(folder, 'data.db');
  if (!empty) await copyFile(templateOf(key), file, constants.COPYFILE_FICLONE);
  return { environment: settings(file), drop: () => rm(folder, { recursive: true, force: true }) };
};
