import { insertRows, rows, run, type Tables, type Transaction } from './tables';

/** The rows of one list and language that carry a facet value. */
export interface CountKey {
  list: string;
  locale: string;
  /** A facet, or '' for the whole list. */
  name: string;
  /** A value of the facet, or '' for the rows that carry any. */
  value: string;
}

/**
 * Sums of what a publication adds to lists and takes from them. Totals and facet counts are kept by delta in its own
 * transaction, so that no list has to be scanned to be counted.
 */
export class CountDelta {
  private readonly sums = new Map<string, CountKey & { label: string; count: number }>();

  /** @param label the text to show for the value; '' leaves the stored one */
  add(key: CountKey, count: 1 | -1, label = ''): void {
    const id = JSON.stringify([key.list, key.locale, key.name, key.value]);
    const sum = this.sums.get(id) ?? { ...key, label: '', count: 0 };
    this.sums.set(id, { ...sum, label: label || sum.label, count: sum.count + count });
  }

  /** Something that a list shows is another than before, though not how many. */
  touch(list: string, locale: string): void {
    const key = { list, locale, name: '', value: '' };
    const id = JSON.stringify([list, locale, '', '']);
    if (!this.sums.has(id)) this.sums.set(id, { ...key, label: '', count: 0 });
  }

  /** Writes the sums. The revision of a list moves even where its counts stay: something in it is another than before. */
  async store(trx: Transaction, t: Tables): Promise<void> {
    const changed = [...this.sums.values()];
    // Always in one order, though publications take turns anyway.
    const ordered = changed.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    await insertRows(
      trx,
      `${t.counts} AS c (list, locale, name, value, label, count, revision)`,
      ordered.map(({ list, locale, name, value, label, count }) => [list, locale, name, value, label, count, 1]),
      `ON CONFLICT (list, locale, name, value) DO UPDATE SET count = c.count + excluded.count,
         revision = c.revision + 1, label = CASE WHEN excluded.label = '' THEN c.label ELSE excluded.label END`,
    );
  }
}

/** Counts every list and facet value from the rows themselves. The caller holds the publishing lock. */
export const recount = async (trx: Transaction, t: Tables): Promise<void> => {
  const [row] = await rows<{ revision: number | string }>(
    trx,
    `SELECT COALESCE(MAX(revision), 0) + 1 AS revision FROM ${t.counts}`,
  );
  const revision = Number(row?.revision ?? 1);
  const sources: [columns: string, from: string][] = [
    ["list, locale, '', '', '', COUNT(DISTINCT snapshot_id)", `${t.sortKeys} GROUP BY list, locale`],
    ["list, locale, name, '', '', COUNT(DISTINCT snapshot_id)", `${t.facets} GROUP BY list, locale, name`],
    ['list, locale, name, value, MAX(label), COUNT(*)', `${t.facets} GROUP BY list, locale, name, value`],
  ];
  await run(trx, `DELETE FROM ${t.counts}`);
  for (const [columns, from] of sources)
    await run(
      trx,
      `INSERT INTO ${t.counts} (list, locale, name, value, label, count, revision)
       SELECT c.*, ? FROM (SELECT ${columns} FROM ${from}) c`,
      [revision],
    );
};
