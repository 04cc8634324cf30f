import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import type { CollectionRegistry } from '../collections/registry';
import { lockPublishing } from '../store/lock';
import { releaseDocument } from '../store/reservations';
import { inTransaction, tablesFor } from '../store/tables';
import type { Projector } from './projector';
import { hasDrafts } from './site';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];

/** Actions of the Document Service that may change what is public, whatever their parameters say. */
const PUBLISHING_ACTIONS = new Set(['publish', 'unpublish', 'discardDraft', 'delete']);
const SAVING_ACTIONS = new Set(['create', 'update', 'clone']);

/** Of those that publish, the ones after which a draft and what is public are the same. */
const PUBLICATIONS = new Set(['publish', ...SAVING_ACTIONS]);

const localeOf = (params: object): unknown => ('locale' in params ? params.locale : undefined);

const hasDocumentId = (value: unknown): value is { documentId: string } =>
  typeof value === 'object' && value !== null && 'documentId' in value && typeof value.documentId === 'string';

/** A create or update that carries `status: 'published'` publishes by itself, and no publish action is ever seen. */
const publishes = (action: string, params: object): boolean =>
  PUBLISHING_ACTIONS.has(action) || (SAVING_ACTIONS.has(action) && 'status' in params && params.status === 'published');

const affectedId = (params: object, result: unknown): string | null => {
  if (hasDocumentId(result)) return result.documentId;
  return hasDocumentId(params) ? params.documentId : null;
};

/**
 * Follows every action of the Document Service with the projection of what it changed, in the same transaction: an error
 * anywhere in it takes the entry, the snapshot and the log entry back together.
 */
export const createDocumentsMiddleware = (
  strapi: Core.Strapi,
  registry: CollectionRegistry,
  projector: Projector,
): Middleware => {
  const mayChangePublic = (
    definition: CollectionDefinition | undefined,
    uid: string,
    action: string,
    params: object,
  ): boolean => {
    // Content without drafts is public as soon as it is saved.
    if (definition) return !hasDrafts(strapi, definition) || publishes(action, params);
    // What other types hold may be embedded in a snapshot, so that any change of theirs may be public.
    return registry.embeds(uid) && action !== 'create' && action !== 'clone';
  };

  /**
   * Whether the save of a draft needs its turn. In a transaction that was opened around it, a publication may follow, as
   * after the admin's "Publish". SQLite lets a transaction write that has read before only where nobody wrote meanwhile.
   */
  const needsTurn = (): boolean => strapi.db.inTransaction() || tablesFor(strapi).client === 'sqlite';

  return async (context, next) => {
    const { action, uid } = context;
    if (!PUBLISHING_ACTIONS.has(action) && !SAVING_ACTIONS.has(action)) return next();

    const definition = registry.byUid(uid);
    if (!mayChangePublic(definition, uid, action, context.params)) {
      if (!definition || !needsTurn()) return next();
      return inTransaction(strapi, async (trx) => {
        await lockPublishing(trx, tablesFor(strapi));
        return next();
      });
    }

    return inTransaction(strapi, async (trx) => {
      await lockPublishing(trx, tablesFor(strapi));
      const result = await next();
      const documentId = affectedId(context.params, result);
      if (documentId === null) return result;
      const remains = action === 'delete' && (await strapi.db.query(uid).count({ where: { documentId } })) > 0;
      const erased = action === 'delete' && !remains;
      const target = { uid, documentId };
      if (definition) {
        await projector.project(trx, target, {
          removal: action === 'delete' ? 'deleted' : 'unpublished',
          erased,
          ...(PUBLICATIONS.has(action) ? { published: localeOf(context.params) } : {}),
        });
      } else await projector.projectDependents(trx, target);
      if (erased) await releaseDocument(trx, tablesFor(strapi), documentId);
      return result;
    });
  };
};
