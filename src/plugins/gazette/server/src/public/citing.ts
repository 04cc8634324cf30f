import type { Answer, PublicRequest } from '@gazette/delivery/strapi-server';
import { CITES_DOCUMENT, CITING } from '../collections/citing';
import { definitionOf, viewOf, type RegisterHost } from './host';

/** Those of lists; how they are written is checked with the list. */
export const PARAMETERS = ['pagination', 'sort', 'fields', 'locale', 'fallback', 'asOf', 'populate'] as const;

/** What cites a document, or shows it beside itself: a list like others. */
export const citingHandler =
  (host: RegisterHost, list: string) =>
  async (request: PublicRequest): Promise<Answer> => {
    const { reader } = host;
    const locales = await reader.locales();
    const definition = definitionOf(host, CITING);
    const where = `/${list}/{id}/citing`;
    const view = reader.query(request.queryString, where, PARAMETERS, definition, locales);
    const found = await reader.findItem(request, { list, below: '/citing' }, viewOf(view, locales.default));
    if ('moved' in found) return found.moved;
    const { documentId, collection } = found.item;
    const carrying = [{ facet: CITES_DOCUMENT, value: documentId }];
    const query = await reader.listQuery(request.queryString, CITING, definition, carrying);
    const answer = await reader.answerList(request, query);
    return { ...answer, keys: [collection, `${collection}/${documentId}`, 'articles', 'documents'] };
  };
