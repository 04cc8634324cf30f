import type { Core } from '@strapi/strapi';
import type { RatingsConfig } from './config';
import { forgetDeletedMembers } from './guard-votes';
import { registerPermissions } from './permissions';
import { ratingsService } from './services/access';
import { migrate } from './store/migrate';
import { tablesFor } from './store/tables';

/** Every hour, at an odd minute. What is done already costs one query. */
const RETENTION_RULE = '17 * * * *';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const done = await migrate(strapi, tablesFor(strapi));
  if (done.length > 0) strapi.log.info(`ratings: migrated (${done.join(', ')})`);
  ratingsService(strapi, 'database').open();
  ratingsService(strapi, 'throttle').open();
  await registerPermissions(strapi);
  forgetDeletedMembers(strapi);
  if (!strapi.config.get<RatingsConfig>('plugin::ratings').background) return;
  strapi.cron.add({
    'ratings-retention': {
      options: { rule: RETENTION_RULE },
      async task() {
        const count = await ratingsService(strapi, 'retention').forgetOld();
        if (count > 0) strapi.log.info(`ratings: ${count} visitors were forgotten; their votes stay.`);
      },
    },
  });
  ratingsService(strapi, 'summaries').start();
};
