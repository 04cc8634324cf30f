import type { Core } from '@strapi/strapi';
import { followUsers } from './guard/follow-users';
import { guardMemberTokens } from './guard/member-tokens';
import { explainRefusals } from './guard/refusal';
import { guardSessionManager } from './guard/session-manager';
import { checkMemberSettings, hasMembers } from './members/has-members';
import { tablesOf } from './store/tables';

export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  // Before anything is written: a host that this plugin cannot guard must stop the boot in one sentence.
  tablesOf(strapi.db.dialect.client);
  if (hasMembers(strapi)) {
    checkMemberSettings(strapi);
    guardMemberTokens(strapi);
  }
  guardSessionManager(strapi);
  followUsers(strapi, hasMembers(strapi));
  // Before Strapi's own middlewares, so that it sees the answers that they have made of errors.
  strapi.server.use(explainRefusals);
};
