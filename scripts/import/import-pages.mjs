import { readFile } from 'node:fs/promises';
import { withApp } from '../setup/load-app.mjs';

const USAGE = `npm run import:page -- FILE... [--publish]

Reads the plain text of NukeViet article pages and makes an article of each: a draft, or with --publish a published one.
A page that was brought in before is recognised and left as it is.`;

const OUTCOMES = {
  created: 'imported as a draft',
  published: 'imported and published',
  unchanged: 'already there, nothing to do',
  kept: 'already there; the page differs from the first import, the article was left as it is',
};

/** What went wrong, in one line; both languages where the error has them. */
const reason = (error) => {
  if (error?.code === 'ENOENT') return 'there is no such file.';
  if (error?.messages) return `${error.messages.vi} / ${error.messages.en}`;
  return error instanceof Error ? error.message : String(error);
};

const importOne = async (importer, file, publish) => {
  const { outcome, slug, warnings } = await importer.importPage(await readFile(file), { publish });
  console.log(`${file}: ${OUTCOMES[outcome]} (${slug})`);
  warnings.forEach((warning) => console.log(`  note: ${warning}`));
  return outcome;
};

const importAll = async (strapi, files, publish) => {
  const importer = strapi.plugin('gazette').service('importer');
  const counts = { changed: 0, unchanged: 0, failed: 0 };
  for (const [index, file] of files.entries()) {
    if (files.length > 1) process.stdout.write(`[${index + 1}/${files.length}] `);
    try {
      const outcome = await importOne(importer, file, publish);
      counts[outcome === 'created' || outcome === 'published' ? 'changed' : 'unchanged'] += 1;
    } catch (error) {
      counts.failed += 1;
      console.error(`${file}: not imported. ${reason(error)}`);
    }
  }
  console.log(`${counts.changed} imported, ${counts.unchanged} already there, ${counts.failed} failed`);
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
