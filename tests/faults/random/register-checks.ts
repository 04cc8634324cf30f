import { documentsIn, LOCALES, type CheckedRegister } from './checked-register';
import { idsOf, type Item } from './reader';
import type { ExpectedRelation } from './register-oracle';
import { keyOf } from './sentences';

const pick = <Name extends string>(value: unknown, names: readonly Name[]): Record<Name, unknown> | null =>
  value === null
    ? null
    : (Object.fromEntries(names.map((name) => [name, (value as Item)[name]])) as Record<Name, unknown>);

const REFERENCE = ['documentId', 'collection', 'slug', 'title', 'issuedOn'] as const;
const CITATION = ['symbol', 'text', 'occurrences', 'date', 'issuerName', 'ambiguous'] as const;
const RELATION = ['direction', 'type', 'scope', 'effectiveOn', 'until', 'symbol'] as const;

const withDocument = (value: unknown, names: readonly string[]): Record<string, unknown> => ({
  ...pick(value, names),
  document: pick((value as Item).document, REFERENCE),
});

const sorted = (values: readonly object[]): string[] => values.map((value) => JSON.stringify(value)).sort();
const shownCitations = (value: unknown) => (value as Item[]).map((one) => withDocument(one, CITATION));
const shownRelations = (value: unknown) => (value as Item[]).map((one) => withDocument(one, RELATION));
const inNames = (relation: ExpectedRelation) => withDocument(relation, RELATION);

/** Compares what the register shows with what content says. */
export const describeRegister = (given: () => CheckedRegister): void => {
  it('had something to do', () => {
    const { items, effects } = given().expected;
    const citations = items.flatMap((item) => item.citations);
    expect(citations.filter(({ document }) => document !== null).length).toBeGreaterThan(5);
    expect(citations.filter(({ document }) => document === null).length).toBeGreaterThan(5);
    expect(effects.length).toBeGreaterThan(2);
  });

  it('shows citations and relations of each item in each language', async () => {
    const { reader, expected } = given();
    for (const { documentId, collection, locale, citations, relations } of expected.items) {
      const { data } = await reader.get(`/api/${collection}/${documentId}?locale=${locale}`);
      const where = `${collection}/${documentId} ${locale}`;
      expect([where, shownCitations(data.citations)]).toEqual([
        where,
        citations.map((one) => withDocument(one, CITATION)),
      ]);
      if (collection === 'articles') continue;
      const shown = shownRelations(data.relations);
      const isOut = ({ direction }: Record<string, unknown>) => direction === 'out';
      const wanted = relations.map(inNames);
      expect([where, shown.filter(isOut)]).toEqual([where, wanted.filter(isOut)]);
      expect([where, sorted(shown)]).toEqual([where, sorted(wanted)]);
    }
  });

  it('answers the relations of a document up to a day', async () => {
    const { reader, expected, chance } = given();
    for (const item of documentsIn(given(), 'documents', 'vi')) {
      const asOf = chance.pick(expected.days);
      const { data } = await reader.get(`/api/documents/${item.documentId}/relations?asOf=${asOf}`);
      const wanted = item.relations.filter(({ effectiveOn, direction, document }) => {
        const day = effectiveOn ?? (direction === 'out' ? item.issuedOn : (document?.issuedOn ?? null));
        return day !== null && day <= asOf;
      });
      expect([item.documentId, asOf, sorted(shownRelations(data))]).toEqual([
        item.documentId,
        asOf,
        sorted(wanted.map(inNames)),
      ]);
    }
  });

  it.each(LOCALES)('counts and lists what cites a document, in "%s"', async (locale) => {
    const { reader, expected } = given();
    for (const { documentId } of documentsIn(given(), 'documents', locale)) {
      const wanted = expected.items.filter((item) => item.locale === locale && item.cites.has(documentId));
      const { data } = await reader.get(`/api/documents/${documentId}?locale=${locale}`);
      expect([documentId, data.citedBy]).toEqual([documentId, wanted.length]);
      const { items, total } = await reader.whole(`documents/${documentId}/citing`, `locale=${locale}`);
      expect([documentId, idsOf(items), total]).toEqual([documentId, idsOf(wanted), wanted.length]);
    }
  });

  it('finds documents by symbol, and articles by the symbols that they cite', async () => {
    const { reader, expected } = given();
    const all = [...documentsIn(given(), 'documents', 'vi'), ...documentsIn(given(), 'documents', 'en')];
    const articles = expected.items.filter(({ collection, locale }) => collection === 'articles' && locale === 'vi');
    const keys = new Set([
      ...all.map(({ symbol }) => keyOf(symbol)),
      ...articles.flatMap((one) => [...one.citedSymbols]),
    ]);
    for (const key of keys) {
      const { data } = await reader.get(`/api/documents/lookup?symbol=${key}&fallback=en`);
      const carrying = [
        ...new Set(all.filter(({ symbol }) => keyOf(symbol) === key).map((one) => one.documentId)),
      ].sort();
      expect([key, idsOf(data)]).toEqual([key, carrying]);
    }
    for (const key of keys) {
      const { items } = await reader.whole('articles', `filters[cites]=${key}`);
      const citing = articles.filter(({ citedSymbols }) => citedSymbols.has(key));
      expect([key, idsOf(items)]).toEqual([key, idsOf(citing)]);
    }
  });
};
