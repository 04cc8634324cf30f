const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

/** Serves the application on a port of its own, which it tells its parent, until it is killed. */
const root = path.resolve(__dirname, '../..');

const serve = async () => {
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();
  const { httpServer } = strapi.server;
  httpServer.listen(0, '127.0.0.1', () => process.send({ port: httpServer.address().port }));
};

serve().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
