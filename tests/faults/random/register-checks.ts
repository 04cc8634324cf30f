import { replay } from '../../unit/legal-status/replay';
import type { Chance } from './chance';
import { idsOf, type Item, type Reader } from './reader';
import type { ExpectedRegister, ExpectedRelation, RegisterItem } from './register-oracle';
import { keyOf } from './sentences';

/** What the checks need, once the editors are done. */
export interface CheckedRegister {
  reader: Reader;
  expected: ExpectedRegister;
  chance: Chance;
}

const DAY_MS = 86_400_000;
const daysBetween = (first: string, last: string): string[] => {
  const start = Date.parse(first);
  return Array.from({ length: Math.round((Date.parse(last) - start) / DAY_MS) + 1 }, (_, index) =>
    new Date(start + index * DAY_MS).toISOString().slice(0, 10),
  );
};
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

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

const LISTS = ['documents', 'directives', 'resolutions'] as const;
const LOCALES = ['vi', 'en'] as const;

/** Compares what the register shows with what content says. */
export const describeRegister = (given: () => CheckedRegister): void => {
  const documentsIn = (list: (typeof LISTS)[number], locale: string): RegisterItem[] =>
    given().expected.items.filter(
      (item) =>
        item.locale === locale && (list === 'documents' ? item.collection !== 'articles' : item.collection === list),
    );

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
    for (const item of documentsIn('documents', 'vi')) {
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
    for (const { documentId } of documentsIn('documents', locale)) {
      const wanted = expected.items.filter((item) => item.locale === locale && item.cites.has(documentId));
      const { data } = await reader.get(`/api/documents/${documentId}?locale=${locale}`);
      expect([documentId, data.citedBy]).toEqual([documentId, wanted.length]);
      const { items, total } = await reader.whole(`documents/${documentId}/citing`, `locale=${locale}`);
      expect([documentId, idsOf(items), total]).toEqual([documentId, idsOf(wanted), wanted.length]);
    }
  });

  it('finds documents by symbol, and articles by the symbols that they cite', async () => {
    const { reader, expected } = given();
    const all = [...documentsIn('documents', 'vi'), ...documentsIn('documents', 'en')];
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

  describe('on many days', () => {
    /** The status of each document and its causes (`rule|by|scope|on`), by day. */
    let onDay: Map<string, Map<string, { code: string; because: string[] }>>;
    let today: string;

    beforeAll(async () => {
      const { reader, expected } = given();
      const { data } = await reader.get(`/api/documents?pagination[pageSize]=1`);
      today = String(((data[0] as Item).status as Item).asOf);
      const marked = [...expected.days, today];
      const days = [...new Set(marked.flatMap((day) => [shifted(day, -1), day, shifted(day, 1)]))].sort();
      const all = daysBetween(shifted(days[0] ?? today, -1), days[days.length - 1] ?? today);
      onDay = new Map(days.map((day) => [day, new Map()]));
      for (const document of expected.documents)
        replay(document, expected, all).forEach((observation, index) =>
          onDay.get(all[index] ?? '')?.set(document.id, observation),
        );
    });

    const statusOf = ({ documentId, status }: Item) => {
      const { code, because } = status as { code: string; because: Record<string, unknown>[] };
      const causes = because.map(({ rule, by, scope, on }) =>
        [rule, by === null ? '' : (by as Item).documentId, scope ?? '', on ?? ''].join('|'),
      );
      return [documentId, code, ...causes.sort()];
    };

    it.each(LOCALES)('shows in "%s" the status of each document, with its causes', async (locale) => {
      const { reader } = given();
      for (const [day, wanted] of onDay) {
        const { items } = await reader.whole('documents', `locale=${locale}&asOf=${day}&fields=documentId,status`);
        const found = items.map(statusOf).sort();
        const expected = documentsIn('documents', locale)
          .map(({ documentId }) => [
            documentId,
            wanted.get(documentId)?.code,
            ...(wanted.get(documentId)?.because ?? []),
          ])
          .sort();
        expect([day, found]).toEqual([day, expected]);
      }
    });

    it('shows in the item what it shows in lists', async () => {
      const { reader, chance } = given();
      for (const { documentId } of documentsIn('documents', 'vi')) {
        const day = chance.pick([...onDay.keys()]);
        const { data } = await reader.get(`/api/documents/${documentId}?asOf=${day}`);
        const { code, because } = onDay.get(day)?.get(documentId) ?? {};
        expect([day, ...statusOf(data)]).toEqual([day, documentId, code, ...(because ?? [])]);
      }
    });

    it.each(LISTS)('counts and filters /%s by status, on those days and today', async (list) => {
      const { reader } = given();
      for (const locale of LOCALES) {
        for (const day of [null, ...onDay.keys()]) {
          const codes = new Map<string, string[]>();
          for (const { documentId } of documentsIn(list, locale)) {
            const code = onDay.get(day ?? today)?.get(documentId)?.code ?? '';
            codes.set(code, [...(codes.get(code) ?? []), documentId]);
          }
          const asOf = day === null ? '' : `&asOf=${day}`;
          const { meta } = await reader.get(
            `/api/${list}?locale=${locale}&facets=status&pagination[pageSize]=1${asOf}`,
          );
          const counts = Object.fromEntries(
            (meta.facets.status?.values ?? []).map(({ value, count }) => [value, count]),
          );
          const wanted = Object.fromEntries([...codes].map(([code, ids]) => [code, ids.length]));
          expect([locale, day, counts]).toEqual([locale, day, wanted]);
          expect(meta.facets.status?.missing).toBe(0);
          for (const [code, ids] of codes) {
            const { items, total } = await reader.whole(
              list,
              `locale=${locale}&filters[status]=${code}&fields=documentId${asOf}`,
            );
            expect([locale, day, code, idsOf(items), total]).toEqual([locale, day, code, [...ids].sort(), ids.length]);
          }
        }
      }
    });
  });
};
