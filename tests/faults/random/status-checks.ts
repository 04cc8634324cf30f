import { replay } from '../../unit/legal-status/replay';
import { documentsIn, LISTS, LOCALES, type CheckedRegister } from './checked-register';
import { idsOf, type Item } from './reader';

const DAY_MS = 86_400_000;
const daysBetween = (first: string, last: string): string[] => {
  const start = Date.parse(first);
  return Array.from({ length: Math.round((Date.parse(last) - start) / DAY_MS) + 1 }, (_, index) =>
    new Date(start + index * DAY_MS).toISOString().slice(0, 10),
  );
};
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Compares what is in force, on every day that matters, with what a day-by-day account of content says. */
export const describeStatus = (given: () => CheckedRegister): void => {
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

  it('had several statuses to tell apart', () => {
    const codes = [...onDay.values()].flatMap((documents) => [...documents.values()].map(({ code }) => code));
    expect(new Set(codes).size).toBeGreaterThan(3);
  });

  it.each(LOCALES)('shows in "%s" the status of each document, with its causes', async (locale) => {
    const { reader } = given();
    for (const [day, wanted] of onDay) {
      const { items } = await reader.whole('documents', `locale=${locale}&asOf=${day}&fields=documentId,status`);
      const found = items.map(statusOf).sort();
      const expected = documentsIn(given(), 'documents', locale)
        .map(({ documentId }) => [documentId, wanted.get(documentId)?.code, ...(wanted.get(documentId)?.because ?? [])])
        .sort();
      expect([day, found]).toEqual([day, expected]);
    }
  });

  it('shows in the item what it shows in lists', async () => {
    const { reader, chance } = given();
    for (const { documentId } of documentsIn(given(), 'documents', 'vi')) {
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
        for (const { documentId } of documentsIn(given(), list, locale)) {
          const code = onDay.get(day ?? today)?.get(documentId)?.code ?? '';
          codes.set(code, [...(codes.get(code) ?? []), documentId]);
        }
        const asOf = day === null ? '' : `&asOf=${day}`;
        const { meta } = await reader.get(`/api/${list}?locale=${locale}&facets=status&pagination[pageSize]=1${asOf}`);
        const counts = Object.fromEntries((meta.facets.status?.values ?? []).map(({ value, count }) => [value, count]));
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
};
