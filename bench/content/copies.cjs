/** Tables of what is public, each with the column that tells its document. */
const TABLES = ['snapshots', 'sort_keys', 'facets', 'addresses', 'changes', 'versions'];
const BATCH = 250;

/** The counts that publications keep. */
const countAnew = async (knex) => {
  await knex('delivery_counts').del();
  await knex.raw(`INSERT INTO delivery_counts (list, locale, name, value, label, count, revision)
    SELECT list, locale, '', '', '', COUNT(DISTINCT snapshot_id), 1 FROM delivery_sort_keys GROUP BY list, locale
    UNION ALL SELECT list, locale, name, '', '', COUNT(DISTINCT snapshot_id), 1 FROM delivery_facets GROUP BY list, locale, name
    UNION ALL SELECT list, locale, name, value, MAX(label), COUNT(*), 1 FROM delivery_facets GROUP BY list, locale, name, value`);
};

/**
 * Multiplies what is public: rows like those that publications leave, without the hours that so many take. Readers meet
 * the same tables; content has no such articles.
 */
exports.copySnapshots = async (strapi, collection, copies, say) => {
  const knex = strapi.db.connection;
  const models = await knex('delivery_snapshots').where({ collection }).orderBy('id').limit(200);
  const rowsOf = new Map();
  for (const { document_id: documentId } of models) {
    const tables = {};
    for (const table of TABLES) tables[table] = await knex(`delivery_${table}`).where({ document_id: documentId });
    rowsOf.set(documentId, tables);
  }
  const [{ last }] = await knex('delivery_snapshots').max({ last: 'id' });
  let id = Number(last);
  const text = (value, from, to) => (typeof value === 'string' ? value.replaceAll(from, to) : value);
  const slugs = [];
  for (let start = 0; start < copies; start += BATCH) {
    const inserts = Object.fromEntries(TABLES.map((table) => [table, []]));
    for (let number = start; number < Math.min(copies, start + BATCH); number += 1) {
      const model = models[number % models.length];
      const copyId = `${collection.slice(0, 4)}${String(number).padStart(20, '0')}`;
      const slug = `${model.slug}-ban-${number}`;
      // A moment of its own, so that lists are as long as they would be.
      const at = new Date(Date.UTC(2010, 0, 1) + number * 60_000).toISOString();
      const [key] = rowsOf.get(model.document_id).sort_keys.filter(({ name }) => name === 'firstPublishedAt');
      id += 1;
      slugs.push(slug);
      for (const table of TABLES)
        for (const row of rowsOf.get(model.document_id)[table]) {
          const copy = {};
          for (const [name, value] of Object.entries(row))
            copy[name] = text(text(text(value, model.document_id, copyId), model.slug, slug), key.value, at);
          if (table === 'snapshots') copy.id = id;
          if ('snapshot_id' in copy) copy.snapshot_id = id;
          if (table === 'changes') delete copy.seq;
          inserts[table].push(copy);
        }
    }
    await knex.transaction(async (trx) => {
      for (const [table, rows] of Object.entries(inserts))
        for (let from = 0; from < rows.length; from += 40)
          await trx(`delivery_${table}`).insert(rows.slice(from, from + 40));
    });
    if ((start / BATCH) % 40 === 39) say(`${start + BATCH} of ${copies} copies`);
  }
  await countAnew(knex);
  if (strapi.db.dialect.client === 'postgres') {
    await knex.raw("SELECT setval(pg_get_serial_sequence('delivery_snapshots', 'id'), ?)", [id]);
    await knex.raw('ANALYZE');
  }
  return slugs;
};
