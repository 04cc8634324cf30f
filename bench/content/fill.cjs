const path = require('node:path');
const { writeFileSync } = require('node:fs');
const { createStrapi } = require('@strapi/strapi');
const { makeContent } = require('./base.cjs');
const { copySnapshots } = require('./copies.cjs');

/** Fills the database that the environment names. Arguments: articles, copies, file for the slugs. */
const [articles, copies, file] = process.argv.slice(2);
const root = path.resolve(__dirname, '../..');

/** What a host does that lets readers use Strapi's own REST: its public role may find articles, and columns are indexed. */
const openStrapiRest = async (strapi) => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  for (const action of ['find', 'findOne'])
    for (const type of ['article', 'topic', 'tag', 'directive', 'issuer'])
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action: `plugin::gazette.${type}.${action}`, role: role.id } });
  await strapi.db.connection.raw('CREATE INDEX bench_slug ON gazette_articles (slug)');
  await strapi.db.connection.raw('CREATE INDEX bench_published ON gazette_articles (published_at, id)');
};

const main = async () => {
  const say = (text) => process.send?.(text);
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  await strapi.load();
  const slugs = await makeContent(strapi, Number(articles), say);
  await openStrapiRest(strapi);
  const copied = Number(copies) > 0 ? await copySnapshots(strapi, 'articles', Number(copies), say) : [];
  // A register has a fifth as many documents as there are articles.
  if (Number(copies) > 0) await copySnapshots(strapi, 'directives', Math.ceil(Number(copies) / 5), say);
  writeFileSync(file, JSON.stringify({ slugs, copied }));
  await strapi.destroy();
  process.exit(0);
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
