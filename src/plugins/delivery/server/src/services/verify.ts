import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import { countRows, orphansOf } from '../jobs/steps';
import { currentRegister, datedRows } from '../projection/keep-dated';
import { linksOf } from '../projection/keep-mentions';
import { digest, type Projection } from '../projection/present-document';
import { translationKey } from '../store/changes';
import {
  inspectDependencies,
  inspectIndex,
  inspectLastChanges,
  inspectMentions,
  inspectSnapshots,
  linkText,
  nameText,
  publicOnlyInLog,
  unremembered,
  withoutVersion,
  wrongCounts,
  type InspectedSnapshot,
  type LastChange,
} from '../store/inspect';
import { searchFaults } from '../store/inspect-search';
import { lockPublishing } from '../store/lock';
import { indexRows } from '../store/snapshots';
import { keptPeriods, periodRows } from '../store/periods';
import { strays } from '../store/strays';
import { inTransaction, tablesFor, type Transaction } from '../store/tables';
import { deliveryService } from './access';
import type { Progress } from './rebuild';

/** Something that is stored otherwise than content says. */
export interface Difference {
  /** `articles abc… vi`, or the list whose count is wrong. */
  where: string;
  what: string;
}

export interface Verifier {
  /**
   * Compares everything that is public with the content that it was made from, a batch at a time, while the site serves.
   * @param onDifference told of each difference as it is found
   * @returns how many there are
   */
  all(onDifference: (difference: Difference) => void, onProgress?: (progress: Progress) => void): Promise<number>;
}

const BATCH = 100;

const withoutVersionMember = (item: string): Record<string, unknown> => {
  const { version: _version, ...rest } = JSON.parse(`${item}}`);
  return rest;
};

/** The rows that a projection's index is stored as, in the words of `inspectIndex`. */
const wantedRows = ({ locale, index }: Projection): string[] =>
  indexRows(index).map((row) =>
    row.kind === 'sort'
      ? `sort ${row.list} ${locale} ${row.name}=${row.value}`
      : `facet ${row.list} ${locale} ${row.name}=${row.value} (${row.label}) ${row.defaultSort}`,
  );

const missingFrom = (wanted: readonly string[], there: readonly string[]): string[] => {
  const known = new Set(there);
  return [...new Set(wanted)].filter((one) => !known.has(one));
};

/** The members in which two JSON objects differ. */
const differing = (a: Record<string, unknown>, b: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]),
  );

const compareSnapshot = (next: Projection, stored: InspectedSnapshot, last: LastChange | undefined): string[] => {
  const found: string[] = [];
  const item = withoutVersionMember(stored.item);
  if (digest(item) !== stored.hash) found.push('the stored text is not the one that its hash was made of');
  if (stored.hash !== next.hash)
    found.push(`content differs in ${differing(item, next.item).join(', ') || 'its hash'}`);
  else if (stored.indexHash !== next.indexHash) found.push('what lists show of it, or where, is out of date');
  const summary = JSON.stringify({ ...next.summary, version: stored.version });
  if (stored.overlay !== next.overlay)
    found.push(`beside its content it shows ${stored.overlay || 'nothing'}, kept is ${next.overlay || 'nothing'}`);
  if (`${stored.summary}}` !== summary && stored.hash === next.hash) found.push('its summary differs');
  if (stored.slug !== next.slug) found.push(`its slug is "${stored.slug}", content says "${next.slug}"`);
  if (!last) found.push('the change log does not know it');
  else if (last.event === 'unpublished' || last.event === 'deleted')
    found.push(`the change log says it was ${last.event}`);
  else {
    if (last.etag !== stored.hash) found.push('the last entry of the change log tells of another content');
    if (Number(last.version) !== Number(stored.version))
      found.push(`the change log ends at version ${last.version}, the snapshot is version ${stored.version}`);
  }
  return found;
};

