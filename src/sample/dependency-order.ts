import type { SampleCollection, SampleEntry } from './sample-entry';
import { visitEntry } from './sample-values';

/**
 * The entries of one collection so that each comes after those it refers to (a parent before its children), otherwise in
 * the given order.
 *
 * @throws Error naming the entries that refer to each other in a circle
 */
export function inDependencyOrder(collection: SampleCollection, entries: readonly SampleEntry[]): SampleEntry[] {
  const byTarget = new Map(entries.map((entry) => [`${collection}/${entry.key}`, entry]));
  const ordered = new Set<SampleEntry>();
  const underWay: string[] = [];

  const place = (target: string, entry: SampleEntry): void => {
    if (ordered.has(entry)) return;
    if (underWay.includes(target)) {
      throw new Error(`The sample entries ${[...underWay, target].join(' → ')} refer to each other in a circle.`);
    }
    underWay.push(target);
    visitEntry(entry, {
      reference: (needed) => {
        const other = byTarget.get(needed);
        if (other !== undefined) place(needed, other);
      },
    });
    underWay.pop();
    ordered.add(entry);
  };

  byTarget.forEach((entry, target) => place(target, entry));
  return [...ordered];
}
