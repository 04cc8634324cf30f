import fc from 'fast-check';
import { decodePage, parseNukeVietPage } from '../../../src/plugins/gazette/server/src/import';

const WORDS =
  'huyện xã đường kênh Nghị quyết người dân ủy ban đánh giá xếp hạng 57-KL/TW 31/8/2023 (mới) "mùa" tỉnh, hoà'.split(
    ' ',
  );
const OPENINGS = ['Đường', 'Ủy', 'Huyện', 'Sáng', '- Kênh', '“Lúa'];
const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

const sentence = fc
  .tuple(
    fc.constantFrom(...OPENINGS),
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 }),
    fc.nat(99999),
  )
  .map(([opening, words, number]) => `${opening} ${words.join(' ')} ${number}.`);

const parts = fc.record({
  sentences: fc.uniqueArray(sentence, { minLength: 4, maxLength: 12 }),
  hasCaption: fc.boolean(),
  minute: fc.integer({ min: Date.UTC(2000, 0, 1) / 60000, max: Date.UTC(2035, 0, 1) / 60000 }),
  hasWeekday: fc.boolean(),
  byline: fc.option(fc.constantFrom('Lê Văn An - Phó Trưởng ban', 'Minh Khoa', 'BBT')),
  source: fc.option(fc.constantFrom('Báo Ấp Bắc', 'Đài Truyền thanh')),
  tags: fc.uniqueArray(fc.constantFrom('kênh', 'đường làng', 'lúa'), { maxLength: 3 }),
  rating: fc.option(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 })),
});
type Parts = typeof parts extends fc.Arbitrary<infer Value> ? Value : never;

const noise = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n', '\r', '\u2028'),
  form: fc.constantFrom('NFC', 'NFD'),
  space: fc.constantFrom(' ', '\u00A0', '  ', ' \u200B'),
  blanks: fc.array(fc.constantFrom('', ' ', '\u00A0', '\u200B'), { maxLength: 3 }),
  encoding: fc.constantFrom('utf8', 'utf8 with BOM', 'utf16le'),
});
type Noise = typeof noise extends fc.Arbitrary<infer Value> ? Value : never;

function split({ sentences, hasCaption, minute }: Parts) {
  const [title, lead, third, ...others] = sentences;
  const figureCaption = hasCaption ? third : null;
  return {
    title,
    lead,
    figureCaption,
    paragraphs: hasCaption ? others : [third, ...others],
    instant: new Date(minute * 60000),
  };
}

function printDate(instant: Date, hasWeekday: boolean): string {
  const local = new Date(instant.getTime() + 7 * 3600_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`;
  const weekday = hasWeekday ? `${WEEKDAYS[local.getUTCDay()]} - ` : '';
  return `${weekday}${day} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}

function printPage(page: Parts): string[] {
  const { title, lead, figureCaption, paragraphs, instant } = split(page);
  const sum = page.rating?.reduce((total, score) => total + score, 0) ?? 0;
  const count = page.rating?.length ?? 0;
  const rating = [
    `Tổng số điểm của bài viết là: ${sum} trong ${count} đánh giá`,
    `Xếp hạng: ${Math.round((10 * sum) / count) / 10} - ${count} phiếu bầu`,
    'Click để đánh giá bài viết',
  ];
  return [
    title,
    printDate(instant, page.hasWeekday),
    lead,
    ...(figureCaption === null ? [] : [figureCaption, figureCaption]),
    ...paragraphs,
    ...(page.byline === null ? [] : [`Tác giả bài viết: ${page.byline}`]),
    ...(page.source === null ? [] : [`Nguồn tin: ${page.source}`]),
    ...(page.tags.length === 0 ? [] : [`Từ khóa: ${page.tags.join(', ')}`]),
    ...(page.rating === null ? [] : rating),
    'Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập. Thời gian chờ: 60 giây',
  ];
}

function disturb(lines: string[], { lineEnd, form, space, blanks, encoding }: Noise): Buffer {
  const text = lines
    .flatMap((line) => [line.replaceAll(' ', space), ...blanks])
    .join(lineEnd)
    .normalize(form);
  if (encoding === 'utf16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(encoding === 'utf8' ? text : `\uFEFF${text}`);
}

test('a page printed from any parts reads back as the same parts, whatever the noise', () => {
  fc.assert(
    fc.property(parts, noise, (page, how) => {
      const { instant, ...texts } = split(page);
      const read = parseNukeVietPage(decodePage(disturb(printPage(page), how)));
      expect(read).toMatchObject({
        ...texts,
        publishedAt: instant.toISOString(),
        byline: page.byline,
        source: page.source,
        tags: page.tags,
        ratingSum: page.rating?.reduce((total, score) => total + score, 0) ?? 0,
        ratingCount: page.rating?.length ?? 0,
        warnings: [],
      });
      expect(read).toEqual(parseNukeVietPage(printPage(page).join('\n')));
    }),
    { numRuns: 300 },
  );
});
