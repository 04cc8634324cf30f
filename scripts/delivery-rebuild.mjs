import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
Promise.all([import('./setup/load-app.mjs'), import('./setup/progress.mjs')]).then(
  ([{ withApp }, { createProgress }]) =>
    withApp(async (strapi) => {
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