export const createVerifier = ({ strapi }: { strapi: Core.Strapi }): Verifier => {
  const t = () => tablesFor(strapi);

  const verifyDocuments = async (
    trx: Transaction,
    definition: CollectionDefinition,
    documentIds: readonly string[],
  ): Promise<Difference[]> => {
    const projections = await deliveryService(strapi, 'projector').present(trx, definition, documentIds);
    const stored = new Map((await inspectSnapshots(trx, t(), documentIds)).map((row) => [translationKey(row), row]));
    const index = await inspectIndex(trx, t(), documentIds);
    const dependencies = await inspectDependencies(trx, t(), documentIds);
    const last = new Map((await inspectLastChanges(trx, t(), documentIds)).map((one) => [translationKey(one), one]));
    const lost = new Set((await unremembered(trx, t(), documentIds)).map(({ id }) => Number(id)));
    const unversioned = new Set((await withoutVersion(trx, t(), documentIds)).map(({ id }) => Number(id)));

    const mentions = await inspectMentions(trx, t(), documentIds);
    const searched = [...projections].flatMap(([documentId, all]) =>
      all.flatMap(({ locale, search }) => {
        const snapshot = stored.get(translationKey({ documentId, locale }));
        return snapshot ? [{ id: snapshot.id, documentId, locale, search }] : [];
      }),
    );
    const faults = await searchFaults(trx, t(), searched);

    const differences: Difference[] = [];
    for (const [documentId, all] of projections) {
      const say = (locale: string, what: string) =>
        differences.push({ where: `${definition.name} ${documentId} ${locale}`, what });
      for (const next of all) {
        const key = translationKey({ documentId, locale: next.locale });
        const snapshot = stored.get(key);
        stored.delete(key);
        if (!snapshot) {
          say(next.locale, 'is published and has no snapshot');
          continue;
        }
        compareSnapshot(next, snapshot, last.get(key)).forEach((what) => say(next.locale, what));
        const there = index.get(snapshot.id) ?? [];
        const wanted = wantedRows(next);
        missingFrom(wanted, there).forEach((row) => say(next.locale, `lists lack ${row}`));
        missingFrom(there, wanted).forEach((row) => say(next.locale, `lists have ${row}, which content does not say`));
        const fault = faults.get(snapshot.id);
        if (fault) say(next.locale, fault);
        if (lost.has(snapshot.id)) say(next.locale, 'its address is not remembered');
        if (unversioned.has(snapshot.id)) say(next.locale, 'its version is not kept, or with another text');
      }
      const said = [
        ...all.flatMap(({ names }) => names.map(nameText)),
        ...linksOf({ uid: definition.uid, documentId }, all).map(linkText),
      ];
      const kept = mentions.get(documentId) ?? [];
      missingFrom(said, kept).forEach((text) => say('*', `its stored mentions lack ${text}`));
      missingFrom(kept, said).forEach((text) => say('*', `its stored mentions have ${text}`));
      const embedded = all.flatMap((one) => one.dependencies.map((target) => `${target.uid} ${target.documentId}`));
      const known = dependencies.get(documentId) ?? [];
      missingFrom(embedded, known).forEach((target) => say('*', `does not know that it shows ${target}`));
      missingFrom(known, embedded).forEach((target) => say('*', `thinks that it shows ${target}`));
    }
    differences.push(...(await verifyPeriods(trx, definition, documentIds)));
    for (const { documentId, locale } of stored.values())
      differences.push({
        where: `${definition.name} ${documentId} ${locale}`,
        what: 'has a snapshot and is not published',
      });
    return differences;
  };

  /** What depends on the day, against what the links of the register say. */
  const verifyPeriods = async (
    trx: Transaction,
    definition: CollectionDefinition,
    documentIds: readonly string[],
  ): Promise<Difference[]> => {
    const { dated, name } = definition;
    if (!dated) return [];
    const { default: defaultLocale } = await deliveryService(strapi, 'reader').locales();
    const periods = await dated.periods(documentIds, currentRegister(trx, t(), defaultLocale));
    const own = new Map([...periods].filter(([documentId]) => documentIds.includes(documentId)));
    const next = await datedRows(trx, t(), deliveryService(strapi, 'collections'), dated, own);
    const kept = await keptPeriods(
      trx,
      t(),
      next.map(({ snapshot }) => snapshot.id),
    );
    return next.flatMap(({ snapshot, periods: rows }) => {
      const wanted = periodRows(snapshot, rows);
      const there = kept.get(snapshot.id) ?? [];
      const where = `${name} ${snapshot.documentId} ${snapshot.locale}`;
      return [
        ...missingFrom(wanted, there).map((row) => ({ where, what: `its periods of ${dated.name} lack ${row}` })),
        ...missingFrom(there, wanted).map((row) => ({ where, what: `its periods of ${dated.name} have ${row}` })),
      ];
    });
  };

  const lists = async (trx: Transaction): Promise<Difference[]> => [
    ...(await publicOnlyInLog(trx, t())).map(({ collection, documentId, locale, event }) => ({
      where: `${collection} ${documentId} ${locale}`,
      what: `the change log says it was ${event}, and nothing of it is public`,
    })),
    ...(await strays(trx, t())).map(({ table, owner, count }) => ({
      where: `${table} ${owner}`,
      what: `has ${count} rows, and is not public`,
    })),
    ...(await wrongCounts(trx, t())).map(({ list, locale, name, value, kept, real }) => ({
      where: `list ${list} ${locale}`,
      what: `the count of ${name === '' ? 'all items' : `${name}=${value || '(any)'}`} is ${kept ?? 'missing'}, there are ${real ?? 0}`,
    })),
  ];

  return {
    async all(onDifference, onProgress) {
      let count = 0;
      const report = (differences: Difference[]) => {
        count += differences.length;
        differences.forEach(onDifference);
      };
      // Under the lock: what is compared must not change between the two looks.
      const locked = <T>(work: (trx: Transaction) => Promise<T>): Promise<T> =>
        inTransaction(strapi, async (trx) => {
          await lockPublishing(trx, t());
          return work(trx);
        });
      for (const definition of deliveryService(strapi, 'collections').all()) {
        const total = await countRows(strapi, definition);
        let done = 0;
        let position = 0;
        for (;;) {
          const rows: { id: number; documentId: string }[] = await strapi.db.query(definition.uid).findMany({
            select: ['id', 'documentId'],
            where: { publishedAt: { $notNull: true }, id: { $gt: position } },
            orderBy: { id: 'asc' },
            limit: BATCH,
          });
          const last = rows[rows.length - 1];
          if (!last) break;
          const ids = [...new Set(rows.map(({ documentId }) => documentId))];
          report(await locked((trx) => verifyDocuments(trx, definition, ids)));
          position = last.id;
          done += rows.length;
          onProgress?.({ collection: definition.name, done, total: Math.max(total, done) });
        }
        report(
          await locked(async (trx) =>
            (await orphansOf(strapi, trx, definition)).map((documentId) => ({
              where: `${definition.name} ${documentId}`,
              what: 'has a snapshot and no published content',
            })),
          ),
        );
      }
      report(await locked(lists));
      return count;
    },
  };
};
