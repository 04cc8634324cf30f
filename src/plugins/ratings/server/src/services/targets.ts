import { unknownCollection } from '../errors';

/** What there is under an address: a document, and whether it takes votes now. */
export type Found =
  | { state: 'rateable'; documentId: string; movedTo?: string }
  | { state: 'closed'; documentId: string; reason: string; movedTo?: string }
  /** Was public once. */
  | { state: 'gone'; details: { documentId: string; collection: string; deletedAt: string } }
  /** Never was public under this address. */
  | { state: 'unknown'; message: string; details?: Record<string, unknown> }
  | { state: 'no-such-locale'; allowed: readonly string[] };

/** How editors are told which document it is. */
export interface TargetTitle {
  title: string;
  url: string;
}

/** A collection whose documents readers may rate. */
export interface RatedCollection {
  /** Its name in addresses: /ratings/{name}/{id}. */
  name: string;
  /** The content type that editors see it as. */
  uid: string;
  /**
   * @param id a slug or documentId
   * @param locale whose slugs are meant; undefined for the default one
   * `movedTo`: the id that the document has now, where the one asked for is an old one
   */
  resolve(id: string, locale: string | undefined): Promise<Found>;
  /** By documentId; what is not public is left out. */
  titles?(documentIds: readonly string[]): Promise<Map<string, TargetTitle>>;
}

/** The collections that may be rated. */
export interface Targets {
  /** In `register`. @throws where the name is taken */
  register(collection: RatedCollection): void;
  names(): string[];
  /** @throws RatingError 404 naming the collections that there are */
  get(name: string): RatedCollection;
}

export const createTargets = (): Targets => {
  const collections = new Map<string, RatedCollection>();
  return {
    register(collection) {
      if (collections.has(collection.name))
        throw new Error(`The collection "${collection.name}" is registered for ratings twice.`);
      collections.set(collection.name, collection);
    },
    names: () => [...collections.keys()],
    get(name) {
      const found = collections.get(name);
      if (!found) throw unknownCollection(name, [...collections.keys()]);
      return found;
    },
  };
};
