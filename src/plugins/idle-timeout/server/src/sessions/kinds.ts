import type { IdleTimeoutConfig } from '../config';
import type { IdleSettings } from './session-state';

/** Whose sessions these are, by Strapi's name for them. */
export type Origin = 'users-permissions' | 'admin';

export const MEMBERS: Origin = 'users-permissions';
export const EDITORS: Origin = 'admin';

/** Where Strapi keeps the users of each origin, and what in a change of one of them locks the user out. */
export const USERS: Record<Origin, { uid: string; isBlocked(data: Record<string, unknown>): boolean }> = {
  'users-permissions': { uid: 'plugin::users-permissions.user', isBlocked: ({ blocked }) => blocked === true },
  admin: { uid: 'admin::user', isBlocked: ({ isActive, blocked }) => isActive === false || blocked === true },
};

export const isOrigin = (name: string): name is Origin => name === MEMBERS || name === EDITORS;

/** What the configuration says of an origin's sessions. */
export const settingsOf = (config: IdleTimeoutConfig, origin: Origin): IdleSettings => ({
  idleTimeoutSeconds: origin === MEMBERS ? config.memberIdleSeconds : config.editorIdleSeconds,
  warnBeforeSeconds: config.warnBeforeSeconds,
});

/**
 * What a change of a user's row does to the sessions; null for all other changes.
 * @param data the changed attributes, as they are written
 */
export const endingChange = (origin: Origin, data: Record<string, unknown>): 'password-changed' | 'blocked' | null => {
  if (USERS[origin].isBlocked(data)) return 'blocked';
  return typeof data.password === 'string' && data.password !== '' ? 'password-changed' : null;
};
