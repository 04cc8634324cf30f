import type { CollectionDefinition, DatedMember, Known, Period, RegisterReader } from '../collections/definition';
import type { CollectionRegistry } from '../collections/registry';
import { CountDelta } from '../store/counts';
import { linksFrom, linksTo, type StoredLink } from '../store/links';
import {
  datedSnapshots,
  defaultSorts,
  FIRST_DAY,
  keptPeriods,
  LAST_DAY,
  periodRows,
  putPeriods,
  turnsOf,
  valuesOn,
  type DatedSnapshot,
  type StoredPeriod,
} from '../store/periods';
import { referencesOf } from '../store/snapshots';
import type { Queryable, Tables, Transaction } from '../store/tables';
import { dayOf } from '../query/time-ranges';
import { References } from './load-content';
import type { Site } from './site';
import { tellTurns } from './tell-turns';

/** JSON members with their leading comma, without the last closing brace: `asOf` follows. */
const membersOf = (name: string, { present }: Period, locale: string): string =>
  `,${JSON.stringify(name)}:${JSON.stringify(present(locale)).slice(0, -1)}`;

const stored = (snapshotId: number, name: string, period: Period, locale: string): StoredPeriod => ({
  snapshotId,
  from: period.from ?? FIRST_DAY,
  until: period.until ?? LAST_DAY,
  members: membersOf(name, period, locale),
  fill: period.fill ?? '',
  value: period.value,
  label: period.label(locale),
});

/** Reads what is public now. */
export const currentRegister = (trx: Queryable, t: Tables, defaultLocale: string): RegisterReader => {
  const ofKind = (links: readonly StoredLink[], kind: string) =>
    links
      .filter((link) => link.kind === kind)
      .map(({ sourceId, targetId, data }) => ({ sourceId, targetId, data: JSON.parse(data) }));
  return {
    linksFrom: async (kind, documentIds) => ofKind(await linksFrom(trx, t, documentIds), kind),
    linksTo: async (kind, documentIds) => ofKind(await linksTo(trx, t, documentIds), kind),
    async known(documentIds) {
      const references = new References(await referencesOf(trx, t, documentIds), defaultLocale);
      return new Map(
        documentIds.flatMap((documentId): [string, Known][] => {
          const known = references.known(documentId, defaultLocale);
          return known ? [[documentId, known]] : [];
        }),
      );
    },
  };
};

/** What is to be kept of a dated member. */
export interface DatedRows {
  snapshot: DatedSnapshot;
  periods: StoredPeriod[];
}

/** The lists in which a dated member is a facet; all sorted by the collection's own default. */
const datedLists = (registry: CollectionRegistry, { name, dated, defaultSort }: CollectionDefinition): string[] =>
  registry.listsOf(name).filter((list) => {
    const as = registry.readAs(list);
    return as?.dated?.name === dated?.name && as?.defaultSort.key === defaultSort.key;
  });

/** The rows for what a member says of documents, for those that are public. */
export const datedRows = async (
  trx: Transaction,
  t: Tables,
  registry: CollectionRegistry,
  member: DatedMember,
  periods: ReadonlyMap<string, Period[]>,
): Promise<DatedRows[]> => {
  const snapshots = await datedSnapshots(trx, t, [...periods.keys()]);
  const found: DatedRows[] = [];
  for (const definition of registry.all()) {
    const own = snapshots.filter(({ collection }) => collection === definition.name);
    if (definition.dated !== member || own.length === 0) continue;
    const sorts = await defaultSorts(
      trx,
      t,
      own.map(({ id }) => id),
      { list: definition.name, key: definition.defaultSort.key },
    );
    const lists = datedLists(registry, definition);
    for (const { id, documentId, locale } of own)
      found.push({
        snapshot: { id, documentId, locale, lists, name: member.name, defaultSort: sorts.get(id) ?? '' },
        periods: (periods.get(documentId) ?? []).map((period) => stored(id, member.name, period, locale)),
      });
  }
  return found;
};

const differs = (rows: readonly string[], kept: readonly string[] | undefined): boolean => {
  const there = new Set(kept);
  return there.size !== rows.length || rows.some((row) => !there.has(row));
};

/** The snapshots whose member has another value on a day than was kept of them. */
const turnedOn = async (trx: Transaction, t: Tables, moved: readonly DatedRows[], day: string): Promise<number[]> => {
  const ids = moved.map(({ snapshot }) => snapshot.id);
  const before = await valuesOn(trx, t, ids, day);
  return moved.flatMap(({ snapshot: { id }, periods }) => {
    const now = periods.filter(({ from }) => from <= day).at(-1)?.value;
    return before.has(id) && before.get(id) !== now ? [id] : [];
  });
};

/**
 * Brings what depends on the day up to date after documents were published, changed or went. What changes by a chain (who
 * acted on a document was annulled) says nothing else than before itself, so the log is told here.
 */
export const keepDated = async (
  trx: Transaction,
  t: Tables,
  registry: CollectionRegistry,
  { defaultLocale, addresses }: Pick<Site, 'defaultLocale' | 'addresses'>,
  changed: readonly string[],
): Promise<void> => {
  const told = new Set(changed);
  const now = new Date();
  const members = new Set(registry.all().flatMap(({ dated }) => dated ?? []));
  for (const member of members) {
    const periods = await member.periods(changed, currentRegister(trx, t, defaultLocale));
    const next = await datedRows(trx, t, registry, member, periods);
    const kept = await keptPeriods(
      trx,
      t,
      next.map(({ snapshot }) => snapshot.id),
    );
    const moved = next.filter(({ snapshot, periods: rows }) =>
      differs(periodRows(snapshot, rows), kept.get(snapshot.id)),
    );
    if (moved.length === 0) continue;
    const farther = moved.filter(({ snapshot }) => !told.has(snapshot.documentId));
    const turned = await turnedOn(trx, t, farther, dayOf(now));
    const counts = new CountDelta();
    await putPeriods(trx, t, moved, counts);
    await tellTurns(trx, t, await turnsOf(trx, t, turned), { addresses, now });
    await counts.store(trx, t);
  }
};
