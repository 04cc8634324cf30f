import type { Core } from '@strapi/strapi';
import type { DeliveryConfig } from './config';
import { sqliteFile } from './reader/open';
import { deliveryService } from './services/access';
import { migrate } from './store/migrate';
import { tablesFor } from './store/tables';

/** @throws where another part of the host answers an address of the public table */
const refuseCollisions = (strapi: Core.Strapi) => {
  const { prefix } = strapi.config.get<DeliveryConfig>('plugin::delivery');
  const base = `${strapi.config.get<string>('api.rest.prefix', '/api')}${prefix}`;
  const taken = strapi.server
    .api('content-api')
    .listRoutes()
    .map(({ path }) => String(path));
  for (const { path } of deliveryService(strapi, 'publicRoutes').all()) {
    if (taken.filter((other) => other === `${base}${path}`).length > 1) {
      throw new Error(
        `delivery serves ${base}${path}, and so does another part of this host. Set delivery's option "prefix" (for example "/news") to move delivery's addresses.`,
      );
    }
  }
};

/** An image that is replaced, or whose alternative text changes, changes what shows it. */
const followFiles = (strapi: Core.Strapi) => {
  strapi.db.lifecycles.subscribe({
    models: ['plugin::upload.file'],
    async afterUpdate({ result }) {
      await deliveryService(strapi, 'projector').projectFile(result);
    },
    async afterDelete({ result }) {
      await deliveryService(strapi, 'projector').projectFile(result);
    },
  });
};

const followLocales = (strapi: Core.Strapi) => {
  const forget = () => deliveryService(strapi, 'reader').forgetLocales();
  strapi.db.lifecycles.subscribe({
    models: ['plugin::i18n.locale'],
    async afterCreate() {
      forget();
      const inEvery = deliveryService(strapi, 'collections')
        .all()
        .filter(({ inEveryLocale }) => inEveryLocale !== undefined);
      await deliveryService(strapi, 'jobs').rebuildLater(inEvery);
    },
    afterUpdate: forget,
    async afterDelete({ result }) {
      forget();
      await deliveryService(strapi, 'projector').projectLocale(String(result.code));
    },
  });
};

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const done = await migrate(strapi, tablesFor(strapi), sqliteFile(strapi));
  if (done.length > 0) strapi.log.info(`delivery: migrated (${done.join(', ')})`);
  deliveryService(strapi, 'reader').open();
  deliveryService(strapi, 'changes').open();
  refuseCollisions(strapi);
  followFiles(strapi);
  followLocales(strapi);
  // A command with settings of its own must not make what is public again by them, while a server serves by others.
  if (!strapi.config.get<DeliveryConfig>('plugin::delivery').background) return;
  if (await deliveryService(strapi, 'rebuild').whereStale()) {
    strapi.log.info(
      'delivery: every snapshot is made again in the background, because the addresses, the default language or the release changed.',
    );
  }
  deliveryService(strapi, 'jobs').start();
};
