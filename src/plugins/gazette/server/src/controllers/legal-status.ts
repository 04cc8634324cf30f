import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { dayInVietnam } from '../days';
import { inspectStatus } from '../register/inspect-status';
import { editorLanguage } from '../rules/language';

/**
 * What the register says of a document, for the panel beside it: `{data}` is a `StatusInspection`, or null where the
 * document is not published.
 */
export const legalStatusController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async inspect(ctx: Context) {
    const reader = strapi.plugin('delivery').service<DeliveryServices['reader']>('reader');
    const { default: defaultLocale } = await reader.locales();
    const register = reader.reader().register.register(defaultLocale);
    const today = dayInVietnam(new Date()) ?? '';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: await inspectStatus(String(ctx.params.id), register, today, editorLanguage(strapi)) };
  },
});
