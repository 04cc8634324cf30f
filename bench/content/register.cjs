const path = require('node:path');
const { writeFileSync } = require('node:fs');
const { createStrapi } = require('@strapi/strapi');

/** Fills the database that the environment names with a register. Arguments: documents, file for what was made. */
const [size, file] = process.argv.slice(2);
const root = path.resolve(__dirname, '../..');

const MODELS = 500;
const RELATIONS = 4;
/** Every model's number has four digits and begins with 1, so that a copy's symbol is found and changed in any text. */
const numberOf = (index) => 1_000 + index;
const TYPES = ['based-on', 'amends', 'guides', 'refers-to', 'supplements', 'replaces', 'repeals'];
/** Tables of what is public, and the columns in which they name documents. */
const TABLES = [
  'snapshots',
  'sort_keys',
  'facets',
  'addresses',
  'changes',
  'versions',
  'names',
  'links',
  'periods',
  'dated_facets',
];

const dayOf = (index) => new Date(Date.UTC(2018, 0, 1) + index * 4 * 86_400_000).toISOString().slice(0, 10);

const makeModels = async (strapi, say) => {
  const issuer = await strapi.documents('plugin::gazette.issuer').create({
    data: { name: 'Huyện ủy', code: 'HU', level: 'district', branch: 'party' },
  });
  const symbols = [];
  for (let index = 0; index < MODELS; index += 1) {
    const targets = Array.from({ length: RELATIONS }, (_, place) => index - 1 - ((place * 37) % 97)).filter(
      (one) => one >= 0,
    );
    const symbol = `${numberOf(index)}-KH/HU`;
    await strapi.documents('plugin::gazette.directive').create({
      data: {
        symbol,
        title: `Kế hoạch thực hiện nhiệm vụ ${index}`,
        kind: 'plan',
        issuedOn: dayOf(index),
        issuer: issuer.documentId,
        relations: targets.map((target, place) => ({
          type: TYPES[(index + place) % TYPES.length],
          targetSymbol: symbols[target],
          scope: (index + place) % 3 === 0 ? 'khoản 2 Điều 3' : null,
        })),
      },
      locale: 'vi',
      status: 'published',
    });
    symbols.push(symbol);
    if ((index + 1) % 100 === 0) say(`${index + 1} of ${MODELS} documents`);
  }
};

/** Copies of all that is public, block by block; within a block everything leads to the block's own documents. */
const copyModels = async (strapi, blocks, say) => {
  const knex = strapi.db.connection;
  const rows = {};
  for (const table of TABLES) rows[table] = await knex(`delivery_${table}`);
  const models = rows.snapshots.filter(({ collection }) => collection === 'directives');
  const own = new Set(models.map(({ id }) => String(id)));
  const ids = new Set(models.map(({ document_id: id }) => id));
  const belongs = (table, row) => {
    if (table === 'snapshots') return own.has(String(row.id));
    if ('snapshot_id' in row) return own.has(String(row.snapshot_id));
    return ids.has(row.document_id ?? row.source_id);
  };
  const last = Math.max(...rows.snapshots.map(({ id }) => Number(id)));
  const step = last + 1;
  for (let block = 1; block < blocks; block += 1) {
    const idOf = (id) => (ids.has(id) ? `${String(block).padStart(4, '0')}${id.slice(4)}`.replace(/^0/, 'b') : id);
    const text = (value) =>
      value.replace(/[a-z][a-z0-9]{23}/g, idOf).replace(/(?<!\d)1(\d{3})(?=-k)/gi, `${100 + block}$1`);
    await knex.transaction(async (trx) => {
      for (const table of TABLES) {
        const copies = rows[table]
          .filter((row) => belongs(table, row))
          .map((row) => {
            const copy = Object.fromEntries(
              Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? text(value) : value]),
            );
            if (table === 'snapshots') copy.id = Number(row.id) + block * step;
            if ('snapshot_id' in copy) copy.snapshot_id = Number(row.snapshot_id) + block * step;
            if (table === 'changes') delete copy.seq;
            return copy;
          });
        for (let from = 0; from < copies.length; from += 40)
          await trx(`delivery_${table}`).insert(copies.slice(from, from + 40));
      }
    });
    if (block % 20 === 0) say(`${block} of ${blocks} blocks`);
  }
  await knex('delivery_counts').del();
  await knex.raw(`INSERT INTO delivery_counts (list, locale, name, value, label, count, revision)
    SELECT list, locale, '', '', '', COUNT(DISTINCT snapshot_id), 1 FROM delivery_sort_keys GROUP BY list, locale
    UNION ALL SELECT list, locale, name, '', '', COUNT(DISTINCT snapshot_id), 1 FROM delivery_facets GROUP BY list, locale, name
    UNION ALL SELECT list, locale, name, value, MAX(label), COUNT(*), 1 FROM delivery_facets GROUP BY list, locale, name, value`);
  if (strapi.db.dialect.client === 'postgres') await knex.raw('ANALYZE');
};

const main = async () => {
  const say = (message) => process.send?.(message);
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  await strapi.load();
  await makeModels(strapi, say);
  await copyModels(strapi, Math.ceil(Number(size) / MODELS), say);
  const knex = strapi.db.connection;
  const found = await knex('delivery_snapshots')
    .where({ collection: 'directives' })
    .select('document_id', 'reference')
    .orderBy('id');
  const [{ total }] = await knex('delivery_links').count({ total: '*' });
  writeFileSync(
    file,
    JSON.stringify({
      ids: found.map((one) => one.document_id),
      symbols: found.map(({ reference }) => JSON.parse(reference).symbol),
      relations: Number(total),
    }),
  );
  await strapi.destroy();
  process.exit(0);
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
