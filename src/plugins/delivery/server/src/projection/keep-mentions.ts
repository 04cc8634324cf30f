import type { CollectionDefinition } from '../collections/definition';
import type { Source } from '../store/edges';
import { linksFrom, putLinks, type NewLink, type StoredLink } from '../store/links';
import { namesOf, putNames } from '../store/names';
import type { Tables, Transaction } from '../store/tables';
import type { Projection } from './present-document';

/** What else has to be made again. */
export interface Mentioned {
  /** Names that documents got or lost, or under which they are known otherwise than before. */
  names: string[];
  /** Documents of which others say something else than before. */
  targets: Source[];
}

const linkKey = ({ kind, targetId, data }: Pick<StoredLink, 'kind' | 'targetId' | 'data'>) =>
  `${kind} ${targetId} ${data}`;

/** The links that a document's projections make; the first language that makes one counts. */
export const linksOf = (source: Source, projections: readonly Projection[]): NewLink[] => {
  const links = new Map<string, NewLink>();
  for (const { links: made } of projections)
    for (const { kind, targetUid, targetDocumentId, data } of made) {
      const link = { source, kind, targetUid, targetId: targetDocumentId, data: JSON.stringify(data) };
      const key = linkKey(link);
      if (targetDocumentId !== source.documentId && !links.has(key)) links.set(key, link);
    }
  return [...links.values()];
};

/**
 * Keeps the names of documents and what they say of others.
 * @param changed those that others see otherwise than before
 */
export const keepMentions = async (
  trx: Transaction,
  t: Tables,
  definition: CollectionDefinition,
  projections: ReadonlyMap<string, Projection[]>,
  changed: ReadonlySet<string>,
): Promise<Mentioned> => {
  const documentIds = [...projections.keys()];
  const names = new Set<string>();
  if (definition.names) {
    const before = await namesOf(trx, t, documentIds);
    const after = [...projections].flatMap(([documentId, all]) =>
      [...new Set(all.flatMap((one) => one.names))].map((name) => ({ name, documentId })),
    );
    const keys = (list: readonly { name: string; documentId: string }[]) =>
      new Set(list.map(({ name, documentId }) => `${documentId} ${name}`));
    const [old, next] = [keys(before), keys(after)];
    for (const { name, documentId } of [...before, ...after]) {
      const key = `${documentId} ${name}`;
      if (!old.has(key) || !next.has(key) || changed.has(documentId)) names.add(name);
    }
    if (old.size !== next.size || [...old].some((key) => !next.has(key))) await putNames(trx, t, documentIds, after);
  }
  if (!definition.links) return { names: [...names], targets: [] };

  const before = await linksFrom(trx, t, documentIds);
  const after = [...projections].flatMap(([documentId, all]) => linksOf({ uid: definition.uid, documentId }, all));
  const keyed = <Link extends NewLink | StoredLink>(links: readonly Link[], sourceOf: (link: Link) => string) =>
    new Map(links.map((link) => [`${sourceOf(link)} ${linkKey(link)}`, link]));
  const old = keyed(before, ({ sourceId }) => sourceId);
  const next = keyed(after, ({ source }) => source.documentId);
  const moved = [...old].filter(([key]) => !next.has(key)).map(([, link]) => link);
  const added = [...next].filter(([key]) => !old.has(key)).map(([, link]) => link);
  if (moved.length > 0 || added.length > 0) await putLinks(trx, t, documentIds, after);
  const targets = [...moved, ...added].map(({ targetUid, targetId }) => ({ uid: targetUid, documentId: targetId }));
  return {
    names: [...names],
    targets: [...new Map(targets.map((target) => [target.documentId, target])).values()],
  };
};
