const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

/** Boots the built application, which migrates its database, and ends it: how a template is made, in a process of its own. */
const root = path.resolve(__dirname, '../..');

createStrapi({ appDir: root, distDir: path.join(root, 'dist') })
  .load()
  .then((strapi) => strapi.destroy())
  .then(
    () => process.exit(0),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
