import type { Core } from '@strapi/strapi';
import { isGazette, isRecord } from './rules/model';
import { slugBase } from './rules/slugs';

/**
 * The admin's "regenerate" button proposes the slug that the rules would make. Strapi's own proposal turns Đ into DH and
 * knows nothing of symbols.
 */
export const makeSlugsVietnamese = (strapi: Core.Strapi): void => {
  const service = strapi.plugin('content-manager').service('uid');
  const generate = service.generateUIDField.bind(service);
  service.generateUIDField = (request: { contentTypeUID: string; field: string; data: unknown; locale?: string }) => {
    const { contentTypeUID: uid, field, data, locale } = request;
    if (!isGazette(uid) || field !== 'slug') return generate(request);
    return service.findUniqueUID({
      contentTypeUID: uid,
      field,
      value: slugBase(uid, isRecord(data) ? data : {}),
      locale,
    });
  };
};
