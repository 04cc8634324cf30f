import { pageToArticle, parseNukeVietPage } from '../../../src/plugins/gazette/server/src/import';
import { SAMPLE, samplePage } from './sample-page';

const page = parseNukeVietPage(samplePage());

test('a page becomes an article with the attributes of the content model', () => {
  const block = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });
  expect(pageToArticle(page)).toEqual({
    title: SAMPLE.title,
    lead: SAMPLE.lead,
    releasedAt: '2023-12-02T00:45:00.000Z',
    cover: { caption: SAMPLE.caption },
    body: [{ __component: 'gazette.text', body: SAMPLE.paragraphs.map(block) }],
    byline: SAMPLE.byline,
    author: { name: 'Lê Văn An', position: 'Phó Chủ tịch UBND xã' },
    source: null,
    tags: [],
    imported: {
      from: 'nukeviet',
      key: page.key,
      ratingSum: 9,
      ratingCount: 2,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
    },
  });
});

test('a page without photo has no cover, and a source becomes the component', () => {
  const draft = pageToArticle({ ...page, figureCaption: null, source: 'Báo Ấp Bắc' });
  expect(draft).toMatchObject({ cover: null, source: { name: 'Báo Ấp Bắc' } });
});

test.each([
  ['title', { title: 'Khác' }],
  ['date', { publishedAt: '2023-12-02T00:46:00.000Z' }],
  ['lead', { lead: 'Khác' }],
  ['caption', { figureCaption: null }],
  ['paragraphs', { paragraphs: [SAMPLE.paragraphs.join(' ')] }],
  ['byline', { byline: 'Khác' }],
  ['source', { source: 'Khác' }],
  ['tags', { tags: ['khác'] }],
])('the content hash changes with the %s', (_name, change) => {
  const hash = pageToArticle(page).imported.contentHash;
  expect(pageToArticle({ ...page, ...change }).imported.contentHash).not.toBe(hash);
});

test('the content hash stays when only spacing, Unicode form or rating differ', () => {
  const noisy = samplePage({ below: [`Tác giả bài viết: ${SAMPLE.byline}`] })
    .replaceAll('\n', '\r\n\r\n')
    .normalize('NFD');
  expect(pageToArticle(parseNukeVietPage(noisy)).imported.contentHash).toBe(pageToArticle(page).imported.contentHash);
});
