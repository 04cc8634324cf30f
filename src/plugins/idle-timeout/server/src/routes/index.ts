import type { Core } from '@strapi/strapi';
import { hasMembers } from '../members/has-members';

// Who asks is found out by the controller: an expired session is an answer here, not an error.
const open = { auth: false as const, prefix: '' };

const forMembers = ({ strapi }: { strapi: Core.Strapi }) => ({
  type: 'content-api' as const,
  routes: hasMembers(strapi)
    ? [
        { method: 'GET' as const, path: '/auth/session', handler: 'memberSession.status', config: open },
        { method: 'DELETE' as const, path: '/auth/session', handler: 'memberSession.end', config: open },
        { method: 'POST' as const, path: '/auth/session/keep-alive', handler: 'memberSession.keepAlive', config: open },
        // Behind the others: all methods that are left. Strapi would answer them without a body, or with a 404.
        { method: 'ALL' as const, path: '/auth/session', handler: 'memberSession.refuseMethod', config: open },
        {
          method: 'ALL' as const,
          path: '/auth/session/keep-alive',
          handler: 'memberSession.refuseMethod',
          config: open,
        },
      ]
    : [],
});

const signedIn = { policies: ['admin::isAuthenticatedAdmin'] };

const forEditors = () => ({
  type: 'admin' as const,
  routes: [
    { method: 'GET' as const, path: '/session', handler: 'editorSession.status', config: signedIn },
    { method: 'POST' as const, path: '/session/keep-alive', handler: 'editorSession.keepAlive', config: signedIn },
  ],
});

export default { 'content-api': forMembers, admin: forEditors };
