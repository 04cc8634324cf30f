import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT, TEST_FOLDER } from './environment';

/** A block of code in a page of the documentation. */
export interface DocsCode {
  language: string;
  code: string;
  /** The heading that it stands under. */
  heading: string;
}

/** Every block of code of a page, in order. @param page `read.md` */
export const docsCode = async (page: string): Promise<DocsCode[]> => {
  const text = await readFile(path.join(ROOT, 'docs', page), 'utf8');
  const found: DocsCode[] = [];
  let heading = '';
  for (const [, title, language = '', code = ''] of text.matchAll(/^#+ (.+)$|^```(\w*)\n([\s\S]*?)^```$/gm)) {
    if (title !== undefined) heading = title;
    else found.push({ language, code, heading });
  }
  return found;
};

/** The one block of a language under a heading. @throws where there is none, or another one */
export const docsExample = async (page: string, heading: string, language: string): Promise<string> => {
  const found = (await docsCode(page)).filter((one) => one.heading === heading && one.language === language);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${page}, "${heading}": ${found.length} blocks of ${language}.`);
  return first.code;
};

/**
 * Runs an ES module in a process of its own, where packages of this repository are found.
 * @param tail what is added to the example's code
 * @returns what it printed
 */
export const runModule = async (code: string, tail = ''): Promise<string> => {
  const folder = await mkdtemp(path.join(TEST_FOLDER, 'example-'));
  try {
    const file = path.join(folder, 'example.mjs');
    await writeFile(file, `${code}\n${tail}`);
    const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: folder, timeout: 60_000 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
