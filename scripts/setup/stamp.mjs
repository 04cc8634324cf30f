import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A stamp records from what a result was made. It stands beside the result, so whoever deletes the result deletes the
 * stamp; and it is absent while the result is being made, so a run that is killed leaves none.
 */
export const readStamp = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

export const removeStamp = (file) => rmSync(file, { force: true });

/** Written under another name first: a reader sees the whole stamp or none. */
export const writeStamp = (file, value) => {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, value);
  renameSync(draft, file);
};
