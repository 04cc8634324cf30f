import { SectionError, cleanBlocks, cleanSections } from '../../../src/plugins/gazette/server/src/sections';

const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
const image = { url: '/uploads/a.jpg', name: 'a.jpg', hash: 'a_1', provider: 'local', width: 4, height: 3 };

const errorOf = (work: () => unknown): SectionError => {
  try {
    work();
  } catch (error) {
    if (error instanceof SectionError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('rich text is kept', () => {
  test.each([
    ['a paragraph with marks', [paragraph({ type: 'text', text: 'a', bold: true, italic: true, code: true })]],
    ['headings', [1, 2, 3, 4, 5, 6].map((level) => ({ type: 'heading', level, children: [text('a')] }))],
    ['a link', [paragraph({ type: 'link', url: 'https://a.vn', target: '_blank', children: [text('a')] }, text('b'))]],
    ['a quotation', [{ type: 'quote', children: [text('a')] }]],
    ['code', [{ type: 'code', language: 'html', children: [text('<p>\n</p>')] }]],
    ['an image', [{ type: 'image', image, children: [text('')] }]],
    [
      'a nested list',
      [
        {
          type: 'list',
          format: 'ordered',
          children: [
            { type: 'list-item', children: [text('a')] },
            {
              type: 'list',
              format: 'unordered',
              indentLevel: 1,
              children: [{ type: 'list-item', children: [text('b')] }],
            },
          ],
        },
      ],
    ],
  ])('%s', (_, blocks) => {
    expect(cleanBlocks(blocks)).toEqual(blocks);
  });
});

describe('what is not safe goes', () => {
  test('a link with an unsafe address; its text stays', () => {
    const link = { type: 'link', url: 'javascript:alert(1)', children: [text('a')] };
    expect(cleanBlocks([paragraph(link)])).toEqual([paragraph(text('a'))]);
    expect(cleanBlocks([paragraph({ ...link, children: [] })])).toEqual([paragraph(text(''))]);
  });

  test('an image with an unsafe address', () => {
    const unsafe = { type: 'image', image: { ...image, url: 'data:image/svg+xml,x' }, children: [text('')] };
    expect(cleanBlocks([unsafe, paragraph(text('a'))])).toEqual([paragraph(text('a'))]);
  });

  test('unknown members, other targets and control characters', () => {
    const link = { type: 'link', url: '/a', target: 'x', rel: 'opener nofollow', onclick: 'x', children: [text('a')] };
    expect(cleanBlocks([{ ...paragraph(link, { ...text('b\u0000'), html: '<b>' }), style: 'x' }])).toEqual([
      paragraph({ type: 'link', url: '/a', rel: 'nofollow', children: [text('a')] }, text('b')),
    ]);
  });

  test('a list inside an item moves beside it', () => {
    const inner = { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('b')] }] };
    const outer = { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('a'), inner] }] };
    const [list] = cleanBlocks([outer]);
    expect(list?.children).toEqual([{ type: 'list-item', children: [text('a')] }, inner]);
  });
});

describe('what is no rich text is refused with its place', () => {
  const deep = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>(
      (inner) => ({ type: 'list', format: 'ordered', children: [inner] }),
      {
        type: 'list-item',
        children: [],
      },
    );

  test.each<[string, unknown, string]>([
    ['a text', 'abc', ''],
    ['null', null, ''],
    ['a number in the list', [1], '0'],
    ['an unknown block', [paragraph(text('a')), { type: 'script', children: [] }], '1.type'],
    ['a heading of level 7', [{ type: 'heading', level: 7, children: [text('a')] }], '0.level'],
    ['a list without format', [{ type: 'list', children: [] }], '0.format'],
    ['no children', [{ type: 'paragraph' }], '0.children'],
    ['a text that is a number', [paragraph({ type: 'text', text: 1 })], '0.children.0.text'],
    [
      'a link in a link',
      [paragraph({ type: 'link', url: '/', children: [{ type: 'link' }] })],
      '0.children.0.children.0.type',
    ],
    ['a link without address', [paragraph({ type: 'link', children: [] })], '0.children.0.url'],
    ['an image without file', [{ type: 'image', children: [] }], '0.image'],
  ])('%s', (_, blocks, path) => {
    const error = errorOf(() => cleanBlocks(blocks));
    expect(error.path).toBe(path);
    expect(error.messages.vi).not.toBe('');
    expect(error.message).toContain(error.messages.en);
  });

  test('lists nested without end', () => {
    expect(cleanBlocks([deep(30)])).toHaveLength(1);
    expect(errorOf(() => cleanBlocks([deep(20_000)])).messages.en).toContain('30');
  });
});

describe('a body is cleaned section by section', () => {
  test('what the software does not know stays as it was sent', () => {
    const sections = [
      { __component: 'gazette.text', id: 7, body: [paragraph(text('a'))], extra: { a: 1 } },
      { __component: 'gazette.html', id: 8 },
      { __component: 'gazette.html', html: null },
      { __component: 'gazette.figure', image: { connect: [{ id: 3 }] }, caption: '<b>' },
      { __component: 'gazette.gallery', figures: [{ id: 1, image: 5 }] },
      { __component: 'gazette.media', kind: 'video', file: 9, url: '' },
      { __component: 'other.part', html: '<script>' },
    ];
    expect(cleanSections(sections)).toEqual(sections);
  });

  test('HTML and rich text are cleaned', () => {
    const link = { type: 'link', url: 'vbscript:x', children: [text('a')] };
    expect(
      cleanSections([
        { __component: 'gazette.html', html: '<p onclick=x>a' },
        { __component: 'gazette.text', body: [paragraph(link)] },
      ]),
    ).toEqual([
      { __component: 'gazette.html', html: '<p>a</p>' },
      { __component: 'gazette.text', body: [paragraph(text('a'))] },
    ]);
  });

  test.each<[string, unknown, string]>([
    ['a section that is a text', 'a', '1'],
    ['HTML that is an object', { __component: 'gazette.html', html: {} }, '1.html'],
    ['HTML without end', { __component: 'gazette.html', html: '<b>'.repeat(1001) }, '1.html'],
    ['a medium at javascript:', { __component: 'gazette.media', url: 'javascript:x' }, '1.url'],
    ['a wrong block', { __component: 'gazette.text', body: [{ type: 'x' }] }, '1.body.0.type'],
  ])('%s is refused', (_, section, path) => {
    expect(errorOf(() => cleanSections([{ __component: 'gazette.quote' }, section])).path).toBe(path);
  });
});
