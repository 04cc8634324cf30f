import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import { overlaySortKeys, overlayText } from '../projection/overlay-text';
import { lockPublishing } from '../store/lock';
import {
  overlaysOf,
  putOverlays,
  showOverlays,
  shownOverlays,
  sortByOverlays,
  type OverlayValue,
} from '../store/overlays';
import { inTransaction, tablesFor } from '../store/tables';
import { deliveryService } from './access';

/** A value of a member that moves apart from content: one of the definition's `overlays`. */
export interface NewOverlay {
  collection: string;
  documentId: string;
  member: string;
  value: unknown;
  /** Texts that lists sort by, in place of the keys that the definition makes; never its default key. */
  sortKeys?: Record<string, string>;
  /** Counts the changes of this value where it comes from. An older value than the kept one changes nothing. */
  revision: number;
}

/** Which items show another value than before. */
export interface OverlayChange {
  collection: string;
  documentId: string;
}

/** Members that move often and apart from content: they make no version and no entry of the change log. */
export interface OverlayService {
  /**
   * Keeps values and shows them in items and lists, all in one transaction. A value of a document that is not public now
   * is kept until it is. Whoever has many changes collects them: publications wait for this.
   * @throws Error for an unknown collection or member
   */
  set(values: readonly NewOverlay[]): Promise<void>;
  /** The kept values of a member, by documentId. */
  kept(
    collection: string,
    member: string,
    documentIds: readonly string[],
  ): Promise<Map<string, { value: unknown; revision: number }>>;
  /** Told after each commit which items show another value: for caches, which keep the others. */
  onChange(listener: (changes: readonly OverlayChange[]) => void): void;
}

export const createOverlays = ({ strapi }: { strapi: Core.Strapi }): OverlayService => {
  const listeners: ((changes: readonly OverlayChange[]) => void)[] = [];
  const t = () => tablesFor(strapi);

  const definitionOf = ({ collection, member, sortKeys = {} }: NewOverlay): CollectionDefinition => {
    const definition = deliveryService(strapi, 'collections').get(collection);
    if (!definition) throw new Error(`There is no collection "${collection}" to overlay.`);
    if (!(member in (definition.overlays ?? {})))
      throw new Error(
        `"${member}" is no overlay of ${collection}. Its overlays: ${Object.keys(definition.overlays ?? {}).join(', ') || 'none'}.`,
      );
    const wrong = Object.keys(sortKeys).find(
      (name) => !(name in definition.sortKinds) || name === definition.defaultSort.key,
    );
    if (wrong !== undefined) throw new Error(`An overlay of ${collection} may not set the sort key "${wrong}".`);
    return definition;
  };

  const store = (values: readonly NewOverlay[]): Promise<OverlayChange[]> =>
    inTransaction(strapi, async (trx) => {
      await lockPublishing(trx, t());
      const rows = values.map(({ value, sortKeys = {}, ...rest }): OverlayValue => ({
        ...rest,
        value: JSON.stringify(value),
        sortKeys,
      }));
      const later = await putOverlays(trx, t(), rows);
      const ids = [...new Set(later.map(({ documentId }) => documentId))];
      const kept = await overlaysOf(trx, t(), ids);
      const changed = new Map<string, OverlayChange>();
      const shown: { id: number; overlay: string }[] = [];
      const keys: { id: number; name: string; value: string }[] = [];
      for (const { id, collection, documentId, overlay } of await shownOverlays(trx, t(), ids)) {
        const definition = deliveryService(strapi, 'collections').get(collection);
        if (!definition) continue;
        const own = kept.filter((one) => one.documentId === documentId && one.collection === collection);
        const next = overlayText(definition, own);
        for (const [name, value] of Object.entries(overlaySortKeys(definition, own))) keys.push({ id, name, value });
        if (next === overlay) continue;
        shown.push({ id, overlay: next });
        changed.set(`${collection} ${documentId}`, { collection, documentId });
      }
      await showOverlays(trx, t(), shown);
      await sortByOverlays(trx, t(), keys);
      return [...changed.values()];
    });

  return {
    async set(values) {
      values.forEach(definitionOf);
      if (values.length === 0) return;
      const changed = await store(values);
      if (changed.length > 0) listeners.forEach((listener) => listener(changed));
    },
    async kept(collection, member, documentIds) {
      const found = await inTransaction(strapi, (trx) => overlaysOf(trx, t(), documentIds));
      const own = found.filter((one) => one.collection === collection && one.member === member);
      return new Map(
        own.map(({ documentId, value, revision }) => [documentId, { value: JSON.parse(value), revision }]),
      );
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
};
