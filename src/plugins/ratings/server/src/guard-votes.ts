import type { Core } from '@strapi/strapi';

export const VOTE = 'plugin::ratings.rating';
const MEMBER = 'plugin::users-permissions.user';

const READS = new Set(['findOne', 'findFirst', 'findMany', 'count']);

/** Votes are made where they are counted: one that the Document Service made would be counted nowhere. */
export const guardVotes = (strapi: Core.Strapi): void => {
  strapi.documents.use((context, next) => {
    if (context.uid === VOTE && !READS.has(context.action))
      throw new Error(
        `A vote cannot be changed by "${context.action}" of the Document Service. Votes are given at /ratings/…/mine and annulled by editors.`,
      );
    return next();
  });
};

interface Where {
  where?: unknown;
}

/** The votes of a member whose account is deleted stay, and nobody knows any more whose they were. */
export const forgetDeletedMembers = (strapi: Core.Strapi): void => {
  if (!strapi.plugin('users-permissions')) return;
  const membersOf = async ({ where }: Where): Promise<string[]> => {
    const found: { documentId: string }[] = await strapi.db.query(MEMBER).findMany({ select: ['documentId'], where });
    return found.map(({ documentId }) => documentId);
  };
  const forget = async (members: readonly string[]): Promise<void> => {
    if (members.length === 0) return;
    // By Strapi's own query, which takes part in the transaction that deletes the account.
    await strapi.db
      .query(VOTE)
      .updateMany({ where: { member: { $in: members } }, data: { member: null, voterKey: null } });
  };
  strapi.db.lifecycles.subscribe({
    models: [MEMBER],
    async beforeDelete({ params }) {
      await forget(await membersOf(params));
    },
    async beforeDeleteMany({ params }) {
      await forget(await membersOf(params));
    },
  });
};
