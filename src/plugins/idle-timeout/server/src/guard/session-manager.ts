import type { Core } from '@strapi/strapi';
import { EDITORS, isOrigin, type Origin } from '../sessions/kinds';
import { idleService } from '../services/access';
import { strapiSessionsOf } from '../services/strapi-sessions';
import { noteRefusal } from './refusal';
import { isDoneByUser } from './user-request';

export type SessionManager = Core.Strapi['sessionManager'];
type OfOrigin = ReturnType<SessionManager>;

/** Strapi's own session manager, which knows nothing of ends by idleness. */
const originals = new WeakMap<Core.Strapi, SessionManager>();

export const originalSessionManager = (strapi: Core.Strapi): SessionManager =>
  originals.get(strapi) ?? strapi.sessionManager;

/** Everything that issues, renews, checks and ends sessions of one origin, with this plugin's rows beside it. */
const guard = (strapi: Core.Strapi, origin: Origin, own: OfOrigin): OfOrigin => {
  const sessions = idleService(strapi, 'sessions');

  const counts = async (find: 'look' | 'use', tokenSession: string): Promise<boolean> => {
    const { reason } = await sessions[find](origin, tokenSession);
    if (reason !== null) noteRefusal(strapi, reason);
    return reason === null;
  };

  /** Refreshing is no activity: a page may do it by a timer. */
  const validate: OfOrigin['validateRefreshToken'] = async (token) => {
    const validated = await own.validateRefreshToken(token);
    const id = validated.isValid ? validated.sessionId : claimedSession(token);
    const isRefused = typeof id === 'string' && !(await counts('look', id));
    return isRefused ? { isValid: false } : validated;
  };

  const changes: Partial<OfOrigin> = {
    async generateRefreshToken(userId, deviceId, options) {
      const made = await own.generateRefreshToken(userId, deviceId, options);
      const endsAt = new Date(made.absoluteExpiresAt).getTime();
      await sessions.begin({ origin, tokenSession: made.sessionId, userId, endsAt });
      return made;
    },
    async generateAccessToken(refreshToken) {
      const { isValid } = await validate(refreshToken);
      return isValid ? own.generateAccessToken(refreshToken) : { error: 'invalid_refresh_token' };
    },
    async rotateRefreshToken(refreshToken) {
      const before = await validate(refreshToken);
      if (!before.isValid) return { error: 'invalid_refresh_token' };
      const renewed = await own.rotateRefreshToken(refreshToken);
      if (!('error' in renewed)) await sessions.renew(before.sessionId, renewed.sessionId);
      return renewed;
    },
    validateRefreshToken: validate,
    async isSessionActive(tokenSession) {
      // An editor's page asks by itself all the time; only what the editor does is activity.
      const isActivity = origin === EDITORS && isDoneByUser(strapi.requestContext.get());
      return (await counts(isActivity ? 'use' : 'look', tokenSession)) && own.isSessionActive(tokenSession);
    },
    async invalidateRefreshToken(userId, deviceId) {
      if (deviceId === undefined) await sessions.endAll(origin, userId, 'ended');
      else for (const id of await strapiSessionsOf(strapi, origin, userId, deviceId)) await sessions.end(origin, id);
      await own.invalidateRefreshToken(userId, deviceId);
    },
    async revokeSessionById(userId, sessionId) {
      const isRevoked = await own.revokeSessionById(userId, sessionId);
      if (isRevoked) await sessions.end(origin, sessionId);
      return isRevoked;
    },
  };
  return new Proxy(own, {
    get(target, name) {
      const changed: unknown = Reflect.get(changes, name);
      if (changed !== undefined) return changed;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

/** Strapi's are 32 hexadecimal digits. What a forger writes must not reach the database: PostgreSQL fails at a NUL. */
const SESSION_ID = /^[\w-]{1,64}$/;

/**
 * The session id that a token states, unverified. It proves nothing, and serves only to say why a token is refused that
 * Strapi has forgotten.
 */
export const claimedSession = (token: string): string | null => {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof payload !== 'object' || payload === null || !('sessionId' in payload)) return null;
    const { sessionId } = payload;
    return typeof sessionId === 'string' && SESSION_ID.test(sessionId) ? sessionId : null;
  } catch {
    return null;
  }
};

/**
 * Puts itself before Strapi's session manager, which the admin and users-permissions ask for everything. Strapi offers
 * no hook there; its public face is what is wrapped, so that its own work stays as it is.
 */
export const guardSessionManager = (strapi: Core.Strapi): void => {
  const own = strapi.sessionManager;
  originals.set(strapi, own);
  const guards = new Map<string, OfOrigin>();
  const guarded = new Proxy(own, {
    apply(target, _self, [origin]: [string]) {
      if (!isOrigin(origin)) return target(origin);
      const known = guards.get(origin) ?? guard(strapi, origin, target(origin));
      guards.set(origin, known);
      return known;
    },
  });
  Object.defineProperty(strapi, 'sessionManager', { configurable: true, get: () => guarded });
};
