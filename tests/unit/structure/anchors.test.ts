import fc from 'fast-check';
import { withAnchors, type ContentsEntry } from '../../../src/plugins/gazette/server/src/structure';
import { cleanHtml } from '../../../src/plugins/gazette/server/src/sections';
import { htmlToParagraphs } from '../../../src/plugins/gazette/server/src/sections/html-text';

const anchorsOf = (entries: readonly ContentsEntry[]): string[] =>
  entries.flatMap(({ anchor, children }) => [anchor, ...anchorsOf(children)]);

const idsOf = (html: string): string[] => [...html.matchAll(/<[a-z0-9]+[^<>]* id="([^"]*)"/g)].map(([, id = '']) => id);

test('an id that the text has already is not given again', () => {
  const { html, contents } = withAnchors(
    '<p id="_ftn1">Điều 1. Một</p><p><a id="dieu-2">chú thích</a></p><p>Điều 2. Hai</p>',
    'vi',
  );
  expect(html).toBe(
    '<p id="_ftn1"><span id="dieu-1"></span>Điều 1. Một</p><p><a id="dieu-2">chú thích</a></p><p id="dieu-2_2">Điều 2. Hai</p>',
  );
  expect(anchorsOf(contents)).toEqual(['dieu-1', 'dieu-2_2']);
});

test('other attributes of the element stay', () => {
  expect(withAnchors('<p lang="vi">Điều 1. Một</p>', 'vi').html).toBe('<p id="dieu-1" lang="vi">Điều 1. Một</p>');
});

/** Lines that look like places, whole, broken and in a wrong order, in every element that may hold one. */
const line = fc.oneof(
  fc.constantFrom(
    ...[
      'Điều 1. A',
      'Điều 2. B',
      'ĐIỀU 2',
      'Điều 2a. C',
      'Điều 1. A"',
      '“Điều 4. x',
      'y”.',
      'Chương I',
      'CHƯƠNG II. TỔ CHỨC',
    ],
    ...[
      'Chương "I" onclick',
      'Mục 1. X',
      'MỤC 1',
      'Tiểu mục 1',
      'PHỤ LỤC',
      'Phụ lục I',
      'Phần thứ nhất',
      'PHẦN II',
      '1. a',
      '2. b',
    ],
    ...[
      '1a. x',
      '3. c',
      'a) x',
      'đ) y',
      'b) z',
      'I. MỘT',
      'II. HAI',
      'A. X',
      'B. Y',
      '1.1. m',
      '1.2. n',
      '(1) k',
      'Điều 1 < 2',
    ],
  ),
  fc.string({ maxLength: 12 }),
);
const element = fc.tuple(
  fc.constantFrom('p', 'h2', 'h3', 'li', 'div', 'strong', 'blockquote', 'td'),
  fc.constantFrom('', ' id="dieu-1"', ' id="dieu-1-khoan-1"', ' id="muc-i"', ' id="dieu-1_2"', ' lang="vi"'),
  fc.array(line, { minLength: 1, maxLength: 3 }),
);
const body = fc
  .array(element, { maxLength: 25 })
  .map((elements) =>
    cleanHtml(
      elements.map(([name, attributes, lines]) => `<${name}${attributes}>${lines.join('<br>')}</${name}>`).join('\n'),
    ),
  );

test('every anchor is an id of the HTML, plain, and given once; nothing else changes', () => {
  fc.assert(
    fc.property(body, fc.constantFrom('vi', 'en'), (html, locale) => {
      const anchored = withAnchors(html, locale);
      const anchors = anchorsOf(anchored.contents);
      const before = idsOf(html);
      expect(new Set(anchors).size).toBe(anchors.length);
      expect(anchors.filter((anchor) => !/^[a-z][a-z0-9_-]*$/.test(anchor) || before.includes(anchor))).toEqual([]);
      expect(idsOf(anchored.html).sort()).toEqual([...before, ...anchors].sort());
      const bare = anchored.html.replace(/<span id="[^"]*"><\/span>/g, '');
      const without = anchors.reduce((text, anchor) => text.replace(` id="${anchor}"`, ''), bare);
      expect(without).toBe(html);
    }),
    { numRuns: 400 },
  );
});

test('the text is the same with anchors, and what cleans HTML leaves them in', () => {
  fc.assert(
    fc.property(body, (html) => {
      const anchored = withAnchors(html, 'vi').html;
      expect(htmlToParagraphs(anchored)).toEqual(htmlToParagraphs(html));
      expect(cleanHtml(anchored)).toBe(anchored);
    }),
    { numRuns: 100 },
  );
});

const HUNDRED_KB = 100_000;
const filled = (part: string): string => part.repeat(Math.ceil(HUNDRED_KB / part.length));

test.each([
  ['articles of one number', filled('<p>Điều 1. A</p>')],
  ['articles in order', Array.from({ length: 5_000 }, (_, at) => `<p>Điều ${at + 1}. A</p>`).join('')],
  ['articles in the wrong order', Array.from({ length: 5_000 }, (_, at) => `<p>Điều ${5_000 - at}. A</p>`).join('')],
  ['quotations that do not end', filled('<p>“Điều 1. A</p>')],
  ['quotations that do not begin', filled('<p>Điều 1. A”</p>')],
  ['one line of quotation marks', `<p>${filled('“"”')}</p>`],
  ['one line of full stops', `<p>Điều 1${filled('.')}</p>`],
  ['one line of dots before a number', `<p>Chương I ${filled('. ')}1</p>`],
  ['one line of Roman digits', `<p>${filled('XIXC')}. A</p>`],
  ['one line of decimal numbers', `<p>${filled('1.1')}</p>`],
  ['one line of spaces', `<p>Điều${filled(' \u00a0')}1</p>`],
  ['lists in lists', filled('<ol><li>1. a')],
  ['chapters without headings', filled('<p>Chương I</p>')],
  ['headings in capitals', `<p>Chương I</p>${filled('<p>TÊN</p>')}`],
  ['empty links', filled('<a href="#x">')],
])('100 KB of %s take under a second of the processor', (_, html) => {
  const before = process.cpuUsage();
  withAnchors(html, 'vi');
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
});
