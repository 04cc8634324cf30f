import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS, isRecord, type SampleCollection, type SampleContent, type SampleEntry } from './sample-entry';
import { visitEntry } from './sample-values';

/**
 * Reads and checks the sample files of a folder: `{collection}.json`, and the media that they name.
 *
 * @throws Error that lists every fault with its file, entry and reference
 */
export function readSampleContent(folder: string): SampleContent {
  const faults: string[] = [];
  const read = (collection: SampleCollection): SampleEntry[] =>
    parseEntries(`${collection}.json`, readJson(join(folder, `${collection}.json`)), faults);
  const content: SampleContent = {
    tags: read('tags'),
    topics: read('topics'),
    issuers: read('issuers'),
    authors: read('authors'),
    dossiers: read('dossiers'),
    resolutions: read('resolutions'),
    directives: read('directives'),
    articles: read('articles'),
    pages: read('pages'),
    site: read('site'),
  };
  checkLinks(folder, content, faults);
  if (faults.length > 0) throw new Error(`The sample content is faulty:\n- ${faults.join('\n- ')}`);
  return content;
}

function readJson(path: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return value;
  } catch (error) {
    throw new Error(`The sample file ${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function parseEntries(file: string, value: unknown, faults: string[]): SampleEntry[] {
  if (!Array.isArray(value)) {
    faults.push(`${file}: must be an array of entries`);
    return [];
  }
  const seen = new Set<string>();
  return value.flatMap((item: unknown, index) => {
    const entry = parseEntry(item);
    if (typeof entry === 'string') {
      faults.push(`${file}: entry ${index + 1}: ${entry}`);
      return [];
    }
    if (seen.has(entry.key)) faults.push(`${file}: the key "${entry.key}" stands twice`);
    seen.add(entry.key);
    return [entry];
  });
}

/** The entry, or what is wrong with it. */
function parseEntry(item: unknown): SampleEntry | string {
  if (!isRecord(item)) return 'must be an object';
  const { key, status, data, locales = {} } = item;
  if (typeof key !== 'string' || !/^[a-z0-9-]+$/.test(key)) return '"key" must be of a-z, 0-9 and hyphens';
  if (status !== 'published' && status !== 'draft') return `"${key}": "status" must be published or draft`;
  if (!isRecord(data)) return `"${key}": "data" must be an object`;
  if (!isRecord(locales)) return `"${key}": "locales" must be an object`;
  const translations: SampleEntry['locales'] = {};
  for (const [locale, translation] of Object.entries(locales)) {
    if (!isRecord(translation)) return `"${key}": "locales.${locale}" must be an object`;
    translations[locale] = translation;
  }
  return { key, status, data, locales: translations };
}

const isMadeLater = (target: string, than: SampleCollection): boolean =>
  COLLECTIONS.findIndex((collection) => target.startsWith(`${collection}/`)) > COLLECTIONS.indexOf(than);

function checkLinks(folder: string, content: SampleContent, faults: string[]): void {
  const known = new Set(
    COLLECTIONS.flatMap((collection) => content[collection].map(({ key }) => `${collection}/${key}`)),
  );
  for (const collection of COLLECTIONS) {
    for (const entry of content[collection]) {
      const place = `${collection}.json: entry "${entry.key}"`;
      visitEntry(entry, {
        reference: (target) => {
          if (!known.has(target)) faults.push(`${place}: the reference "${target}" names no entry`);
          else if (isMadeLater(target, collection)) {
            faults.push(`${place}: the reference "${target}" names an entry that is made later`);
          }
        },
        media: ({ file }) => {
          if (!existsSync(join(folder, file))) faults.push(`${place}: the media file "${file}" does not exist`);
        },
      });
    }
  }
}
