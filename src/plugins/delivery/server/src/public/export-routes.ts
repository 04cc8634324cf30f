import type { CollectionDefinition } from '../collections/definition';
import { invalidParameter, notFound } from '../errors';
import type { Answer, PublicRequest } from '../http/answer';
import { writeLogCursor } from '../query/changes-cursor';
import { overlaysOf } from '../query/overlay-sql';
import { parseQueryString } from '../query/parse-query-string';
import { dayOf } from '../query/time-ranges';
import type { ExportReader, ExportStart, ExportedCollection } from '../reader/export-reader';
import { createGate } from './gate';

/** What exports need of the running host. */
export interface ExportHost {
  /** Where an export begins that is made now: never before one that was made earlier. */
  start(): Promise<ExportStart>;
  reader(): Pick<ExportReader, 'lines'>;
  /** The lists of the host by name, with the collections that each shows. */
  lists(): ReadonlyMap<string, CollectionDefinition[]>;
  /** How many exports may be under way at once. */
  maxExports(): number;
}

const FILE = /^(.+)\.ndjson$/;

const noSuchExport = (file: string, lists: ReadonlyMap<string, CollectionDefinition[]>) => {
  const names = [...lists.keys()];
  const unions = [...lists].filter(([name, members]) => members.some((member) => member.name !== name));
  return notFound(`There is no export "${file}". Exports: ${names.map((name) => `${name}.ndjson`).join(', ')}.`, {
    allowed: names.map((name) => `${name}.ndjson`),
    collections: names.filter((name) => unions.every(([union]) => union !== name)),
    unions: Object.fromEntries(unions.map(([union, members]) => [union, members.map(({ name }) => name)])),
  });
};

/** Every item as a line; the last line is where to go on in the change stream, and is there only if nothing is missing. */
async function* exportLines(
  reader: Pick<ExportReader, 'lines'>,
  start: ExportStart,
  collections: readonly ExportedCollection[],
  leave: () => void,
): AsyncGenerator<string | Buffer> {
  try {
    yield* reader.lines(start, collections);
    yield `${JSON.stringify({ cursor: writeLogCursor(start.position) })}\n`;
  } finally {
    leave();
  }
}

/** Everything of a collection, in all languages, one item a line. */
export const exportHandler = (host: ExportHost) => {
  const gate = createGate('Exports');
  return async (request: PublicRequest): Promise<Answer> => {
    const { file = '' } = request.params;
    const lists = host.lists();
    const members = lists.get(FILE.exec(file)?.[1] ?? '');
    if (!members) throw noSuchExport(file, lists);
    const [unknown] = Object.keys(parseQueryString(request.queryString));
    if (unknown !== undefined)
      throw invalidParameter(
        unknown,
        `"${unknown}" is not a parameter of /export/${file}. An export takes none: it holds all items in all languages.`,
        [],
      );
    const today = dayOf(new Date());
    const collections = members.map((one) => ({ name: one.name, overlays: overlaysOf(one, today) }));
    const answer: Answer = {
      status: 200,
      body: '',
      contentType: 'application/x-ndjson; charset=utf-8',
      tag: null,
      cache: 'none',
      keys: members.map(({ name }) => name),
      links: {},
    };
    if (request.isHead) return { ...answer, stream: () => [] };
    const leave = gate.enter(host.maxExports());
    try {
      // Where the log ends is read before the first item: what changes from then on is told by the log.
      const start = await host.start();
      return { ...answer, stream: () => exportLines(host.reader(), start, collections, leave), abandon: leave };
    } catch (error) {
      leave();
      throw error;
    }
  };
};
