import type { Answer, PublicRequest } from '@gazette/delivery/strapi-server';
import { relatedDocument } from '../presenters/relations';
import { isRecord, textOrNull } from '../presenters/values';
import { definitionOf, jsonAnswer, viewOf, type RegisterHost } from './host';
import { inOneLanguage, relationsOf } from './past-register';

export const PARAMETERS = ['locale', 'fallback', 'asOf', 'knownAt'] as const;

/** The day from which a relation counts: that of its effect, else that on which the acting document was issued. */
const dayOf = (relation: Record<string, unknown>, own: Record<string, unknown>): string | null => {
  const other = isRecord(relation.document) ? relation.document : {};
  return textOrNull(relation.effectiveOn) ?? textOrNull(relation.direction === 'out' ? own.issuedOn : other.issuedOn);
};

/** What a document and others have to do with each other, on a day and as it was known at a moment. */
export const relationsHandler =
  (host: RegisterHost, list: string) =>
  async (request: PublicRequest): Promise<Answer> => {
    const { reader } = host;
    const locales = await reader.locales();
    const where = `/${list}/{id}/relations`;
    const query = reader.query(request.queryString, where, PARAMETERS, definitionOf(host, 'documents'), locales);
    const place = { list, below: '/relations' };
    const found = await reader.findItem(request, place, viewOf(query, locales.default));
    if ('moved' in found) return found.moved;
    const { documentId, collection, item } = found.item;

    let own: Record<string, unknown> = JSON.parse(`${item.toString()}}`);
    if (query.knownAt !== null) {
      const past = await reader.reader().register.itemsAt([documentId], query.knownAt);
      own = inOneLanguage(past, [query.locale, locales.default]).get(documentId)?.item ?? {};
    }
    const { asOf } = query;
    const relations = relationsOf({ item: own }).filter((relation) => {
      const day = dayOf(relation, own);
      return asOf === null || (day !== null && day <= asOf);
    });
    const shown = query.knownAt === null ? relations : await withoutHidden(host, relations, query.locale);
    return jsonAnswer(host, request, JSON.stringify(shown), { keys: [collection, `${collection}/${documentId}`] });
  };

/**
 * What was taken back since then keeps its symbol, for that it acted is history, and shows nothing else of its record. What
 * is public is shown as it is now: words that were erased from it live on in the items of others.
 */
const withoutHidden = async (
  { reader }: RegisterHost,
  relations: readonly Record<string, unknown>[],
  locale: string,
): Promise<Record<string, unknown>[]> => {
  const ids = relations.flatMap(({ document }) =>
    isRecord(document) && typeof document.documentId === 'string' ? [document.documentId] : [],
  );
  const { default: defaultLocale } = await reader.locales();
  const known = await reader.reader().register.known(ids, locale, defaultLocale);
  return relations.map((relation) => {
    if (!isRecord(relation.document)) return relation;
    const reference = known.get(String(relation.document.documentId))?.reference;
    if (reference) return { ...relation, document: relatedDocument(reference) };
    // The note of what acts is its own editor's.
    return { ...relation, document: null, note: relation.direction === 'in' ? null : relation.note };
  });
};
