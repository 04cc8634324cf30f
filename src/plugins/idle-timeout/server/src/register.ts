import type { Core } from '@strapi/strapi';
import { followUsers } from './guard/follow-users';
import { guardMemberTokens } from './guard/member-tokens';
import { explainRefusals } from './guard/refusal';
import { guardRenewalCookie } from './guard/renewal-cookie';
import { guardSessionManager } from './guard/session-manager';
import { corsOrigins } from './members/cors-origins';
import { hasMembers } from './members/has-members';
import { cookieSettings } from './members/refresh-cookie';
import { settingsFault } from './members/settings-fault';
import { tablesOf } from './store/tables';

/** @throws Error where members' sessions could not be guarded */
const checkSettings = (strapi: Core.Strapi): void => {
  const fault = settingsFault({
    mode: strapi.config.get<string>('plugin::users-permissions.jwtManagement', 'legacy-support'),
    sameSite: cookieSettings(strapi).sameSite,
    origins: corsOrigins(strapi),
  });
  if (fault !== null) throw new Error(fault);
};

export const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  // Before anything is written: a host that this plugin cannot guard must stop the boot in one sentence.
  tablesOf(strapi.db.dialect.client);
  if (hasMembers(strapi)) {
    checkSettings(strapi);
    guardMemberTokens(strapi);
    strapi.server.use(guardRenewalCookie(strapi));
  }
  guardSessionManager(strapi);
  followUsers(strapi, hasMembers(strapi));
  // Before Strapi's own middlewares, so that it sees the answers that they have made of errors.
  strapi.server.use(explainRefusals);
};
