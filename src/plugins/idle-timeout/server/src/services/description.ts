import type { Core } from '@strapi/strapi';
import { describeSessions } from '../members/describe';
import { cookieName } from '../members/refresh-cookie';
import { hasMembers } from '../members/has-members';

/** What the public addresses of sessions are, for whoever describes the API of the host. */
export interface IdleDescription {
  describe(): ReturnType<typeof describeSessions>;
}

export const createDescription = ({ strapi }: { strapi: Core.Strapi }): IdleDescription => ({
  describe: () => describeSessions(hasMembers(strapi) ? cookieName(strapi) : null),
});
