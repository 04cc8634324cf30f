import { createHash } from 'node:crypto';
import type { Answer, DeliveryServices, PublicRequest } from '@gazette/delivery/strapi-server';

/** What the public addresses of the register need of delivery. */
export interface RegisterHost {
  reader: DeliveryServices['reader'];
  collections: DeliveryServices['collections'];
}

/** An answer of JSON; its tag is made of its body. @param data JSON text */
export const jsonAnswer = (
  { reader }: RegisterHost,
  { originalUrl }: Pick<PublicRequest, 'originalUrl'>,
  data: string,
  { keys, meta = {}, until }: { keys: string[]; meta?: Record<string, unknown>; until?: Date },
): Answer => {
  const body = `{"data":${data},"meta":${JSON.stringify(meta)}}`;
  return {
    status: 200,
    body,
    contentType: 'application/json; charset=utf-8',
    tag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    cache: 'shared',
    until,
    keys,
    links: originalUrl.length > 2_000 ? {} : { self: reader.absoluteUrl(originalUrl) },
  };
};

/** How a list is read. @throws where this host has none of that name */
export const definitionOf = ({ collections }: RegisterHost, list: string) => {
  const definition = collections.readAs(list);
  if (!definition) throw new Error(`The list "${list}" is not defined.`);
  return definition;
};

/** The languages in which a document is looked for: the one asked for, then the fallback, then the default. */
export const viewOf = <View extends { locale: string; fallback: string | null }>(
  view: View,
  defaultLocale: string,
): View => ({ ...view, fallback: view.fallback ?? (view.locale === defaultLocale ? null : defaultLocale) });
