import type { Core } from '@strapi/strapi';
import { EDITORS, endingChange, MEMBERS, USERS, type Origin } from '../sessions/kinds';
import type { EndReason } from '../sessions/session-state';
import { idleService } from '../services/access';

type Id = number | string;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Ends the sessions of users whose password changes, who are blocked or deleted, by whoever and on whatever way: all of
 * them write through Strapi's database layer. It happens in the transaction that changes the user.
 */
const follow = (strapi: Core.Strapi, origin: Origin): void => {
  const { uid } = USERS[origin];
  const idsOf = async (where: unknown): Promise<Id[]> => {
    const found: { id: Id }[] = await strapi.db
      .query(uid)
      .findMany({ select: ['id'], where: isRecord(where) ? where : {} });
    return found.map(({ id }) => id);
  };
  const end = async (ids: readonly Id[], reason: EndReason): Promise<void> => {
    for (const id of ids) await idleService(strapi, 'sessions').endAll(origin, String(id), reason);
  };
  const reasonOf = (data: unknown): EndReason | null => (isRecord(data) ? endingChange(origin, data) : null);
  /** Behind the change: whoever signed in with the old password until then is signed out as well. */
  const endChosen = async ({ state }: { state: Record<string, unknown> }, reason: EndReason | null): Promise<void> => {
    const { ids } = state;
    if (reason !== null && Array.isArray(ids)) await end(ids, reason);
  };

  strapi.db.lifecycles.subscribe({
    models: [uid],
    async afterUpdate({ params, result }) {
      const reason = reasonOf(params.data);
      if (reason !== null && isRecord(result)) await end([String(result.id)], reason);
    },
    async beforeUpdateMany({ params, state }) {
      if (reasonOf(params.data) !== null) state.ids = await idsOf(params.where);
    },
    afterUpdateMany: (event) => endChosen(event, reasonOf(event.params.data)),
    async beforeDelete({ params, state }) {
      state.ids = await idsOf(params.where);
    },
    afterDelete: (event) => endChosen(event, 'deleted'),
    async beforeDeleteMany({ params, state }) {
      state.ids = await idsOf(params.where);
    },
    afterDeleteMany: (event) => endChosen(event, 'deleted'),
  });
};

export const followUsers = (strapi: Core.Strapi, hasMembers: boolean): void => {
  if (hasMembers) follow(strapi, MEMBERS);
  follow(strapi, EDITORS);
};
