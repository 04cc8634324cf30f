import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
Promise.all([
  import('./setup/load-app.mjs'),
  import('./setup/progress.mjs'),
  import('./setup/other-settings.mjs'),
]).then(([{ withApp }, { createProgress }, { inWords }]) =>
  withApp(async (strapi) => {
    const others = await strapi.plugin('delivery').service('rebuild').otherSettings();
    if (others.length > 0) {
      console.error(
        `Nothing was changed: this command has other settings than the server that made what is public. ${inWords(others)}. Run it with the server's settings; a server that starts with new ones makes every snapshot again by itself.`,
      );
      return 1;
    }
    const progress = createProgress();
    try {
      const { changes } = await strapi.plugin('delivery').service('rebuild').all(progress.show);
      progress.stop();
      console.log(changes === 0 ? 'Every snapshot was up to date.' : `${changes} snapshots changed.`);
    } finally {
      progress.stop();
    }
    return 0;
  }),
);
