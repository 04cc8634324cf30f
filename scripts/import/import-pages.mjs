import { readFile } from 'node:fs/promises';
import { withApp } from '../setup/load-app.mjs';

const USAGE = `npm run import:page -- FILE... [--publish]

Reads the plain text of NukeViet article pages and makes an article of each: a draft, or with --publish a published one.
A page that was brought in before is recognised and left as it is.`;

const OUTCOMES = {
  created: 'imported as a draft',
  published: 'imported and published',
  unchanged: 'already there, nothing to do',
};

const FILE_FAULTS = {
  ENOENT: { vi: 'Không có tệp này.', en: 'There is no such file.' },
  EISDIR: {
    vi: 'Đây là thư mục: hãy ghi từng tệp trong đó, ví dụ cu/*.txt.',
    en: 'This is a folder: name the files in it, as in old/*.txt.',
  },
  EACCES: { vi: 'Không có quyền đọc tệp này.', en: 'This file may not be read.' },
};

const inBothLanguages = ({ vi, en }) => `${vi} / ${en}`;

/** What went wrong, in one line; both languages where the error has them. */
const faultOf = (error) => {
  const messages = FILE_FAULTS[error?.code] ?? error?.messages;
  if (messages) return inBothLanguages(messages);
  return error instanceof Error ? error.message : String(error);
};

/** @returns how it is counted in the sum */
const importOne = async (importer, file, publish, place) => {
  const { outcome, slug, reason, warnings } = await importer.importPage(await readFile(file), { publish });
  const said = reason === null ? OUTCOMES[outcome] : inBothLanguages(reason);
  console.log(`${place}${file}: ${said}${slug === null ? '' : ` (${slug})`}`);
  warnings.forEach((warning) => console.log(`  note: ${warning}`));
  if (outcome === 'created' || outcome === 'published') return 'changed';
  return slug === null ? 'deleted' : 'unchanged';
};

const importAll = async (strapi, files, publish) => {
  const importer = strapi.plugin('gazette').service('importer');
  const counts = { changed: 0, unchanged: 0, deleted: 0, failed: 0 };
  for (const [index, file] of files.entries()) {
    const place = files.length > 1 ? `[${index + 1}/${files.length}] ` : '';
    try {
      counts[await importOne(importer, file, publish, place)] += 1;
    } catch (error) {
      counts.failed += 1;
      console.error(`${place}${file}: not imported. ${faultOf(error)}`);
    }
  }
  const deleted = counts.deleted > 0 ? `, ${counts.deleted} deleted here` : '';
  console.log(`${counts.changed} imported, ${counts.unchanged} already there${deleted}, ${counts.failed} failed`);
  return counts.failed > 0 ? 1 : 0;
};

/** @param {string[]} args files and options as typed */
export const main = async (args) => {
  const options = args.filter((arg) => arg.startsWith('--'));
  const files = args.filter((arg) => !arg.startsWith('--'));
  const unknown = options.find((option) => option !== '--publish' && option !== '--help');
  if (unknown) console.error(`Unknown option ${unknown}.\n`);
  if (unknown || options.includes('--help') || files.length === 0) {
    console.log(USAGE);
    process.exit(options.includes('--help') && !unknown ? 0 : 1);
  }
  await withApp((strapi) => importAll(strapi, files, options.includes('--publish')));
};
