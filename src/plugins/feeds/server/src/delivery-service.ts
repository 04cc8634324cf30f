import type { Core } from '@strapi/strapi';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';

/**
 * A service of the plugin delivery, typed.
 * @throws Error where the host has no delivery
 */
export const deliveryService = <Name extends keyof DeliveryServices>(
  strapi: Core.Strapi,
  name: Name,
): DeliveryServices[Name] => {
  const delivery = strapi.plugin('delivery');
  if (!delivery) throw new Error('feeds: the plugin "delivery" is missing; enable it in config/plugins.');
  return delivery.service<DeliveryServices[Name]>(name);
};
