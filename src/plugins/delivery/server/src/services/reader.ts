import type { Core } from '@strapi/strapi';
import type { CollectionDefinition } from '../collections/definition';
import type { DeliveryConfig } from '../config';
import { createAddresses, type Addresses } from '../projection/addresses';
import { parseQueryString } from '../query/parse-query-string';
import { readListQuery, type Locales } from '../query/read-list-query';
import type { ListQuery } from '../query/list-query';
import { invalidParameter, PublicError } from '../errors';
import type { Answer, PublicRequest } from '../http/answer';
import { parseMoment } from '../query/time-ranges';
import { answerList, turnOf, type PublicHost } from '../public/collection-routes';
import { findItem, type ItemPlace, type ItemView } from '../public/find-item';
import { findTarget, type PublicTarget } from '../public/find-target';
import { closeJson, readPage, type ListPage } from '../public/list-answer';
import { readParameters } from '../query/read-parameters';
import type { ReadConnection } from '../reader/connection';
import { openReadConnection } from '../reader/open';
import { createReader, type Reader, type StoredItem } from '../reader/reader';
import { tablesFor } from '../store/tables';
import { deliveryService } from './access';

/** Reads what is public, for this plugin's handlers and for other plugins. */
export interface ReaderService extends PublicHost {
  open(): void;
  close(): Promise<void>;
  isOpen(): boolean;
  /** The connection for public reads. */
  connection(): ReadConnection;
  /** @param carrying facet values that all items of the list carry, besides what the client asks for */
  listQuery(
    queryString: string,
    list: string,
    definition: CollectionDefinition,
    carrying?: readonly { facet: string; value: string }[],
  ): Promise<ListQuery>;
  page(query: ListQuery): Promise<ListPage>;
  /** A page of a list as an answer, with the links that go on. */
  answerList(request: PublicRequest, query: ListQuery): Promise<Answer>;
  /** The item of the request's `id`, or the answer for an address that has moved. @throws PublicError 404, 410 */
  findItem(
    request: PublicRequest,
    place: Omit<ItemPlace, 'members'>,
    view: ItemView,
  ): Promise<{ item: StoredItem } | { moved: Answer }>;
  /**
   * The published item of an id, a slug or documentId, as far as others need to know it.
   * @throws PublicError 404, 410
   */
  findTarget(list: string, id: string, locale: string): Promise<PublicTarget>;
  /** An error that delivery answers with. @param details public: nothing in it may come from a draft */
  error(status: number, name: string, message: string, details?: Record<string, unknown>): Error;
  /** 400: a parameter that cannot be used, and what would be allowed. */
  refusal(parameter: string, message: string, allowed?: readonly string[]): Error;
  /** A day of the calendar, YYYY-MM-DD; null for any other text. */
  dayOf(text: string): string | null;
  /** When an answer that shows a dated member becomes another one by itself. */
  turnOf(view: Pick<ItemView, 'overlays'>): Date | undefined;
  /** Reads a query string. @throws PublicError 400 */
  query: typeof readParameters;
  /** Summaries as JSON texts, for an answer that lists them. */
  summaries(documentIds: readonly string[], view: ItemView): Promise<string[]>;
  /** Forgets which languages the site speaks; they are read again. */
  forgetLocales(): void;
}

/** How long a language that another instance added may be unknown here. */
const LOCALES_MS = 60_000;

export const createReaderService = ({ strapi }: { strapi: Core.Strapi }): ReaderService => {
  let connection: ReadConnection | null = null;
  let reader: Reader | null = null;
  let locales: Promise<Locales> | null = null;
  let localesReadAt = 0;
  let addresses: Addresses | null = null;

  const loadLocales = async (): Promise<Locales> => {
    const service = strapi.plugin('i18n')?.service('locales');
    if (!service) return { default: 'en', all: ['en'] };
    const found: { code: string }[] = await service.find();
    return { default: await service.getDefaultLocale(), all: found.map(({ code }) => code) };
  };

  const current = (): Reader => {
    if (!reader) throw new Error('delivery: nothing can be read before the plugin has started.');
    return reader;
  };

  const getLocales = (): Promise<Locales> => {
    if (locales === null) {
      localesReadAt = Date.now();
      locales = loadLocales().catch((error) => {
        locales = null;
        throw error;
      });
    } else if (Date.now() - localesReadAt > LOCALES_MS) {
      // Another instance may have added one; nobody waits for the answer.
      localesReadAt = Date.now();
      loadLocales().then(
        (found) => (locales = Promise.resolve(found)),
        (error) => strapi.log.warn(`delivery: the languages of the site could not be read again (${String(error)}).`),
      );
    }
    return locales;
  };

  const service: ReaderService = {
    open() {
      connection = openReadConnection(strapi);
      reader = createReader(connection, tablesFor(strapi));
    },
    async close() {
      await connection?.close();
      connection = null;
      reader = null;
    },
    isOpen: () => reader !== null,
    connection() {
      if (!connection) throw new Error('delivery: nothing can be read before the plugin has started.');
      return connection;
    },
    reader: current,
    locales: getLocales,
    forgetLocales() {
      locales = null;
    },
    absoluteUrl(path) {
      // Once: the configuration does not change while the host runs, and every answer names its own address.
      addresses ??= createAddresses(strapi.config.get<DeliveryConfig>('plugin::delivery'), '');
      return addresses.absoluteUrl(path);
    },
    pathOf(list) {
      const { prefix } = strapi.config.get<DeliveryConfig>('plugin::delivery');
      return `${strapi.config.get<string>('api.rest.prefix', '/api')}${prefix}/${list}`;
    },
    alternatesOf: (list, queryString) => deliveryService(strapi, 'listLinks').of(list, queryString),
    listQuery: async (queryString, list, definition, carrying = []) =>
      readListQuery(parseQueryString(queryString), list, definition, await getLocales(), {
        conditions: carrying.map(({ facet, value }) => ({
          facet,
          own: facet,
          inFallback: facet,
          isDated: false,
          match: 'any',
          values: [value],
        })),
      }),
    page: (query) => readPage(current(), query),
    answerList: (request, query) => answerList(service, request, query),
    findItem(request, { list, below }, view) {
      const members = deliveryService(strapi, 'collections')
        .membersOf(list)
        .map(({ name }) => name);
      return findItem(service, request, { list, members, below }, view);
    },
    findTarget(list, id, locale) {
      const members = deliveryService(strapi, 'collections')
        .membersOf(list)
        .map(({ name }) => name);
      return findTarget(current(), { list, members }, id, locale);
    },
    error: (status, name, message, details) => new PublicError(status, name, message, details),
    refusal: invalidParameter,
    dayOf(text) {
      const moment = parseMoment(text);
      return moment !== null && 'day' in moment ? moment.day : null;
    },
    turnOf: ({ overlays }) => turnOf(overlays),
    query: readParameters,
    async summaries(documentIds, view) {
      const found = await current().summaries(documentIds, view);
      return found.map(({ summary, overlay, locale }) => closeJson(summary, overlay, locale !== view.locale).join(''));
    },
  };
  return service;
};
