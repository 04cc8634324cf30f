import { isDeepStrictEqual } from 'node:util';
import { followChanges } from './sync.mjs';

/** What moves without an entry in the log: votes, how often something is cited, and what is so today. */
const MOVING = ['rating', 'citedBy', 'status'];

const ROUNDS = 5;

const withoutMoving = (item) => {
  const kept = Object.fromEntries(Object.entries(item).filter(([name]) => !MOVING.includes(name)));
  // Whether a document is in force stands there too.
  if (kept.jsonLd) kept.jsonLd = { ...kept.jsonLd, legislationLegalForce: null };
  return kept;
};

const nameOf = ({ collection, locale, documentId }) => `${collection}/${locale}/${documentId}`;

/** What of a collection differs between the copy and what the server shows: its lists, then its export. */
const compareOne = async (api, copy, report, collection, locales) => {
  const differences = [];
  const listed = new Set();
  for (const locale of locales)
    for (let cursor = ''; cursor !== null;) {
      const { data, meta } = await api.list(collection, locale, cursor);
      for (const shown of data) {
        const name = nameOf(shown);
        listed.add(name);
        const own = await copy.read(shown);
        if (!own) differences.push(`${name}: is missing or damaged`);
        else if (own.version !== shown.version)
          differences.push(`${name}: is version ${own.version}, the list shows version ${shown.version}`);
        else if (own.slug !== shown.slug) differences.push(`${name}: is ${own.slug}, the list shows ${shown.slug}`);
      }
      cursor = meta.pagination.nextCursor;
      report.progress(`${collection}: ${listed.size} compared with its list`);
    }
  for await (const item of copy.keys(collection))
    if (!listed.has(nameOf(item))) differences.push(`${nameOf(item)}: no list shows it`);

  let count = 0;
  await api.export(collection, async (item) => {
    const own = await copy.read(item);
    if (own && own.version === item.version && !isDeepStrictEqual(withoutMoving(own), withoutMoving(item)))
      differences.push(`${nameOf(item)}: its content differs`);
    count += 1;
    report.progress(`${collection}: ${count} compared with its export`);
  });
  return { differences, count: listed.size };
};

/** Compares the copy with the server. @returns 0, or 1 where something differs */
export const verify = async (api, copy, report) => {
  const collections = await api.collections();
  const locales = await api.locales(collections[0]);
  let found = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await followChanges(api, copy, report, { forever: false });
    found = [];
    let count = 0;
    for (const collection of collections) {
      const result = await compareOne(api, copy, report, collection, locales);
      found.push(...result.differences);
      count += result.count;
    }
    for (const collection of await copy.collections())
      if (!collections.includes(collection))
        for await (const item of copy.keys(collection))
          found.push(`${nameOf(item)}: the server has no such collection`);
    if (found.length === 0) {
      report.say(`The copy and the lists agree: ${count} items.`);
      return 0;
    }
    const { data } = (await api.changes(copy.state.cursor)) ?? { data: [] };
    // While others publish, what was published during the comparison differs.
    if (data.length === 0) break;
  }
  for (const one of found) report.say(one);
  report.say(`${found.length} differences.`);
  return 1;
};
