const path = require('node:path');
const { writeFileSync } = require('node:fs');
const { createStrapi } = require('@strapi/strapi');

/** Fills the database that the environment names with snapshots that are searched. Arguments: how many, file for the time. */
const [count, file] = process.argv.slice(2);
const root = path.resolve(__dirname, '../..');
const BATCH = 200;
const LISTS = ['articles', 'search'];

const main = async () => {
  const { loadTypeScript } = await import('../../scripts/setup/load-typescript.mjs');
  const { createRandom, textOf } = await import('./words.mjs');
  const { putSearch } = loadTypeScript('src/plugins/delivery/server/src/store/search.ts');
  const { tablesOf } = loadTypeScript('src/plugins/delivery/server/src/store/tables.ts');
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  await strapi.load();
  const knex = strapi.db.connection;
  const client = strapi.db.dialect.client;
  const tables = tablesOf(client);
  const random = createRandom(57);
  let indexing = 0;
  for (let start = 0; start < Number(count); start += BATCH) {
    const made = Array.from({ length: BATCH }, (_, index) => {
      const id = start + index + 1;
      const documentId = `sear${String(id).padStart(20, '0')}`;
      const at = new Date(Date.UTC(2010, 0, 1) + id * 3_600_000).toISOString();
      const [title, lead, body] = [8, 30, 200].map((length) => textOf(random, length));
      const slug = `tin-${id}`;
      const head = {
        collection: 'articles',
        documentId,
        locale: 'vi',
        slug,
        url: `https://example.org/${slug}`,
        title,
      };
      return { id, documentId, slug, at, head, text: { title, lead, body, at }, hash: String(id) };
    });
    await knex.transaction(async (trx) => {
      await trx('delivery_snapshots').insert(
        made.map(({ id, documentId, slug, at, head, text, hash }) => ({
          ...{
            id,
            collection: 'articles',
            document_id: documentId,
            locale: 'vi',
            slug,
            version: 1,
            hash,
            index_hash: hash,
          },
          ...{
            withdrawn: false,
            major_mark: '',
            updated_at: at,
            reference: '{}',
            item: JSON.stringify(head).slice(0, -1),
          },
          summary: JSON.stringify({ ...head, lead: text.lead }).slice(0, -1),
        })),
      );
      await trx('delivery_sort_keys').insert(
        LISTS.flatMap((list) =>
          made.map(({ id, documentId, at }) => ({
            ...{ list, locale: 'vi', name: 'firstPublishedAt', value: at, document_id: documentId, snapshot_id: id },
          })),
        ),
      );
      await trx('delivery_facets').insert(
        made.map(({ id, documentId, at }) => ({
          ...{
            list: 'search',
            locale: 'vi',
            name: 'year',
            value: at.slice(0, 4),
            label: at.slice(0, 4),
            default_sort: at,
          },
          ...{ document_id: documentId, snapshot_id: id },
        })),
      );
      const before = performance.now();
      await putSearch(
        trx,
        tables,
        made.map(({ id, documentId, head, text, hash }) => ({
          ...{ id, documentId, locale: 'vi' },
          search: { text, hit: JSON.stringify(head), lists: LISTS, hash },
        })),
      );
      indexing += performance.now() - before;
    });
    if ((start / BATCH) % 50 === 49) process.send?.(`${start + BATCH} of ${count} searched items`);
  }
  for (const list of LISTS)
    await knex('delivery_counts').insert({
      list,
      locale: 'vi',
      name: '',
      value: '',
      label: '',
      count: Number(count),
      revision: 1,
    });
  if (client === 'postgres') {
    await knex.raw('VACUUM ANALYZE delivery_search');
    await knex.raw('ANALYZE');
  }
  writeFileSync(file, JSON.stringify({ perSecond: Math.round(Number(count) / (indexing / 1_000)) }));
  await strapi.destroy();
  process.exit(0);
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
