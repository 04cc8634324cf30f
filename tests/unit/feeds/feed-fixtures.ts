import fc from 'fast-check';
import type { FeedEntry, FeedPage } from '../../../src/plugins/feeds/server/src/formats/feed-page';

export type Item = FeedEntry['item'];

export const item = (changes: Partial<Item> = {}): Item => ({
  title: 'Huyện khai trương trạm y tế mới',
  contentHtml: '<p>Trạm y tế mới phục vụ <strong>năm</strong> xã.</p>',
  contentText: 'Trạm y tế mới phục vụ năm xã.',
  summary: 'Trạm phục vụ năm xã phía bắc.',
  image: 'https://api.example.vn/uploads/tram.jpg',
  datePublished: '2024-03-05T01:30:00.000Z',
  dateModified: '2024-03-06T02:00:00.000Z',
  authors: [{ name: 'Đỗ Thị Ánh', url: 'https://www.example.vn/tac-gia/do-thi-anh' }],
  tags: ['y tế', 'hạ tầng'],
  attachments: [
    { url: 'https://api.example.vn/uploads/a.pdf', mimeType: 'application/pdf', title: 'Bản đồ', sizeInBytes: 2048 },
  ],
  extension: {},
  ...changes,
});

export const entry = (changes: Partial<Item> = {}, id = 'abc'): FeedEntry => ({
  id: `https://api.example.vn/api/news/${id}?locale=vi`,
  url: `https://www.example.vn/news/${id}`,
  locale: 'vi',
  item: item(changes),
  updatedAt: '2024-03-07T00:00:00.000Z',
  returnedAt: null,
  extension: { version: 3, rating: { count: 0, sum: 0, average: null } },
});

export const page = (changes: Partial<FeedPage> = {}): FeedPage => ({
  title: 'Tin của huyện',
  description: null,
  homePageUrl: 'https://www.example.vn',
  publisher: 'Huyện Gò Nổi',
  feedUrl: 'https://api.example.vn/api/feeds/news.json',
  pageUrl: 'https://api.example.vn/api/feeds/news.json',
  nextUrl: null,
  alternates: {},
  hubUrl: null,
  locale: 'vi',
  content: 'full',
  extensionName: '_example',
  entries: [entry()],
  tombstones: [],
  ...changes,
});

const nullable = (texts: fc.Arbitrary<string>) => fc.option(texts);
/** Addresses, and what people take for some. */
export const anyAddress = fc.oneof(
  fc.string(),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string().map((text) => `https://www.example.vn/${text}`),
  fc.tuple(fc.constantFrom('http://', 'https://', 'mailto:', 'A:'), fc.string()).map((parts) => parts.join('')),
);
const date = fc.oneof(
  fc.string(),
  fc.integer().map(String),
  fc
    .date({ min: new Date('1945-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((one) => one.toISOString()),
);
/** Items with whatever texts, dates and addresses. */
export const anyItems: fc.Arbitrary<Item> = fc.record({
  title: fc.string({ unit: 'binary' }),
  contentHtml: fc.string({ unit: 'binary' }),
  contentText: fc.string({ unit: 'binary' }),
  summary: nullable(fc.string()),
  image: nullable(anyAddress),
  datePublished: nullable(date),
  dateModified: nullable(date),
  authors: fc.array(fc.record({ name: fc.string(), url: anyAddress, avatar: anyAddress })),
  tags: fc.array(fc.string()),
  attachments: fc.array(fc.record({ url: anyAddress, mimeType: fc.constant('application/pdf'), title: fc.string() })),
  extension: fc.constant({}),
});
