import fc from 'fast-check';
import Parser from 'rss-parser';
import { renderAtomFeed } from '../../../src/plugins/feeds/server/src/formats/atom-feed';
import type { FeedPage } from '../../../src/plugins/feeds/server/src/formats/feed-page';
import { renderRssFeed } from '../../../src/plugins/feeds/server/src/formats/rss-feed';
import { channelLink, linkOf, readAtom, readRss } from '../../support/feed-rules';
import { anyAddress, anyItems, entry, page, type Item } from './feed-fixtures';

const atom = (changes: Partial<FeedPage> = {}) => readAtom(renderAtomFeed(page(changes)));
const rss = (changes: Partial<FeedPage> = {}) => readRss(renderRssFeed(page(changes)));
const firstOf = <One>([first]: readonly One[]): One => {
  if (first === undefined) throw new Error('the feed is empty');
  return first;
};
const atomEntry = (changes: Partial<Item> = {}, more: Partial<FeedPage> = {}) =>
  firstOf(atom({ entries: [entry(changes)], ...more }).entry);
const rssItem = (changes: Partial<Item> = {}, more: Partial<FeedPage> = {}) =>
  firstOf(rss({ entries: [entry(changes)], ...more }).item);

const LINKS: Partial<FeedPage> = {
  feedUrl: 'https://api.example.vn/api/feeds/news.atom?locale=vi&content=full',
  pageUrl: 'https://api.example.vn/api/feeds/news.atom?locale=vi&content=full&pagination%5Bcursor%5D=a',
  nextUrl: 'https://api.example.vn/api/feeds/news.atom?locale=vi&content=full&pagination%5Bcursor%5D=b',
  hubUrl: 'https://hub.example.vn/',
};

describe('Atom', () => {
  test('an entry shows everything that Atom has an element for', () => {
    expect(atomEntry({ identifier: '57-KL/TW' })).toMatchObject({
      id: 'https://api.example.vn/api/news/abc?locale=vi',
      title: 'Huyện khai trương trạm y tế mới',
      published: '2024-03-05T01:30:00.000Z',
      updated: '2024-03-06T02:00:00.000Z',
      author: [{ name: 'Đỗ Thị Ánh', uri: 'https://www.example.vn/tac-gia/do-thi-anh' }],
      category: [{ '@term': 'y tế' }, { '@term': 'hạ tầng' }],
      summary: 'Trạm phục vụ năm xã phía bắc.',
      content: { '@type': 'html', '#text': '<p>Trạm y tế mới phục vụ <strong>năm</strong> xã.</p>' },
      link: [
        { '@rel': 'alternate', '@href': 'https://www.example.vn/news/abc', '@hreflang': 'vi' },
        {
          '@rel': 'enclosure',
          '@href': 'https://api.example.vn/uploads/a.pdf',
          '@type': 'application/pdf',
          '@length': '2048',
          '@title': 'Bản đồ',
        },
      ],
      '@xml:lang': 'vi',
      'media:thumbnail': { '@url': 'https://api.example.vn/uploads/tram.jpg' },
      'dcterms:identifier': '57-KL/TW',
    });
  });

  test('the feed names itself, its first and next page and its hub, and keeps one id on every page', () => {
    const feed = atom(LINKS);
    expect(feed.id).toBe(LINKS.feedUrl);
    expect(['self', 'first', 'next', 'hub'].map((rel) => linkOf(feed, rel))).toEqual([
      LINKS.pageUrl,
      LINKS.feedUrl,
      LINKS.nextUrl,
      LINKS.hubUrl,
    ]);
    expect(feed.author).toEqual([{ name: 'Huyện Gò Nổi', uri: 'https://www.example.vn/' }]);
    expect(['next', 'hub'].map((rel) => linkOf(atom(), rel))).toEqual([undefined, undefined]);
  });

  test('what went is told by a tombstone with the id that it had', () => {
    const feed = atom({
      tombstones: [{ id: 'https://api.example.vn/api/news/x?locale=vi&a="<', at: '2024-04-01T00:00:00.000Z' }],
    });
    expect(feed['at:deleted-entry']).toEqual([
      { '@ref': 'https://api.example.vn/api/news/x?locale=vi&a="<', '@when': '2024-04-01T00:00:00.000Z' },
    ]);
    // A removal is a change of the feed.
    expect(feed.updated).toBe('2024-04-01T00:00:00.000Z');
  });

  test('an item without any date has changed when its text was', () => {
    expect(atomEntry({ datePublished: null, dateModified: null })).toMatchObject({
      updated: '2024-03-07T00:00:00.000Z',
    });
  });

  test('a short feed has summaries and no content', () => {
    const found = atomEntry({ summary: null }, { content: 'summary' });
    expect(found).toMatchObject({ summary: 'Huyện khai trương trạm y tế mới' });
    expect(found).not.toHaveProperty('content');
  });

  test('a feed without entries is valid, and the same every time', () => {
    expect(atom({ entries: [] })).toMatchObject({ entry: [], updated: '1970-01-01T00:00:00.000Z' });
    expect(renderAtomFeed(page({ entries: [] }))).toBe(renderAtomFeed(page({ entries: [] })));
  });
});

