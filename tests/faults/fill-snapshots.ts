import type { TestStrapi } from '../support';

type Row = Record<string, unknown>;

const BATCH = 200;

/** Tables of what is public, and the columns that tell one document from another. */
const PUBLIC_TABLES = [
  'snapshots',
  'sort_keys',
  'facets',
  'addresses',
  'changes',
  'versions',
  'dependencies',
  'reservations',
];

/** The counts that publications keep. */
const countAnew = async ({ db: { connection: knex } }: TestStrapi): Promise<void> => {
  await knex('delivery_counts').del();
  await knex.raw(`INSERT INTO delivery_counts (list, locale, name, value, label, count, revision)
    SELECT list, locale, '', '', '', COUNT(DISTINCT snapshot_id), 1 FROM delivery_sort_keys GROUP BY list, locale
    UNION ALL SELECT list, locale, name, '', '', COUNT(DISTINCT snapshot_id), 1 FROM delivery_facets GROUP BY list, locale, name
    UNION ALL SELECT list, locale, name, value, MAX(label), COUNT(*), 1 FROM delivery_facets GROUP BY list, locale, name, value`);
};

/** Puts the copies into a topic, as their snapshots say. */
export const linkCopies = async (strapi: TestStrapi, topic: string): Promise<void> => {
  const knex = strapi.db.connection;
  const { id } = await strapi.db.query('plugin::gazette.topic').findOne({ where: { documentId: topic } });
  await knex.raw(
    `INSERT INTO gazette_articles_topics_lnk (article_id, topic_id, topic_ord)
     SELECT id, ?, 1 FROM gazette_articles WHERE document_id LIKE 'copy%'`,
    [id],
  );
};

/**
 * Fills content and delivery's tables with copies of the newest published article, a draft and a published row each. They
 * are what that many publications leave, without the hour that these take.
 */
export const fillSnapshots = async (strapi: TestStrapi, copies: number): Promise<void> => {
  const knex = strapi.db.connection;
  const contentTable = strapi.db.metadata.get('plugin::gazette.article').tableName;
  const [model]: Row[] = await knex(contentTable).whereNotNull('published_at').orderBy('id', 'desc').limit(1);
  if (!model) throw new Error('There is no published article to copy.');
  const source = String(model.document_id);
  const content: Row[] = await knex(contentTable).where({ document_id: source });
  const [snapshot]: Row[] = await knex('delivery_snapshots').where({ document_id: source });
  let snapshotId = Number((await knex('delivery_snapshots').max({ id: 'id' }))[0]?.id ?? 0);
  const publicRows = new Map<string, Row[]>();
  for (const name of PUBLIC_TABLES) {
    const column = name === 'dependencies' ? 'source_id' : 'document_id';
    publicRows.set(name, await knex(`delivery_${name}`).where({ [column]: source }));
  }

  const replaced = (value: unknown, from: string, to: string) =>
    typeof value === 'string' ? value.replaceAll(from, to) : value;

  for (let start = 0; start < copies; start += BATCH) {
    const size = Math.min(BATCH, copies - start);
    const numbers = Array.from({ length: size }, (_, index) => start + index);
    const copyOf = (row: Row, number: number): Row => {
      const slug = `${String(model.slug).replace(/-\d+$/, '')}-c${number}`;
      const renamed = Object.entries(row).map(([name, value]) => [
        name,
        replaced(replaced(value, source, `copy${number}`), String(model.slug), slug),
      ]);
      return Object.fromEntries(renamed);
    };
    await knex.transaction(async (trx) => {
      const rows = numbers.flatMap((number) => content.map(({ id: _id, ...row }) => copyOf(row, number)));
      for (let from = 0; from < rows.length; from += 20) await trx(contentTable).insert(rows.slice(from, from + 20));
      for (const [name, found] of publicRows) {
        const copied = numbers.flatMap((number) =>
          found.map((row) => {
            const { id: _id, seq, ...rest } = copyOf(row, number);
            const kept = name === 'versions' ? { ...rest, seq } : rest;
            if (name === 'snapshots') return { ...kept, id: snapshotId + number + 1 };
            return 'snapshot_id' in kept ? { ...kept, snapshot_id: snapshotId + number + 1 } : kept;
          }),
        );
        for (let from = 0; from < copied.length; from += 20)
          await trx(`delivery_${name}`).insert(copied.slice(from, from + 20));
      }
    });
  }
  await countAnew(strapi);
  snapshotId += copies;
  if (!snapshot) throw new Error('The article to copy has no snapshot.');
  if (strapi.db.dialect.client === 'postgres')
    await knex.raw("SELECT setval(pg_get_serial_sequence('delivery_snapshots', 'id'), ?)", [snapshotId]);
};
