import fc from 'fast-check';
import {
  presentImage,
  presentSections,
  readingMinutes,
  sectionsToHtml,
  sectionsToText,
} from '../../../src/plugins/gazette/server/src/sections';
import type { PublicImage, PublicSection } from '../../../src/plugins/gazette/server/src/sections';
import { HOSTILE, dangersIn } from './hostile';

const context = { absoluteUrl: (path: string) => `https://api.vn${path}` };
const text = (value: string) => ({ type: 'text' as const, text: value });

const secret = 'secret';
const format = (url: string, width: number, height: number) => ({
  ...{ name: secret, hash: secret, ext: '.jpg', mime: 'image/jpeg', path: secret, size: 1, sizeInBytes: 1 },
  ...{ url, width, height },
});
const file = {
  ...{
    id: 1,
    documentId: secret,
    name: secret,
    hash: secret,
    ext: '.jpg',
    size: 9,
    folderPath: secret,
    previewUrl: secret,
  },
  ...{
    provider: secret,
    provider_metadata: { secret },
    createdBy: { email: secret },
    related: [secret],
    caption: secret,
  },
  ...{ url: '/uploads/a.jpg', width: 1200, height: 800, mime: 'image/jpeg', alternativeText: 'của tệp' },
  formats: { small: format('/uploads/s.jpg', 500, 333), thumbnail: format('https://cdn.vn/t.jpg', 156, 104) },
};
const image: PublicImage = {
  url: 'https://api.vn/uploads/a.jpg',
  width: 1200,
  height: 800,
  mime: 'image/jpeg',
  formats: [
    { name: 'thumbnail', url: 'https://cdn.vn/t.jpg', width: 156, height: 104 },
    { name: 'small', url: 'https://api.vn/uploads/s.jpg', width: 500, height: 333 },
  ],
  alternativeText: 'của ảnh',
};
const figure = { id: 2, image: file, alternativeText: 'của ảnh', caption: ' Chợ phiên ', credit: '' };

const raw = [
  {
    __component: 'gazette.text',
    id: 3,
    body: [
      { type: 'paragraph', children: [text('Mở đầu')] },
      { type: 'broken' },
      { type: 'image', image: { ...file, caption: 'Trong bài' }, children: [text('')] },
    ],
  },
  {
    __component: 'gazette.html',
    id: 4,
    html: '<p onclick=x>a<img src="/uploads/b.jpg?a=1&amp;b=2" alt=\' src="/c\'></p>',
  },
  { __component: 'gazette.figure', ...figure },
  {
    __component: 'gazette.gallery',
    id: 5,
    title: 'Ngày hội',
    figures: [figure, { id: 6, image: null, caption: 'Chờ ảnh' }],
  },
  {
    __component: 'gazette.media',
    id: 7,
    kind: 'audio',
    file: { ...file, url: '/uploads/a.mp3', mime: 'audio/mpeg' },
    url: 'https://x.vn',
  },
  { __component: 'gazette.quote', id: 8, text: 'Một lời', cite: null },
  { __component: 'gazette.private', note: secret },
];

const presented: PublicSection[] = [
  {
    __component: 'gazette.text',
    body: [
      { type: 'paragraph', children: [text('Mở đầu')] },
      { type: 'image', image: { ...image, alternativeText: 'của tệp', caption: 'Trong bài' }, children: [text('')] },
    ],
  },
  {
    __component: 'gazette.html',
    html: '<p>a<img src="https://api.vn/uploads/b.jpg?a=1&amp;b=2" alt=" src=&quot;/c" /></p>',
  },
  { __component: 'gazette.figure', image, caption: 'Chợ phiên', credit: null },
  {
    __component: 'gazette.gallery',
    title: 'Ngày hội',
    figures: [
      { image, caption: 'Chợ phiên', credit: null },
      { image: null, caption: 'Chờ ảnh', credit: null },
    ],
  },
  {
    __component: 'gazette.media',
    kind: 'audio',
    url: 'https://api.vn/uploads/a.mp3',
    mime: 'audio/mpeg',
    caption: null,
    transcript: null,
  },
  { __component: 'gazette.quote', text: 'Một lời', cite: null },
];

