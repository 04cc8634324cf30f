import type { Answer, PublicRequest } from '@gazette/delivery/strapi-server';
import { CITES_DOCUMENT } from '../collections/citing';
import { definitionOf, jsonAnswer, type RegisterHost } from './host';

export const PARAMETERS = ['locale', 'fallback', 'limit'] as const;
export const MOST = 12;
export const USUAL = 6;

/** How much it counts that two articles share something. A topic holds thousands, a document a few. */
const WEIGHTS = { [CITES_DOCUMENT]: 6, cites: 5, dossier: 4, tag: 2, topic: 1 };

/** What else to read: what the editor picked, then the articles that share most with this one. */
export const relatedHandler =
  (host: RegisterHost) =>
  async (request: PublicRequest): Promise<Answer> => {
    const { reader } = host;
    const where = '/articles/{id}/related';
    const definition = definitionOf(host, 'articles');
    const query = reader.query(request.queryString, where, PARAMETERS, definition, await reader.locales());
    const limit = limitOf(host, query.values.limit);
    const found = await reader.findItem(request, { list: 'articles', below: '/related' }, query);
    if ('moved' in found) return found.moved;
    const { documentId, locale } = found.item;

    const picked = await reader.reader().register.edgesFrom(documentId, 'related');
    const similar = await reader
      .reader()
      .similar({ list: 'articles', locale, documentId, limit: MOST + picked.length }, WEIGHTS);
    const ids = [...new Set([...picked, ...similar])].filter((id) => id !== documentId);
    const summaries = await reader.summaries(ids, { ...query, locale: query.locale });
    return jsonAnswer(host, request, `[${summaries.slice(0, limit).join(',')}]`, {
      keys: ['articles', `articles/${documentId}`],
    });
  };

const limitOf = ({ reader }: RegisterHost, value: unknown): number => {
  if (value === undefined) return USUAL;
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > MOST) throw reader.refusal('limit', `limit takes a whole number from 1 to ${MOST}.`);
  return number;
};
