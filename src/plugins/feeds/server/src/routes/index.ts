import { MANAGE_WEBHOOKS } from '../permissions';

const forAdmins = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [MANAGE_WEBHOOKS] } },
    ],
  },
});

/**
 * What admins see, below `/feeds` of the admin's own API; all with plugin::feeds.webhooks.
 *
 *     GET  /feeds/webhooks
 *       data: [{name, url, isConfigured, waiting, dead}]
 *     GET  /feeds/webhooks/dead?page=1&pageSize=25
 *       data: [{id, webhook, type, attempts, error, createdAt, updatedAt}]    the last one first
 *       meta: {pagination: {page, pageSize, pageCount, total}}
 *     POST /feeds/webhooks/replay  {"id": 12} or {"webhook": "name"}
 *       data: {replayed: 3}     404 where the message is not among those that were given up
 */
const admin = () => ({
  type: 'admin' as const,
  routes: [
    forAdmins('GET', '/webhooks', 'webhooks.states'),
    forAdmins('GET', '/webhooks/dead', 'webhooks.dead'),
    forAdmins('POST', '/webhooks/replay', 'webhooks.replay'),
  ],
});

export default { admin };
