import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { MEMBERS, USERS } from '../sessions/kinds';

/** The member as the session's addresses show it. */
export const memberSchema = z
  .strictObject({
    id: z.union([z.int(), z.string()]),
    documentId: z.string(),
    username: z.string(),
    email: z.string(),
  })
  .meta({ id: 'Member' });

export type Member = z.infer<typeof memberSchema>;

/** The member of a session, and whether it may be signed in; null where it no longer exists. */
export const findMember = async (
  strapi: Core.Strapi,
  userId: string,
): Promise<{ member: Member; isBlocked: boolean } | null> => {
  const found: (Member & { blocked: boolean | null }) | null = await strapi.db.query(USERS[MEMBERS].uid).findOne({
    where: { id: Number(userId) || userId },
    select: ['id', 'documentId', 'username', 'email', 'blocked'],
  });
  if (found === null) return null;
  const { id, documentId, username, email, blocked } = found;
  return { member: { id, documentId, username, email }, isBlocked: blocked === true };
};
