import type { Answer, PublicRequest } from '@gazette/delivery/strapi-server';
import { loadRegister, timeline, TIMELINE_TYPES } from '../legal-status';
import { eventLabel } from '../presenters/labels';
import { relatedDocument } from '../presenters/relations';
import { registerStore } from '../register/legal-links';
import { anchorOfScope, type ContentsEntry } from '../structure';
import { definitionOf, jsonAnswer, viewOf, type RegisterHost } from './host';
import { pastRegister } from './past-register';

export const PARAMETERS = ['locale', 'fallback', 'knownAt'] as const;

/** What happened to a document and what is known to happen, in order of day. */
export const timelineHandler =
  (host: RegisterHost, list: string) =>
  async (request: PublicRequest): Promise<Answer> => {
    const { reader } = host;
    const locales = await reader.locales();
    const where = `/${list}/{id}/timeline`;
    const query = reader.query(request.queryString, where, PARAMETERS, definitionOf(host, 'documents'), locales);
    const place = { list, below: '/timeline' };
    const found = await reader.findItem(request, place, viewOf(query, locales.default));
    if ('moved' in found) return found.moved;
    const { documentId, collection, item } = found.item;

    const reads = reader.reader().register;
    const store =
      query.knownAt === null
        ? registerStore(reads.register(locales.default))
        : pastRegister(reads, query.knownAt, [query.locale, locales.default]);
    const register = await loadRegister([documentId], store, TIMELINE_TYPES);
    const document = register.document(documentId);
    const events = document ? timeline(document, register) : [];
    const acting = events.flatMap(({ by }) => by ?? []);
    const known = await reads.known([...new Set(acting)], query.locale, locales.default);
    // Where the parts are now, whatever was known then.
    const { contents = [] }: { contents?: ContentsEntry[] } = events.some(({ scope }) => scope !== null)
      ? JSON.parse(`${item.toString()}}`)
      : {};
    const data = events.map(({ on, event, by, scope }) => {
      const reference = by === null ? undefined : known.get(by)?.reference;
      return {
        on,
        event,
        label: eventLabel(event, query.locale),
        by: reference ? relatedDocument(reference) : null,
        scope,
        anchor: scope === null ? null : anchorOfScope(scope, contents),
      };
    });
    return jsonAnswer(host, request, JSON.stringify(data), { keys: [collection, `${collection}/${documentId}`] });
  };