describe('a body as the public API shows it', () => {
  test('has the public attributes of every kind of section and nothing else', () => {
    expect(presentSections(raw, context)).toEqual(presented);
    expect(JSON.stringify(presentSections(raw, context))).not.toContain(secret);
  });

  test('HTML that cannot be read is shown empty', () => {
    const html = { __component: 'gazette.html', html: '<b>'.repeat(1001) };
    expect(presentSections([html], context)).toEqual([{ __component: 'gazette.html', html: '' }]);
  });

  test.each<[string, unknown, unknown, string | null | undefined]>([
    ["the place's own alternative text wins", file, 'a', 'a'],
    ["the file's is used where it has none", file, ' ', 'của tệp'],
    ['no file, no image', null, 'a', undefined],
    ['a document is no image', { ...file, mime: 'application/pdf' }, 'a', undefined],
    ['an unsafe address is no image', { ...file, url: 'javascript:x' }, 'a', undefined],
  ])('%s', (_, given, alternativeText, expected) => {
    expect(presentImage(given, alternativeText, context)?.alternativeText).toBe(expected);
  });
});

describe('a body as HTML', () => {
  const html = (section: PublicSection) => sectionsToHtml([section]);
  const media = {
    kind: 'video',
    url: 'https://a.vn/b.mp4',
    mime: null,
    caption: 'Phim',
    transcript: 'Một\n\nHai',
  } as const;

  test('a figure has everything a browser needs', () => {
    expect(html({ __component: 'gazette.figure', image, caption: 'A < B', credit: 'Ảnh: C' })).toBe(
      '<figure><img src="https://api.vn/uploads/a.jpg" srcset="https://cdn.vn/t.jpg 156w, https://api.vn/uploads/s.jpg 500w, ' +
        'https://api.vn/uploads/a.jpg 1200w" alt="của ảnh" width="1200" height="800" loading="lazy">' +
        '<figcaption>A &lt; B <small>Ảnh: C</small></figcaption></figure>',
    );
    expect(html({ __component: 'gazette.figure', image: null, caption: null, credit: null })).toBe('');
  });

  test('rich text', () => {
    const item = (value: string) => ({ type: 'list-item' as const, children: [text(value)] });
    const body: PublicSection = {
      __component: 'gazette.text',
      body: [
        { type: 'heading', level: 1, children: [text('A')] },
        { type: 'paragraph', children: [{ ...text('b\n<'), bold: true, italic: true }, text(' c')] },
        {
          type: 'list',
          format: 'ordered',
          children: [item('d'), { type: 'list', format: 'unordered', children: [item('e')] }, item('f')],
        },
        { type: 'quote', children: [{ type: 'link', url: '/g', target: '_blank', children: [text('g')] }] },
        { type: 'code', children: [text('<h>\n')] },
      ],
    };
    expect(html(body).split('\n')).toEqual([
      '<h2>A</h2>',
      '<p><strong><em>b<br>&lt;</em></strong> c</p>',
      '<ol><li>d<ul><li>e</li></ul></li><li>f</li></ol>',
      '<blockquote><p><a href="/g" target="_blank" rel="noopener noreferrer">g</a></p></blockquote>',
      '<pre><code>&lt;h&gt;',
      '</code></pre>',
    ]);
  });

  test('a quotation and a video with its transcript', () => {
    expect(html({ __component: 'gazette.quote', text: 'a\nb\n\nc', cite: 'D' })).toBe(
      '<figure><blockquote><p>a<br>b</p><p>c</p></blockquote><figcaption><cite>D</cite></figcaption></figure>',
    );
    expect(html({ __component: 'gazette.media', ...media })).toBe(
      '<figure><video src="https://a.vn/b.mp4" controls preload="metadata"></video><figcaption>Phim</figcaption></figure>' +
        '<details><summary>Lời thoại</summary><p>Một</p><p>Hai</p></details>',
    );
  });

  test('a medium that is a page elsewhere is a link', () => {
    const page = { ...media, url: 'https://video.vn/xem?v=1', transcript: null };
    expect(html({ __component: 'gazette.media', ...page })).toContain('<a href="https://video.vn/xem?v=1">');
  });

  test('a srcset address with a comma or space cannot part candidates', () => {
    const odd = { ...image, formats: [{ name: 'a', url: '/a, /b.jpg', width: 10, height: 10 }], width: null };
    expect(html({ __component: 'gazette.figure', image: odd, caption: null, credit: null })).toContain(
      'srcset="/a%2C%20/b.jpg 10w"',
    );
  });

  const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string());
  const hostileImage = fc.record({
    url: hostile,
    width: fc.constantFrom(null, 10),
    height: fc.constantFrom(null, 10),
    mime: hostile,
    alternativeText: hostile,
    caption: hostile,
    formats: fc.array(fc.record({ name: hostile, url: hostile, width: fc.constant(5), height: fc.constant(5) }), {
      maxLength: 2,
    }),
  });
  const hostileSections = fc
    .record({
      a: hostile,
      b: hostile,
      c: hostile,
      d: hostile,
      image: hostileImage,
      kind: fc.constantFrom('video', 'audio'),
    })
    .map(({ a, b, c, d, image: picture, kind }): PublicSection[] => [
      { __component: 'gazette.figure', image: picture, caption: a, credit: b },
      { __component: 'gazette.gallery', title: c, figures: [{ image: picture, caption: d, credit: a }] },
      {
        __component: 'gazette.media',
        kind: kind === 'audio' ? 'audio' : 'video',
        url: a,
        mime: b,
        caption: c,
        transcript: d,
      },
      { __component: 'gazette.quote', text: a, cite: b },
      { __component: 'gazette.html', html: c + d },
      {
        __component: 'gazette.text',
        body: [
          {
            type: 'paragraph',
            children: [
              { type: 'link', url: a, children: [text(b)] },
              { ...text(c), code: true },
            ],
          },
          { type: 'code', language: a, children: [text(d)] },
          { type: 'image', image: picture, children: [text('')] },
        ],
      },
    ]);

  test('hostile text in any attribute makes no tag, attribute or address', () => {
    fc.assert(
      fc.property(hostileSections, (sections) => {
        expect(dangersIn(sectionsToHtml(sections))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a body as plain text', () => {
  test('holds paragraphs, captions and quotations, parted by blank lines', () => {
    expect(sectionsToText(presented)).toBe(
      ['Mở đầu', 'Trong bài', 'a', 'Chợ phiên', 'Ngày hội', 'Chợ phiên', 'Chờ ảnh', 'Một lời'].join('\n\n'),
    );
  });

  test.each([
    ['<p>a&nbsp;&amp;&nbsp;b</p>\n<p> c <b>d</b>e </p>', 'a & b\n\nc de'],
    ['&amp;lt; &lt;p&gt; &quot;', '&lt; <p> "'],
    ['<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>d', 'a\nb\nc\n\nd'],
    ['<p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul>', 'a\n\nb\nc'],
    ['<table><tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td><td>d</td></tr></table>', 'a\tb\nc\td'],
    [
      '<table><tr><td><p>a</p><p>b<br>c</p></td><td><table><tr><td>d</td></tr></table></td></tr></table>e',
      'a b c\td\n\ne',
    ],
    ['a<br>b<script>c</script>', 'a\nb'],
    ['<pre>a\n b</pre>', 'a\nb'],
  ])('%s reads %p', (html, expected) => {
    expect(sectionsToText([{ __component: 'gazette.html', html }])).toBe(expected);
  });

  test('text outside of HTML sections is taken as it is', () => {
    const quote = { __component: 'gazette.quote', text: ' 1 < 2 &amp; <b>\r\n\r\n\r\nx ', cite: 'A' } as const;
    expect(sectionsToText([quote])).toBe('1 < 2 &amp; <b>\n\nx\n\nA');
  });

  test.each([
    ['', 0],
    [' – … ', 0],
    ['một', 1],
    ['chữ '.repeat(230), 1],
    ['chữ '.repeat(231), 2],
  ])('reading minutes of %p', (given, minutes) => {
    expect(readingMinutes(given)).toBe(minutes);
  });
});
