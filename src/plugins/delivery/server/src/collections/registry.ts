import type { CollectionDefinition, EntryRow } from './definition';

/** The collections of this host, in the order they were defined. */
export interface CollectionRegistry {
  define<Entry extends EntryRow, Body extends object, Summary extends object>(
    definition: CollectionDefinition<Entry, Body, Summary>,
  ): void;
  get(name: string): CollectionDefinition | undefined;
  byUid(uid: string): CollectionDefinition | undefined;
  all(): CollectionDefinition[];
  /** Whether some collection's snapshots embed documents of this content type. */
  embeds(uid: string): boolean;
  /** Shows several collections as one list, for example `documents`. Their items keep their own collection's name. */
  union(name: string, members: string[], options?: UnionOptions): void;
  /** How a list is read: the definition of its collection, or what its union makes of its members'. */
  readAs(list: string): CollectionDefinition | undefined;
  /** The lists that show a collection: its own and the unions it belongs to. */
  listsOf(name: string): string[];
  /** What each of these lists keeps of the collection's items. */
  placesOf(name: string): ListPlace[];
  /** The lists that have an address: those of collections, but for single types, and unions. */
  served(): string[];
  /** The collections that a list shows; none for an unknown name. */
  membersOf(list: string): CollectionDefinition[];
}

/** How a union differs from the first of its members. */
export interface UnionOptions {
  /** False keeps the list for other handlers, without addresses of its own. */
  served?: boolean;
  /** What an item of whichever member is called in the description of the API: `Document`. */
  itemName?: string;
  defaultSort?: CollectionDefinition['defaultSort'];
  sortKinds?: CollectionDefinition['sortKinds'];
  facetNames?: readonly string[];
  hiddenFacets?: readonly string[];
  wideFacets?: CollectionDefinition['wideFacets'];
  ranges?: readonly string[];
  counted?: CollectionDefinition['counted'];
  dated?: CollectionDefinition['dated'];
  translatedFacets?: readonly string[];
  facetReaders?: CollectionDefinition['facetReaders'];
}

/** What a list keeps of an item. */
export interface ListPlace {
  name: string;
  defaultSortKey: string;
  sortKeys: readonly string[];
  /** Names of facets, without the languages that translated ones are kept in. */
  facets: readonly string[];
}

/** What a list sorts and filters by, and nothing else, is kept for it. */
const placeIn = (
  name: string,
  { defaultSort, sortKinds, facetNames, hiddenFacets = [], wideFacets = {} }: CollectionDefinition,
): ListPlace => ({
  name,
  defaultSortKey: defaultSort.key,
  sortKeys: Object.keys(sortKinds),
  facets: [...facetNames, ...hiddenFacets, ...Object.values(wideFacets).map(({ wide }) => wide)],
});

const NAME = /^[a-z][a-z0-9-]*$/;

/**
 * @param onDefine told of every new collection
 * @param onUnion told of every union: how its list is read, and its members
 */
export const createRegistry = (
  onDefine: (definition: CollectionDefinition) => void = () => undefined,
  onUnion: (definition: CollectionDefinition, members: CollectionDefinition[]) => void = () => undefined,
): CollectionRegistry => {
  const byName = new Map<string, CollectionDefinition>();
  const uids = new Map<string, CollectionDefinition>();
  const unions = new Map<string, { members: string[]; definition: CollectionDefinition }>();

  const listsOf = (name: string): string[] => [
    name,
    ...[...unions].filter(([, { members }]) => members.includes(name)).map(([union]) => union),
  ];
  const readAs = (list: string) => unions.get(list)?.definition ?? byName.get(list);

  return {
    define(definition) {
      const { name, uid, defaultSort, sortKinds, ranges } = definition;
      if (!NAME.test(name)) throw new Error(`The collection name "${name}" is not usable in an address.`);
      if (byName.has(name)) throw new Error(`The collection "${name}" is defined twice.`);
      if (uids.has(uid))
        throw new Error(`The content type "${uid}" already serves the collection "${uids.get(uid)?.name}".`);
      for (const key of [defaultSort.key, ...ranges]) {
        if (!(key in sortKinds))
          throw new Error(`The collection "${name}" uses the sort key "${key}" without defining it.`);
      }
      byName.set(name, definition);
      uids.set(uid, definition);
      onDefine(definition);
    },
    get: (name) => byName.get(name),
    byUid: (uid) => uids.get(uid),
    all: () => [...byName.values()],
    embeds: (uid) => [...byName.values()].some((definition) => definition.embeds.includes(uid)),
    union(name, members, options = {}) {
      const missing = members.filter((member) => !byName.has(member));
      if (missing.length > 0) throw new Error(`The union "${name}" names unknown collections: ${missing.join(', ')}.`);
      if (byName.has(name) || unions.has(name)) throw new Error(`The collection "${name}" is defined twice.`);
      const definitions = members.flatMap((member) => byName.get(member) ?? []);
      const [first] = definitions;
      if (!first) throw new Error(`The union "${name}" has no members.`);
      // Members are filtered and sorted as one: what one offers, all do. Only their attributes may differ.
      const distinct = (fields: (one: CollectionDefinition) => readonly string[]) => [
        ...new Set(definitions.flatMap(fields)),
      ];
      const definition = {
        ...first,
        served: true,
        facetSlugs: Object.assign({}, ...definitions.map(({ facetSlugs }) => facetSlugs)),
        ...options,
        name,
        searchAliases: (text: string) => distinct(({ searchAliases }) => searchAliases?.(text) ?? []),
        itemFields: distinct(({ itemFields }) => itemFields),
        summaryFields: distinct(({ summaryFields }) => summaryFields),
      };
      unions.set(name, { members, definition });
      onUnion(definition, definitions);
    },
    listsOf,
    placesOf: (name) =>
      listsOf(name).flatMap((list) => {
        const definition = readAs(list);
        return definition ? [placeIn(list, definition)] : [];
      }),
    readAs,
    served: () =>
      [...byName.keys(), ...unions.keys()].filter((list) => {
        const definition = readAs(list);
        return definition !== undefined && definition.served !== false && !definition.single;
      }),
    membersOf: (list) => (unions.get(list)?.members ?? [list]).flatMap((member) => byName.get(member) ?? []),
  };
};
