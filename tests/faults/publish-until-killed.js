const path = require('node:path');
const { setImmediate: breathe } = require('node:timers/promises');
const { createStrapi } = require('@strapi/strapi');

/** Publishes article after article until it is killed; says `publishing` after the first. */
const root = path.resolve(__dirname, '../..');

const publishForever = async () => {
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  await strapi.load();
  for (let number = 1; ; number += 1) {
    const data = { title: 'Đăng cho đến khi bị ngắt', lead: `Bài số ${number}.` };
    const { documentId } = await strapi
      .documents('plugin::gazette.article')
      .create({ data, locale: 'vi', status: 'published' });
    if (number === 1) process.send('publishing');
    await strapi
      .documents('plugin::gazette.article')
      .update({ documentId, locale: 'vi', data: { lead: `Bài số ${number}, sửa.` }, status: 'published' });
    // On SQLite nothing of this ever waits for anything, and the process would come to nothing else.
    await breathe();
  }
};

publishForever().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
