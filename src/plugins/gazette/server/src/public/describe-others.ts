import type { Core } from '@strapi/strapi';
import type { IdleTimeoutServices } from '@gazette/idle-timeout/strapi-server';
import { REGISTER } from './describe';
import { deliveryOf, ratingsOf } from '../ratings/services';

/** Puts what no route says into the description of the API, and the addresses of plugins that know nothing of delivery. */
export const describeOthers = (strapi: Core.Strapi): void => {
  const descriptions = deliveryOf(strapi, 'description');
  descriptions.add(() => ({
    operations: [],
    tags: [
      { name: REGISTER, description: 'Official documents: symbols, what they do to each other, what cites them.' },
    ],
  }));
  descriptions.add(({ locales }) => ratingsOf(strapi, 'description').describe(locales.all));
  descriptions.add(
    () =>
      strapi.plugin('idle-timeout')?.service<IdleTimeoutServices['description']>('description').describe() ?? {
        operations: [],
      },
  );
};
