import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import type { DeliveryConfig } from '../config';
import { createAddresses, type Addresses } from './addresses';

/** Whether a content type keeps a draft beside what is published. */
export const hasDrafts = (strapi: Core.Strapi, { uid }: CollectionDefinition): boolean =>
  strapi.contentType(uid).options?.draftAndPublish === true;

/** What every item of this site has in common. */
export interface Site {
  defaultLocale: string;
  locales: string[];
  addresses: Addresses;
}

export const readSite = async (strapi: Core.Strapi): Promise<Site> => {
  const service = strapi.plugin('i18n')?.service('locales');
  const defaultLocale: string = (await service?.getDefaultLocale()) ?? 'en';
  const found: { code: string }[] = (await service?.find()) ?? [{ code: defaultLocale }];
  const addresses = createAddresses(strapi.config.get<DeliveryConfig>('plugin::delivery'), defaultLocale);
  return { defaultLocale, locales: found.map(({ code }) => code), addresses };
};
