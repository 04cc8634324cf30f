import fc from 'fast-check';
import { startApp, type TestApp } from '../support';
import { wayTo } from '../../src/plugins/delivery/server/src/query/search-ways';

/** How many articles, and how many searches: `SEARCH_ROUNDS` for more. */
const ARTICLES = 60;
const ROUNDS = Number(process.env.SEARCH_ROUNDS ?? 250);

const WORDS = [
  ...['đi', 'di', 'điện', 'diện', 'đường', 'dương', 'duong', 'được', 'hạn', 'hàn', 'hán', 'mặn', 'man', 'nước', 'nuoc'],
  ...['sạch', 'xã', 'xa', 'huyện', 'tỉnh', 'thu', 'thủ', 'thuỷ', 'thủy', 'QĐ', 'QD', 'HĐ', 'HD', 'UBND', 'TW', 'KL'],
  ...[
    '57',
    '571',
    '5',
    '2023',
    '30a',
    '57-KL/TW',
    '156/QĐ-UBND',
    '20/11/2023',
    '1.000',
    'a',
    'A\u0301',
    '\u00d0ồng',
    'Ứng',
  ],
  ...['x'.repeat(70), 'x'.repeat(64), '😀', '"', '(', '-', 'AND', '和', 'straße', 'ﬁn'],
];

const words = (least: number, most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most }).map((found) => found.join(' '));

interface Made {
  documentId: string;
  parts: string[];
}

/** The slow and obvious way: no code of the search itself. */
const foldAll = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ÐðĐđ]/gu, 'd')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

const wordsOf = (text: string): string[] =>
  (foldAll(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 64));

const hasDigit = (text: string): boolean => /\p{N}/u.test(text);

const holdsSequence = (all: readonly string[], sequence: readonly string[]): boolean =>
  all.some((_, start) => sequence.every((word, index) => all[start + index] === word));

/** A run without spaces that has a number is found as it stands, or as part of a longer run. */
const holdsRun = (part: string, run: string): boolean =>
  part.split(/\s+/u).some((other) => holdsSequence(wordsOf(other), wordsOf(run)));

const isHit = ({ parts }: Made, q: string): boolean => {
  const all = parts.flatMap(wordsOf);
  const pieces = q.split('"');
  return pieces.every((piece, index) => {
    const isPhrase = index % 2 === 1 && index < pieces.length - 1;
    if (isPhrase) {
      const phrase = wordsOf(piece);
      return phrase.length === 0 || parts.some((part) => holdsSequence(wordsOf(part), phrase));
    }
    const runs = piece.split(/\s+/u).filter((run) => wordsOf(run).length > 0);
    return runs.every((run, position) => {
      const own = wordsOf(run);
      const isLast = index === pieces.length - 1 && position === runs.length - 1;
      if (own.length > 1 && hasDigit(run)) return parts.some((part) => holdsRun(part, run));
      return own.every((word, at) =>
        isLast && at === own.length - 1 && !hasDigit(word)
          ? all.some((other) => other.startsWith(word))
          : all.includes(word),
      );
    });
  });
};

describe('what a search finds', () => {
  let app: TestApp;
  const made: Made[] = [];

  beforeAll(async () => {
    app = await startApp();
    const texts = fc.sample(fc.tuple(words(1, 4), words(0, 6), words(0, 30)), { numRuns: ARTICLES, seed: 57 });
    for (const [title, lead, body] of texts) {
      // A title needs a letter to be one.
      const data = {
        title: `Bài ${title}`,
        lead: lead || 'Mở.',
        body: [{ __component: 'gazette.html', html: `<p>${body || '.'}</p>` }],
      };
      const { documentId } = await app.strapi
        .documents('plugin::gazette.article')
        .create({ data, locale: 'vi', status: 'published' });
      made.push({ documentId, parts: [data.title, data.lead, body] });
    }
  });
  afterAll(() => app.stop());

  it('is what a slow look through every text finds, on either database', async () => {
    const query = fc.oneof(
      words(1, 3),
      fc.constantFrom(...WORDS).map((word) => word.slice(0, 2)),
      fc
        .tuple(words(0, 1), words(1, 3), words(0, 1))
        .map(([a, b, c]) => `${a} "${b.replaceAll('"', '')}" ${c.replaceAll('"', '')}`),
    );
    let withHits = 0;
    let walked = 0;
    await fc.assert(
      fc.asyncProperty(query, fc.boolean(), async (q, isDecomposed) => {
        const sent = isDecomposed ? q.normalize('NFD') : q;
        const { status, body } = await app.request.get(
          `/api/search?type=articles&pagination[pageSize]=100&q=${encodeURIComponent(sent)}`,
        );
        if (wordsOf(q).length === 0) return expect(status).toBe(400);
        const expected = made.filter((one) => isHit(one, q.normalize('NFC'))).map(({ documentId }) => documentId);
        const found = body.data.map(({ documentId }: Made) => documentId);
        expect([q, status, [...found].sort()]).toEqual([q, 200, [...expected].sort()]);
        expect(body.meta.pagination.total).toBe(expected.length);
        const scores = body.data.map(({ score }: { score: number }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        // A page of two is found by the index or, where most are hits, on a walk: in the same order.
        const { body: page } = await app.request.get(
          `/api/articles?pagination[pageSize]=2&q=${encodeURIComponent(sent)}`,
        );
        expect([q, page.data.map(({ documentId }: Made) => documentId)]).toEqual([q, found.slice(0, 2)]);
        if (expected.length > 0) withHits += 1;
        const sample = { density: expected.length / ARTICLES, rows: 3, items: ARTICLES, near: null };
        if (wayTo(sample).way === 'walked') walked += 1;
      }),
      { numRuns: ROUNDS },
    );
    // Searches that find nothing prove little.
    expect(withHits).toBeGreaterThan(ROUNDS / 3);
    expect(walked).toBeGreaterThan(0);
  });
});
