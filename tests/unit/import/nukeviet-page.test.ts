import { parseNukeVietPage, PageFormatError } from '../../../src/plugins/gazette/server/src/import';
import { SAMPLE, samplePage } from './sample-page';

const { title, date, lead, caption, paragraphs } = SAMPLE;

function failure(text: string): PageFormatError {
  try {
    parseNukeVietPage(text);
  } catch (error) {
    if (error instanceof PageFormatError) return error;
    throw error;
  }
  throw new Error('the page was accepted');
}

const codes = (text: string) => parseNukeVietPage(text).warnings.map(({ code }) => code);

test('a page is read whole', () => {
  expect(parseNukeVietPage(samplePage())).toEqual({
    title,
    publishedAt: '2023-12-02T00:45:00.000Z',
    lead,
    figureCaption: caption,
    paragraphs,
    byline: SAMPLE.byline,
    author: { name: 'Lê Văn An', position: 'Phó Chủ tịch UBND xã' },
    source: null,
    tags: [],
    ratingSum: 9,
    ratingCount: 2,
    key: expect.stringMatching(/^[0-9a-f]{64}$/u),
    warnings: [],
  });
});

test.each([
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['old Mac line ends', (text: string) => text.replaceAll('\n', '\r')],
  ['NFD', (text: string) => text.normalize('NFD')],
  ['a BOM', (text: string) => `\uFEFF${text}`],
  ['non-breaking and doubled spaces', (text: string) => text.replaceAll(' ', '\u00A0 ')],
  ['zero-width characters', (text: string) => text.replaceAll('n', 'n\u200B').replaceAll(' ', '\u2060 ')],
  ['control characters', (text: string) => text.replaceAll('a', '\u0000a')],
  ['blank lines everywhere', (text: string) => text.replaceAll('\n', '\n \t\n\n')],
  ['eth typed for the letter Đ', (text: string) => text.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð')],
  ['no blank lines', (text: string) => text.replaceAll('\n\n', '\n')],
])('%s makes no difference', (_name, disturb) => {
  expect(parseNukeVietPage(disturb(samplePage()))).toEqual(parseNukeVietPage(samplePage()));
});

test.each([
  ['Thứ bảy - 02/12/2023 07:45', '2023-12-02T00:45:00.000Z'],
  ['THỨ BẢY - 02/12/2023 07:45', '2023-12-02T00:45:00.000Z'],
  ['thứ bảy - 02/12/2023 07:45', '2023-12-02T00:45:00.000Z'],
  ['02/12/2023 07:45', '2023-12-02T00:45:00.000Z'],
  ['Chủ nhật – 31/12/2023 23:59', '2023-12-31T16:59:00.000Z'],
  ['Thứ hai - 01/01/2024 00:00', '2023-12-31T17:00:00.000Z'],
  ['Thứ năm - 29/02/2024 12:00', '2024-02-29T05:00:00.000Z'],
])('the date line %s is Vietnamese wall time', (line, instant) => {
  const page = parseNukeVietPage(samplePage({ head: [title, line, lead] }));
  expect(page).toMatchObject({ title, publishedAt: instant, lead, warnings: [] });
});

test('a weekday that contradicts the date is a warning that names both', () => {
  const { publishedAt, warnings } = parseNukeVietPage(
    samplePage({ head: [title, 'Thứ hai - 02/12/2023 07:45', lead] }),
  );
  expect(publishedAt).toBe('2023-12-02T00:45:00.000Z');
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatchObject({ code: 'weekday-contradicts-date', en: expect.stringContaining('Thứ bảy') });
});

describe('the photo caption', () => {
  test('printed as two paragraphs is still the caption', () => {
    const page = parseNukeVietPage(samplePage({ head: [title, date, lead, '', caption, '', caption] }));
    expect(page).toMatchObject({ figureCaption: caption, paragraphs });
  });
  test('printed once is a paragraph of the body', () => {
    const page = parseNukeVietPage(samplePage({ head: [title, date, lead, caption] }));
    expect(page).toMatchObject({ figureCaption: null, paragraphs: [caption, ...paragraphs] });
  });
  test('is absent where the photo has only the title as its alternative text', () => {
    const page = parseNukeVietPage(samplePage({ head: [title, date, lead, title] }));
    expect(page).toMatchObject({ figureCaption: null, paragraphs, warnings: [{ code: 'alt-is-title' }] });
  });
  test('in small letters after a lead without a full stop is not joined to it', () => {
    const page = parseNukeVietPage(
      samplePage({ head: [title, date, 'Tin vắn trong tuần', 'ảnh minh họa', 'ảnh minh họa'] }),
    );
    expect(page).toMatchObject({ lead: 'Tin vắn trong tuần', figureCaption: 'ảnh minh họa', paragraphs });
  });
  test('further down is kept twice, with a warning', () => {
    const page = parseNukeVietPage(samplePage({ body: [...paragraphs, 'Ảnh: lúa chín', 'Ảnh: lúa chín'] }));
    expect(page.paragraphs).toEqual([...paragraphs, 'Ảnh: lúa chín', 'Ảnh: lúa chín']);
    expect(page.warnings.map(({ code }) => code)).toEqual(['paragraph-repeated']);
  });
});

test('a warning about many lines names the first ten and counts the others', () => {
  const { warnings } = parseNukeVietPage(samplePage({ body: Array.from({ length: 15 }, () => 'Ảnh: lúa chín') }));
  expect(warnings).toHaveLength(1);
  expect(warnings[0].en).toMatch(/line 9, 11, 13, 15, 17, 19, 21, 23, 25, 27 and 4 more\./u);
});

test('a lead printed again as the first paragraph stays in both places, with a warning', () => {
  const page = parseNukeVietPage(samplePage({ head: [title, date, lead, lead] }));
  expect(page).toMatchObject({ lead, figureCaption: null, paragraphs: [lead, ...paragraphs] });
  expect(page.warnings.map(({ code }) => code)).toEqual(['lead-repeated']);
});

test('wrapped lines are joined; list items, new sentences and addresses are not', () => {
  const lines = [
    'Mỗi ấp giữ sạch',
    'một đoạn kênh.',
    'và báo cáo;',
    'a) Ấp Một',
    'b) Ấp Hai',
    'Xem tại',
    'https://vi.example/x',
  ];
  const page = parseNukeVietPage(samplePage({ body: [lines.join('\n'), 'Đoạn cuối', 'sau dòng trống'] }));
  const joined = ['Mỗi ấp giữ sạch một đoạn kênh.', ...lines.slice(2), 'Đoạn cuối', 'sau dòng trống'];
  expect(page.paragraphs).toEqual(joined);
});

test('share buttons under the date are dropped', () => {
  const page = parseNukeVietPage(samplePage({ head: [title, date, 'Gửi bài viết qua email', 'In ra', lead] }));
  expect(page).toMatchObject({ lead, paragraphs, warnings: [] });
});

test('the key is that of title and instant, whatever else differs', () => {
  const { key } = parseNukeVietPage(samplePage());
  expect(parseNukeVietPage(samplePage({ head: [title, date, 'Lời mở đầu khác.'] })).key).toBe(key);
  expect(parseNukeVietPage(samplePage({ head: [title, '02/12/2023 07:46', lead] })).key).not.toBe(key);
  expect(parseNukeVietPage(samplePage({ head: [`${title}.`, date, lead] })).key).not.toBe(key);
});

test.each([
  ['nothing', '', 'empty', 'missing', null],
  ['blank lines and a BOM', '\uFEFF \n\u200B\n', 'empty', 'missing', null],
  ['HTML', '\n<!DOCTYPE html><p>x</p>', 'encoding', 'html', 2],
  ['no title', [date, lead, ...paragraphs].join('\n'), 'title', 'missing', 1],
  ['a title alone', title, 'date', 'missing', 2],
  ['no date', [title, lead, ...paragraphs].join('\n'), 'date', 'missing', 2],
  ['a date without a time', [title, '', '02/12/2023', lead].join('\n'), 'date', 'missing', 3],
  ['31 February', [title, '31/02/2023 07:45', lead].join('\n'), 'date', 'impossible-date', 2],
  ['29 February of a common year', [title, '29/02/2023 07:45', lead].join('\n'), 'date', 'impossible-date', 2],
  ['25 o’clock', [title, 'thứ bảy - 02/12/2023 25:00', lead].join('\n'), 'date', 'impossible-date', 2],
  ['minute 60', [title, '02/12/2023 07:60', lead].join('\n'), 'date', 'impossible-date', 2],
  ['an unknown weekday', [title, 'Thứ tám - 02/12/2023 07:45', lead].join('\n'), 'date', 'unknown-weekday', 2],
  ['nothing after the date', [title, date].join('\n'), 'lead', 'missing', 3],
  ['a footer right after the date', [title, date, SAMPLE.idle].join('\n'), 'lead', 'missing', 3],
  ['nothing after the lead', [title, date, lead].join('\n'), 'body', 'missing', 4],
  ['nothing but the caption after the lead', samplePage({ body: [] }), 'body', 'missing', 7],
])('a page with %s is refused, naming part and line', (_name, text, part, fault, line) => {
  const error = failure(text);
  expect(error).toMatchObject({ part, fault, line });
  for (const message of Object.values(error.messages)) {
    expect(message.length).toBeGreaterThan(30);
    if (line !== null) expect(message).toMatch(new RegExp(`(?:dòng|line) ${line}(?!\\d)`, 'iu'));
  }
});

test.each([
  ['title', 300, (text: string) => samplePage({ head: [text, date, lead] })],
  ['lead', 2000, (text: string) => samplePage({ head: [title, date, text] })],
  ['byline', 200, (text: string) => samplePage({ below: [`Tác giả bài viết: ${text}`] })],
])('a %s may have %i characters and not one more', (part, limit, print) => {
  expect(() => parseNukeVietPage(print('Đ'.repeat(limit).normalize('NFD')))).not.toThrow();
  const error = failure(print('Đ'.repeat(limit + 1)));
  expect(error).toMatchObject({ part, fault: 'too-long' });
  for (const message of Object.values(error.messages)) expect(message).toContain(` ${limit} `);
});

describe('input made to be slow is read or refused in linear time', () => {
  const megabyte = 1024 * 1024;
  const fill = (unit: string) => unit.repeat(Math.floor(megabyte / Buffer.byteLength(unit)));
  test.each([
    ['spaces', ' '],
    ['combining marks out of order', '\u0301\u0323'],
    ['closing brackets', '.)'],
    ['dashes', '- '],
    ['line ends', 'a\n'],
    ['tags', 'Tags: a\n'],
    ['labels without a value', 'Nguồn tin:\n'],
    ['headings', 'Ý kiến bạn đọc\n'],
    ['rating lines', 'Tổng số điểm của bài viết là: 5 trong 1 đánh giá\n'],
  ])('%s', (_name, unit) => {
    const started = performance.now();
    const page = parseNukeVietPage(samplePage({ body: [...paragraphs, `A${fill(unit)}`] }));
    expect(page.title).toBe(title);
    expect(performance.now() - started).toBeLessThan(5000);
  });
  test('a text over 5 MB is refused', () => {
    expect(failure(`${samplePage()}${'a'.repeat(5 * 1024 * 1024)}`)).toMatchObject({
      part: 'encoding',
      fault: 'too-large',
    });
  });
});

test('no warning is given for a plain page without rating', () => {
  expect(codes(samplePage({ below: [] }))).toEqual([]);
  expect(parseNukeVietPage(samplePage({ below: [] }))).toMatchObject({
    byline: null,
    author: null,
    ratingSum: 0,
    ratingCount: 0,
  });
});
