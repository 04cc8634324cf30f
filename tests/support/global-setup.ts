import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildKey } from './build-key';
import { ROOT, testEnvironment } from './environment';
import { ensureTemplate } from './test-database';

const migrate = async (database: Record<string, string>): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gazette-template-'));
  await mkdir(path.join(folder, 'uploads'));
  try {
    await promisify(execFile)(process.execPath, [path.join(__dirname, 'boot-once.js')], {
      cwd: ROOT,
      env: { ...process.env, ...testEnvironment(), ...database, PUBLIC_DIR: folder },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Once a run: the migrated database that every application under test starts from a copy of. */
export default async function globalSetup(): Promise<void> {
  const key = buildKey();
  process.env.GAZETTE_TEST_BUILD = key;
  await ensureTemplate(key, migrate);
  process.env.GAZETTE_TEST_DESCRIBED = await mkdtemp(path.join(tmpdir(), 'gazette-described-'));
}
