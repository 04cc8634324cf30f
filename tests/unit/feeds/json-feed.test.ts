import fc from 'fast-check';
import type { FeedPage } from '../../../src/plugins/feeds/server/src/formats/feed-page';
import { renderJsonFeed } from '../../../src/plugins/feeds/server/src/formats/json-feed';
import { readJsonFeed } from '../../support/json-feed-rules';
import { anyAddress, anyItems, entry, page, type Item } from './feed-fixtures';

const read = (page: FeedPage) => readJsonFeed<ReturnType<typeof JSON.parse>>(renderJsonFeed(page));

test('a full item shows everything that JSON Feed has a member for', () => {
  expect(read(page()).items).toEqual([
    {
      id: 'https://api.example.vn/api/news/abc?locale=vi',
      url: 'https://www.example.vn/news/abc',
      title: 'Huyện khai trương trạm y tế mới',
      content_html: '<p>Trạm y tế mới phục vụ <strong>năm</strong> xã.</p>',
      content_text: 'Trạm y tế mới phục vụ năm xã.',
      summary: 'Trạm phục vụ năm xã phía bắc.',
      image: 'https://api.example.vn/uploads/tram.jpg',
      date_published: '2024-03-05T01:30:00.000Z',
      date_modified: '2024-03-06T02:00:00.000Z',
      authors: [{ name: 'Đỗ Thị Ánh', url: 'https://www.example.vn/tac-gia/do-thi-anh' }],
      tags: ['y tế', 'hạ tầng'],
      language: 'vi',
      attachments: [
        {
          url: 'https://api.example.vn/uploads/a.pdf',
          mime_type: 'application/pdf',
          title: 'Bản đồ',
          size_in_bytes: 2048,
        },
      ],
      _example: { version: 3, rating: { count: 0, sum: 0, average: null } },
    },
  ]);
});

test('a feed says its title, its home page, its own address, the next page and its language', () => {
  const { items, ...feed } = read(
    page({
      description: 'Tin trong ngày.',
      nextUrl: 'https://api.example.vn/api/feeds/news.json?pagination%5Bcursor%5D=x',
    }),
  );
  expect(items).toHaveLength(1);
  expect(feed).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Tin của huyện',
    description: 'Tin trong ngày.',
    home_page_url: 'https://www.example.vn/',
    feed_url: 'https://api.example.vn/api/feeds/news.json',
    next_url: 'https://api.example.vn/api/feeds/news.json?pagination%5Bcursor%5D=x',
    language: 'vi',
  });
});

test('the last page has no next_url, and a feed without a description no description', () => {
  const feed = read(page());
  expect(feed).not.toHaveProperty('next_url');
  expect(feed).not.toHaveProperty('description');
});

test('a feed without items keeps an empty list of them', () => {
  expect(read(page({ entries: [] })).items).toEqual([]);
});

test.each<[string, FeedPage['content'], Partial<Item>, { html?: string; text: string }]>([
  ['a summary feed shows the summary as text', 'summary', {}, { text: 'Trạm phục vụ năm xã phía bắc.' }],
  [
    'a summary feed shows the title without one',
    'summary',
    { summary: null },
    { text: 'Huyện khai trương trạm y tế mới' },
  ],
  [
    'a full feed shows the summary of an item without text',
    'full',
    { contentHtml: '', contentText: '' },
    { text: 'Trạm phục vụ năm xã phía bắc.' },
  ],
  [
    'a full feed keeps HTML that has no text, a single image for example',
    'full',
    { contentHtml: '<img src="https://api.example.vn/uploads/b.jpg" alt="">', contentText: '', summary: null },
    { html: '<img src="https://api.example.vn/uploads/b.jpg" alt="">', text: 'Huyện khai trương trạm y tế mới' },
  ],
])('%s', (_title, content, changes, expected) => {
  const [found] = read(page({ content, entries: [entry(changes)] })).items;
  expect({ html: found.content_html, text: found.content_text }).toEqual({ html: undefined, ...expected });
});

test('members without a value are left out', () => {
  const empty = {
    summary: null,
    image: null,
    datePublished: null,
    dateModified: null,
    authors: [],
    tags: [],
    attachments: [],
  };
  const [found] = read(page({ entries: [entry(empty)] })).items;
  expect(Object.keys(found)).toEqual(['id', 'url', 'title', 'content_html', 'content_text', 'language', '_example']);
});

test('what would make the feed invalid is left out: a date that is none, an address that is not absolute, a person without a name', () => {
  const [found] = read(
    page({
      entries: [
        entry({
          datePublished: 'hôm qua',
          image: '/uploads/tram.jpg',
          authors: [{ name: '' }, { name: 'Lê Văn Đức', url: 'facebook', avatar: '' }],
          tags: ['', 'y tế', 'y tế'],
          attachments: [{ url: 'a.pdf', mimeType: 'application/pdf' }],
        }),
      ],
    }),
  ).items;
  expect(found).not.toHaveProperty('date_published');
  expect(found).not.toHaveProperty('image');
  expect(found).not.toHaveProperty('attachments');
  expect(found.authors).toEqual([{ name: 'Lê Văn Đức' }]);
  expect(found.tags).toEqual(['y tế']);
});

test('an address with Vietnamese letters is encoded', () => {
  const [found] = read(page({ entries: [entry({ image: 'https://api.example.vn/uploads/trạm y tế.jpg' })] })).items;
  expect(found.image).toBe('https://api.example.vn/uploads/tr%E1%BA%A1m%20y%20t%E1%BA%BF.jpg');
});

test.each(
  Array.from({ length: 12 }, (_, month) => [month + 1, new Date(Date.UTC(2024, month + 1, 0, 17, 30)).toISOString()]),
)('a time on the last day of month %i is written in RFC 3339', (_month, instant) => {
  const [found] = read(page({ entries: [entry({ datePublished: `${instant}` })] })).items;
  expect(found.date_published).toBe(instant);
});

test.each([
  ['a day', '2023-09-01', '2023-09-01T00:00:00.000Z'],
  ['a time with the offset of Vietnam', '2023-09-01T00:14:00+07:00', '2023-08-31T17:14:00.000Z'],
])('%s is written as an instant in UTC', (_title, given, expected) => {
  const [found] = read(page({ entries: [entry({ datePublished: given })] })).items;
  expect(found.date_published).toBe(expected);
});

test.each(['99999', '+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', ''])(
  'the date "%s" is left out: RFC 3339 has no such one',
  (given) => {
    expect(read(page({ entries: [entry({ datePublished: given })] })).items[0]).not.toHaveProperty('date_published');
  },
);

test('whatever texts, dates and addresses an item holds, its feed is valid', () => {
  fc.assert(
    fc.property(
      fc.array(anyItems, { maxLength: 5 }),
      fc.constantFrom('full' as const, 'summary' as const),
      anyAddress,
      (all, content, home) => {
        const entries = all.map((one, index) => entry(one, String(index)));
        expect(read(page({ content, entries, homePageUrl: home })).items).toHaveLength(all.length);
      },
    ),
  );
});

test('a hub is named where there is one', () => {
  expect(read(page({ hubUrl: 'https://hub.example.vn/' })).hubs).toEqual([
    { type: 'WebSub', url: 'https://hub.example.vn/' },
  ]);
  expect(read(page())).not.toHaveProperty('hubs');
});
