import type { Core } from '@strapi/strapi';
import type { FeedsConfig } from './config';
import { registerPermissions } from './permissions';
import { outgoingService } from './services';
import { migrate } from './store/migrate';
import { tablesFor } from './store/tables';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const done = await migrate(strapi, tablesFor(strapi));
  if (done.length > 0) strapi.log.info(`feeds: migrated (${done.join(', ')})`);
  await registerPermissions(strapi);
  if (strapi.config.get<FeedsConfig>('plugin::feeds').background) outgoingService(strapi).start();
};
