import type { StrapiApp } from '@strapi/strapi/admin';

/** A maker of a middleware of the admin's store, as `addMiddlewares` takes it. */
export type StoreMiddleware = Parameters<StrapiApp['addMiddlewares']>[0][number];

/** The state of the admin's store. */
export type AdminState = ReturnType<Parameters<ReturnType<StoreMiddleware>>[0]['getState']>;

/** One step of a request that the admin sends through its store. */
export interface ApiAction {
  kind: 'query' | 'mutation';
  /** The admin's name of the request: `getDocument`, `updateDocument`, `bulkDeleteItems`... */
  endpoint: string;
  phase: 'pending' | 'fulfilled' | 'rejected';
  /** What the request was made with. */
  args: unknown;
  /** The server's answer, or its error where the phase is `rejected`. */
  payload: unknown;
}

const TYPE = /\/execute(Query|Mutation)\/(pending|fulfilled|rejected)$/;

const PHASES = ['pending', 'fulfilled', 'rejected'] as const;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads an action of the admin's store; null for one that is no step of a request. */
export const apiActionOf = (action: unknown): ApiAction | null => {
  if (!isRecord(action) || typeof action.type !== 'string' || !isRecord(action.meta)) return null;
  const [, kind, step] = TYPE.exec(action.type) ?? [];
  const phase = PHASES.find((name) => name === step);
  const { arg } = action.meta;
  if (phase === undefined || !isRecord(arg) || typeof arg.endpointName !== 'string') return null;
  return {
    kind: kind === 'Query' ? 'query' : 'mutation',
    endpoint: arg.endpointName,
    phase,
    args: arg.originalArgs,
    payload: action.payload,
  };
};
