import type { Core } from '@strapi/strapi';
import { setUpSite } from './set-up-site';
import { loadSampleContent } from './sample';

export default {
  register() {},

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await setUpSite(strapi);
    await strapi.plugin('gazette').service<{ create(): Promise<void> }>('roles').create();
    if (process.env.SAMPLE_CONTENT !== 'false') await loadSampleContent(strapi);
  },
};
