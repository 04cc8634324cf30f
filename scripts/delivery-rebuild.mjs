import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./setup/load-app.mjs').then(({ withApp }) =>
  withApp(async (strapi) => {
    const { changes } = await strapi
      .plugin('delivery')
      .service('rebuild')
      .all(({ collection, done, total }) => console.log(`${collection}: ${done} of ${total}`));
    console.log(changes === 0 ? 'Every snapshot was up to date.' : `${changes} snapshots changed.`);
    return 0;
  }),
);
