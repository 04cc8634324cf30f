import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { RuleError } from '../errors';
import { isRecord } from '../rules/model';
import { mapAttributes } from '../rules/walk';

/**
 * Looks for unknown members in what a client sends, before Strapi does: it names one without the place where it stands.
 * @throws RuleError naming the member
 */
export const checkInput = (strapi: Core.Strapi, uid: UID.ContentType, ctx: Context): void => {
  const body: unknown = ctx.request.body;
  if (!isRecord(body) || !isRecord(body.data)) return;
  mapAttributes(strapi, uid, body.data, {
    unknown(path, name) {
      throw new RuleError(path, {
        vi: `Không có thuộc tính "${name}"; có thể tên bị gõ nhầm.`,
        en: `There is no attribute "${name}"; perhaps its name is mistyped.`,
      });
    },
  });
};
