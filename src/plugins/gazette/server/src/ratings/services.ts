import type { Core } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import type { RatingsServices } from '@gazette/ratings/strapi-server';

export const ratingsOf = <Name extends keyof RatingsServices>(strapi: Core.Strapi, name: Name): RatingsServices[Name] =>
  strapi.plugin('ratings').service<RatingsServices[Name]>(name);

export const deliveryOf = <Name extends keyof DeliveryServices>(
  strapi: Core.Strapi,
  name: Name,
): DeliveryServices[Name] => strapi.plugin('delivery').service<DeliveryServices[Name]>(name);