describe('RSS', () => {
  test('an item shows everything that RSS and its namespaces have an element for', () => {
    expect(rssItem({ identifier: '57-KL/TW' })).toMatchObject({
      title: 'Huyện khai trương trạm y tế mới',
      link: ['https://www.example.vn/news/abc'],
      description: 'Trạm phục vụ năm xã phía bắc.',
      guid: { '#text': 'https://api.example.vn/api/news/abc?locale=vi', '@isPermaLink': 'false' },
      pubDate: 'Tue, 05 Mar 2024 01:30:00 GMT',
      category: ['y tế', 'hạ tầng'],
      enclosure: [{ '@url': 'https://api.example.vn/uploads/a.pdf', '@type': 'application/pdf', '@length': '2048' }],
      'content:encoded': '<p>Trạm y tế mới phục vụ <strong>năm</strong> xã.</p>',
      'dc:creator': ['Đỗ Thị Ánh'],
      'dc:language': 'vi',
      'dcterms:modified': '2024-03-06T02:00:00.000Z',
      'dcterms:identifier': '57-KL/TW',
    });
  });

  test('one file is the enclosure, the others are links', () => {
    const file = (name: string) => ({
      url: `https://api.example.vn/${name}`,
      mimeType: 'application/pdf',
      sizeInBytes: 7,
    });
    const found = rssItem({ attachments: [file('a.pdf'), file('b.pdf'), file('c.pdf')] });
    expect(found.enclosure).toHaveLength(1);
    expect(found['atom:link']?.map((one) => [one['@rel'], one['@href'], one['@length']])).toEqual([
      ['enclosure', 'https://api.example.vn/b.pdf', '7'],
      ['enclosure', 'https://api.example.vn/c.pdf', '7'],
    ]);
  });

  test('the channel names itself, its next page and its hub', () => {
    const channel = rss(LINKS);
    expect(['self', 'next', 'hub'].map((rel) => channelLink(channel, rel))).toEqual([
      LINKS.pageUrl,
      LINKS.nextUrl,
      LINKS.hubUrl,
    ]);
    expect(channel).toMatchObject({ language: 'vi', link: ['https://www.example.vn/'], description: 'Tin của huyện' });
  });

  test('a lead is shown as it was written: the description is read as HTML, the title is not', () => {
    const written = 'Giá lúa < 7.000 đ & <b>tăng</b>';
    expect(rssItem({ title: written, summary: written })).toMatchObject({
      title: written,
      description: 'Giá lúa &lt; 7.000 đ &amp; &lt;b&gt;tăng&lt;/b&gt;',
    });
  });

  test('a short feed has no whole text', () => {
    expect(rssItem({}, { content: 'summary' })).not.toHaveProperty('content:encoded');
  });
});

const LAST_DAYS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month + 1, 0, 17, 30)));

test.each(LAST_DAYS.map((day) => [day.toISOString(), day] as const))(
  '%s is written by the rules of both',
  (_text, day) => {
    const changes = { datePublished: day.toISOString(), dateModified: day.toISOString() };
    expect(atomEntry(changes)).toMatchObject({ published: day.toISOString(), updated: day.toISOString() });
    expect(rssItem(changes).pubDate).toBe(day.toUTCString());
  },
);

test.each([
  ['markup', '<b>Nước & "đường"</b>'],
  ['the end of a CDATA section', 'a ]]> b'],
  ['the beginning of one', 'a <![CDATA[ b'],
  ['entities', '&amp; &lt; &#38;'],
  ['letters beside marks, as some keyboards send them', 'Đường'.normalize('NFD')],
  ['a pair of units', 'Chúc mừng 🎉'],
])('a title with %s comes back as it was', async (_title, title) => {
  expect(atomEntry({ title }).title).toBe(title);
  expect(rssItem({ title }).title).toBe(title);
});

test('what XML cannot hold is left out', () => {
  const title = 'Tin\u0000 số\u000b 1\ud800\uffff';
  expect(atomEntry({ title }).title).toBe('Tin số 1');
  expect(rssItem({ title }).title).toBe('Tin số 1');
});

test('another parser reads the same', async () => {
  const entries = [entry({}, 'a'), entry({ title: 'Cấp nước & thoát nước' }, 'b')];
  for (const xml of [renderAtomFeed(page({ entries })), renderRssFeed(page({ entries }))]) {
    const feed = await new Parser().parseString(xml);
    expect(feed.title).toBe('Tin của huyện');
    expect(feed.items).toMatchObject([
      {
        title: 'Huyện khai trương trạm y tế mới',
        link: 'https://www.example.vn/news/a',
        isoDate: '2024-03-05T01:30:00.000Z',
      },
      { title: 'Cấp nước & thoát nước', link: 'https://www.example.vn/news/b' },
    ]);
    expect(feed.items.map(({ guid, id }) => guid ?? id)).toEqual(entries.map(({ id }) => id));
  }
});

test('whatever texts, dates and addresses an item holds, both are valid', () => {
  fc.assert(
    fc.property(
      fc.array(anyItems, { maxLength: 4 }),
      fc.constantFrom('full' as const, 'summary' as const),
      anyAddress,
      (all, content, homePageUrl) => {
        const entries = all.map((one, index) => entry(one, String(index)));
        expect(atom({ content, entries, homePageUrl }).entry).toHaveLength(all.length);
        expect(rss({ content, entries, homePageUrl }).item).toHaveLength(all.length);
      },
    ),
    { numRuns: 200 },
  );
});
