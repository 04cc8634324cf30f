import type { Core } from '@strapi/strapi';
import type { Origin } from '../sessions/kinds';

/** Strapi's own table of refresh tokens. It is hidden from the Document Service. */
const UID = 'admin::session';

interface StrapiSession {
  sessionId: string;
  userId: string;
  expiresAt: string | Date;
  absoluteExpiresAt: string | Date | null;
}

const time = (value: string | Date): number => new Date(value).getTime();

/** What Strapi knows of a session; null where it has none, or its life is over. */
export const findStrapiSession = async (
  strapi: Core.Strapi,
  origin: Origin,
  sessionId: string,
): Promise<{ userId: string; endsAt: number | null } | null> => {
  const found: StrapiSession | null = await strapi.db.query(UID).findOne({ where: { sessionId, origin } });
  if (found === null || time(found.expiresAt) <= Date.now()) return null;
  return { userId: found.userId, endsAt: found.absoluteExpiresAt === null ? null : time(found.absoluteExpiresAt) };
};

/** The ids of a user's sessions on one device. */
export const strapiSessionsOf = async (
  strapi: Core.Strapi,
  origin: Origin,
  userId: string,
  deviceId: string,
): Promise<string[]> => {
  const found: StrapiSession[] = await strapi.db.query(UID).findMany({ where: { userId, origin, deviceId } });
  return found.map(({ sessionId }) => sessionId);
};

/** Takes the refresh tokens of ended sessions back. */
export const forgetStrapiSessions = async (strapi: Core.Strapi, sessionIds: readonly string[]): Promise<void> => {
  if (sessionIds.length > 0) await strapi.db.query(UID).deleteMany({ where: { sessionId: { $in: [...sessionIds] } } });
};
