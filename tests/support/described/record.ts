import { appendFileSync } from 'node:fs';
import path from 'node:path';

const noted = new Set<string>();

/**
 * Notes what is described and what tests have reached, for the reporter at the end of the run. Each process writes a file
 * of its own into the folder that GAZETTE_TEST_DESCRIBED names; without it nothing is noted.
 */
export const record = (lines: readonly string[]): void => {
  const folder = process.env.GAZETTE_TEST_DESCRIBED;
  const fresh = lines.filter((line) => !noted.has(line));
  fresh.forEach((line) => noted.add(line));
  if (folder && fresh.length > 0) appendFileSync(path.join(folder, `${process.pid}.txt`), `${fresh.join('\n')}\n`);
};
