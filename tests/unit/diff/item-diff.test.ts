import { changedFields, diffItems } from '../../../src/plugins/delivery/server/src/diff';

const item = {
  documentId: 'abc',
  title: 'Lịch tiếp dân',
  issuedOn: '2024-01-01',
  summary: null,
  bodyHtml: '<p>Thứ <strong>năm</strong> hằng tuần &amp; ngày lễ.</p>',
  topics: [
    { slug: 'a', name: 'A' },
    { slug: 'b', name: 'B' },
  ],
  seo: { metaTitle: null, metaDescription: 'Giờ tiếp dân của xã', noIndex: false },
  version: 1,
};

test('the same item has no differences, whatever its version is called', () => {
  expect(diffItems(item, { ...item, version: 2 })).toEqual([]);
  expect(changedFields(item, { ...item, version: 2 })).toEqual([]);
});

test.each<[string, object, object[]]>([
  [
    'a text, by words',
    { title: 'Lịch trực' },
    [
      {
        field: 'title',
        kind: 'text',
        granularity: 'words',
        parts: [
          { op: 'same', text: 'Lịch ' },
          { op: 'removed', text: 'tiếp dân' },
          { op: 'added', text: 'trực' },
        ],
      },
    ],
  ],
  [
    'a text that was not there',
    { summary: 'Mới có' },
    [{ field: 'summary', kind: 'text', granularity: 'words', parts: [{ op: 'added', text: 'Mới có' }] }],
  ],
  [
    'a day, as a value',
    { issuedOn: '2024-02-01' },
    [{ field: 'issuedOn', kind: 'value', before: '2024-01-01', after: '2024-02-01' }],
  ],
  [
    'HTML, by its text',
    { bodyHtml: '<p>Thứ <em>sáu</em> hằng tuần &amp; ngày lễ.</p>' },
    [
      {
        field: 'bodyHtml',
        kind: 'html',
        granularity: 'words',
        parts: [
          { op: 'same', text: 'Thứ ' },
          { op: 'removed', text: 'năm' },
          { op: 'added', text: 'sáu' },
          { op: 'same', text: ' hằng tuần & ngày lễ.' },
        ],
      },
    ],
  ],
  [
    'HTML of which only the markup differs',
    { bodyHtml: '<p>Thứ năm hằng tuần &amp; ngày lễ.</p>' },
    [{ field: 'bodyHtml', kind: 'html', granularity: 'words', parts: [] }],
  ],
  [
    'a list, by its values',
    {
      topics: [
        { slug: 'b', name: 'B' },
        { slug: 'c', name: 'C' },
      ],
    },
    [
      {
        field: 'topics',
        kind: 'list',
        parts: [
          { op: 'removed', values: [{ slug: 'a', name: 'A' }] },
          { op: 'same', values: [{ slug: 'b', name: 'B' }] },
          { op: 'added', values: [{ slug: 'c', name: 'C' }] },
        ],
      },
    ],
  ],
  [
    'a member of an object, by its path',
    { seo: { ...item.seo, noIndex: true } },
    [{ field: 'seo.noIndex', kind: 'value', before: false, after: true }],
  ],
  ['a member that is new', { votes: { for: 3 } }, [{ field: 'votes', kind: 'value', before: null, after: { for: 3 } }]],
])('a difference is shown: %s', (_, change, expected) => {
  const after = { ...item, ...change, version: 2 };
  expect(diffItems(item, after)).toEqual(expected);
  expect(changedFields(item, after)).toEqual(Object.keys(change));
});

test('a member that is gone is null', () => {
  const { issuedOn: _issuedOn, ...after } = item;
  expect(diffItems(item, after)).toEqual([{ field: 'issuedOn', kind: 'value', before: '2024-01-01', after: null }]);
});

test('broken HTML of 100 KB takes no time', () => {
  for (const part of ['<', '<p', '<p <', '&amp', '</', '<p>']) {
    const before = process.cpuUsage();
    diffItems({ html: `<p> </p>${part.repeat(100_000 / part.length)}` }, { html: '<p>a b</p>' });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  }
});
