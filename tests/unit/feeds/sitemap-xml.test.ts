import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { renderNewsSitemap } from '../../../src/plugins/feeds/server/src/sitemaps/sitemap-xml';

const titleOf = async (title: string): Promise<unknown> => {
  const xml = await renderNewsSitemap([
    {
      url: 'https://www.example.vn/tin',
      lastModified: '2024-03-05T01:30:00.000Z',
      news: { publication: 'Xã Gò Nổi', language: 'vi', publishedAt: '2024-03-05T01:30:00.000Z', title },
    },
  ]);
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(XMLValidator.validate(xml)).toBe(true);
  return new XMLParser().parse(xml).urlset.url['news:news']['news:title'];
};

describe('a news sitemap', () => {
  it.each([
    ['a line break of a word processor', 'Họp\u000bdân', 'Họpdân'],
    ['what is no character', 'Họp\uffff dân\u0001', 'Họp dân'],
    ['markup', '<b>A</b> & "B" ]]> &amp;', '<b>A</b> & "B" ]]> &amp;'],
    ['nothing that can be shown', '\u0001', 'https://www.example.vn/tin'],
  ])('is well-formed with a title of %s', async (_name, title, shown) => {
    expect(await titleOf(title)).toBe(shown);
  });
});
