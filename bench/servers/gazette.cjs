const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

/** The application as it is served. */
const root = path.resolve(__dirname, '../..');

const main = async () => {
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();
  strapi.server.httpServer.listen(Number(process.env.PORT), '127.0.0.1', () => process.send('ready'));
};

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
