import type { Core, UID } from '@strapi/strapi';
import { RuleError } from '../errors';
import { hasDrafts, isRecord } from './model';

const PUBLISH = 'plugin::content-manager.explorer.publish';

interface Ability {
  can(action: string, subject: string): boolean;
}

const isAbility = (value: unknown): value is Ability =>
  isRecord(value) && 'can' in value && typeof value.can === 'function';

/**
 * Deleting what is published takes it from readers, so an editor of the admin needs the right to publish for it.
 * @throws RuleError where the editor lacks it
 */
export const requirePublishingRight = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
): Promise<void> => {
  if (!hasDrafts(strapi, uid)) return;
  const state: unknown = strapi.requestContext.get()?.state;
  const ability = isRecord(state) ? state.userAbility : undefined;
  if (!isAbility(ability) || ability.can(PUBLISH, uid)) return;
  const published = await strapi.db.query(uid).count({ where: { documentId, publishedAt: { $notNull: true } } });
  if (published === 0) return;
  throw new RuleError([], {
    vi: 'Mục này đang được công bố. Chỉ người có quyền xuất bản mới xoá được.',
    en: 'This is published. Only somebody who may publish can delete it.',
  });
};
