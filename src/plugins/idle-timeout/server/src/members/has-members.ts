import type { Core } from '@strapi/strapi';
import { corsOrigins } from './cors-origins';
import { cookieSettings } from './refresh-cookie';

/** Whether this host has members: users-permissions is installed. */
export const hasMembers = (strapi: Core.Strapi): boolean => strapi.plugins['users-permissions'] !== undefined;

/** @throws Error where members' sessions could not be checked, or could be used by any website */
export const checkMemberSettings = (strapi: Core.Strapi): void => {
  const mode = strapi.config.get<string>('plugin::users-permissions.jwtManagement', 'legacy-support');
  if (mode !== 'refresh') {
    throw new Error(
      `idle-timeout needs members' tokens with a session in them: set users-permissions' option jwtManagement to "refresh" (it is "${mode}").`,
    );
  }
  if (cookieSettings(strapi).sameSite === 'none' && corsOrigins(strapi).includes('*')) {
    throw new Error(
      'idle-timeout: the members\' cookie goes to every website (sameSite "none") while CORS allows every website (*), so any of them could act for a member. Name the websites in CORS, or set sameSite to "lax".',
    );
  }
};
