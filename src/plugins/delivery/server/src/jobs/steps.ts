import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import type { CollectionRegistry } from '../collections/registry';
import type { Projector } from '../projection/projector';
import { dropEdges, showing } from '../store/edges';
import type { Job } from '../store/jobs';
import { publishedOf } from '../store/snapshots';
import { tablesFor, type Transaction } from '../store/tables';

/** How far a step came, or null where nothing was left to visit. */
export type StepResult = { position: string; visited: number; changes: number } | null;

export interface StepContext {
  strapi: Core.Strapi;
  registry: CollectionRegistry;
  projector: Projector;
}

/** Documents a transaction. Editors who publish meanwhile wait for one batch. */
const BATCH = 25;

const publishedWhere = (extra: object = {}) => ({ publishedAt: { $notNull: true }, ...extra });

/** The published rows of a collection: what a walk over it visits. */
export const countRows = (strapi: Core.Strapi, { uid }: CollectionDefinition): Promise<number> =>
  strapi.db.query(uid).count({ where: publishedWhere() });

/**
 * Projects the next documents of a collection, in the order of their rows. What is published meanwhile gets a later row,
 * or was just projected. After the last row come the snapshots that no content stands behind, which go.
 */
export const visitCollection = async (
  { strapi, projector }: StepContext,
  trx: Transaction,
  definition: CollectionDefinition,
  position: string,
  { batch = BATCH, rewrite = false }: { batch?: number; rewrite?: boolean } = {},
): Promise<StepResult> => {
  const rows: { id: number; documentId: string }[] = await strapi.db.query(definition.uid).findMany({
    select: ['id', 'documentId'],
    where: publishedWhere({ id: { $gt: Number(position) } }),
    orderBy: { id: 'asc' },
    limit: batch,
  });
  const last = rows[rows.length - 1];
  if (last) {
    const ids = [...new Set(rows.map(({ documentId }) => documentId))];
    const changes = await projector.rebuild(trx, definition, ids, rewrite);
    return { position: String(last.id), visited: rows.length, changes };
  }
  const orphans = await orphansOf(strapi, trx, definition);
  if (orphans.length === 0) return null;
  const part = orphans.slice(0, batch);
  return { position, visited: 0, changes: await projector.rebuild(trx, definition, part) };
};

/** Documents that have snapshots and no published content. */
export const orphansOf = async (
  strapi: Core.Strapi,
  trx: Transaction,
  { name, uid }: CollectionDefinition,
): Promise<string[]> => {
  const found: { documentId: string }[] = await strapi.db
    .query(uid)
    .findMany({ select: ['documentId'], where: publishedWhere() });
  const published = new Set(found.map(({ documentId }) => documentId));
  return (await publishedOf(trx, tablesFor(strapi), name)).filter((documentId) => !published.has(documentId));
};

/** Projects the next documents that show the one which changed. */
const visitDependents = async (
  { strapi, projector }: StepContext,
  trx: Transaction,
  { uid, documentId, position, erased }: Job,
): Promise<StepResult> => {
  const tables = tablesFor(strapi);
  const sources = await showing(trx, tables, { uid, documentId }, { after: position, limit: BATCH });
  const last = sources[sources.length - 1];
  if (!last) {
    if (erased) await dropEdges(trx, tables, documentId, 'both');
    return null;
  }
  const changes = await projector.reproject(trx, sources);
  return { position: last.documentId, visited: sources.length, changes };
};

/** Does the next part of a job. @throws where its collection is no longer defined */
export const nextStep = (context: StepContext, trx: Transaction, job: Job): Promise<StepResult> => {
  if (job.kind === 'dependents') return visitDependents(context, trx, job);
  const definition = context.registry.byUid(job.uid);
  if (!definition) throw new Error(`No collection of ${job.uid} is defined any more.`);
  return visitCollection(context, trx, definition, job.position || '0');
};
