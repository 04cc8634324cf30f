import type { Core } from '@strapi/strapi';
import type { DeliveryConfig } from '../config';
import { describeChanges, describeExport } from '../description/stream-operations';
import { changesHandler } from '../public/changes-routes';
import { exportHandler } from '../public/export-routes';
import type { PublicRoute } from '../public/route-table';
import { createChangeReader, hasPosition, type ChangeReader } from '../reader/change-reader';
import { createChangeTail, type ChangeTail } from '../reader/change-tail';
import type { ReadConnection } from '../reader/connection';
import { exportStart } from '../reader/export-reader';
import { primarySettings, sqliteFile } from '../reader/open';
import { watchPostgres, watchSqlite } from '../reader/watch-growth';
import { rows, tablesFor } from '../store/tables';
import { deliveryService } from './access';

/** The change log and the export, for whoever keeps a copy of what is public. */
export interface Changes {
  open(): void;
  /** Sends home whoever waits. */
  close(): Promise<void>;
  /** `/changes` and `/export/:file`. */
  routes(): PublicRoute[];
  /** Waits for the log to grow. */
  tail(): ChangeTail;
  /** The log as the database has it that Strapi writes to: for what must not miss an entry, nor see the log end too early. */
  log(): ChangeReader;
  /** The collections whose entries the public stream tells of. */
  listed(): ReadonlySet<string>;
}

export const createChanges = ({ strapi }: { strapi: Core.Strapi }): Changes => {
  const config = () => strapi.config.get<DeliveryConfig>('plugin::delivery');
  const collections = () => deliveryService(strapi, 'collections');
  const service = () => deliveryService(strapi, 'reader');
  /** Asks the database that Strapi writes to, where public reads read a replica. */
  const askPrimary: ReadConnection['all'] = ({ sql, values }) => rows(strapi.db.connection, sql, values);
  let current: ChangeTail | null = null;
  let listed: ReadonlySet<string> | null = null;

  const listedNames = () =>
    new Set(
      collections()
        .served()
        .flatMap((list) =>
          collections()
            .membersOf(list)
            .map(({ name }) => name),
        ),
    );

  const exportedLists = () =>
    new Map(
      collections()
        .served()
        .map((list) => [list, collections().membersOf(list)]),
    );

  const tail = (): ChangeTail => {
    if (!current) throw new Error('delivery: nothing can be waited for before the plugin has started.');
    return current;
  };

  return {
    open() {
      const connection = service().connection();
      const { log } = strapi;
      current = createChangeTail({
        lastSeq: () => service().reader().changes.lastSeq(),
        watch:
          sqliteFile(strapi) === null
            ? watchPostgres(primarySettings(strapi), ({ message }) =>
                log.warn(
                  `delivery: the connection that tells of changes was lost (${message}); another one is opened, and changes are asked for every second.`,
                ),
              )
            : watchSqlite(connection),
        onError: (error) => log.warn(`delivery: the change log could not be asked (${String(error)}).`),
      });
    },
    async close() {
      await current?.close();
    },
    tail,
    log: () => createChangeReader({ all: askPrimary }, tablesFor(strapi)),
    // Collections are defined once, before anything is served.
    listed: () => (listed ??= listedNames()),
    routes() {
      return [
        {
          path: '/changes',
          describe: describeChanges,
          handler: changesHandler({
            after: (position, limit) => service().reader().changes.after(position, limit),
            // Only a replica can be behind what was given out.
            isAhead: async (position) =>
              config().readUrl !== '' && hasPosition(askPrimary, tablesFor(strapi), position),
            beyond: (seq, milliseconds, signal) => tail().beyond(seq, milliseconds, signal),
            isListed: (name) => (listed ??= listedNames()).has(name),
            maxWaiting: () => config().maxWaiting,
            absoluteUrl: (path) => service().absoluteUrl(path),
          }),
        },
        {
          path: '/export/:file',
          describe: describeExport(exportedLists),
          handler: exportHandler({
            // Replicas lag each in its own way; a mirror that takes one export after another goes on from the first.
            start: () =>
              config().readUrl === '' ? service().reader().exports.start() : exportStart(askPrimary, tablesFor(strapi)),
            reader: () => service().reader().exports,
            lists: exportedLists,
            maxExports: () => config().maxExports,
          }),
        },
      ];
    },
  };
};
