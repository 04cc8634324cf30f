const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

/** Runs the application without serving it, so that it does its background jobs until it is killed. */
const root = path.resolve(__dirname, '../..');

const work = async () => {
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  await strapi.load();
  process.send('working');
};

work().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
