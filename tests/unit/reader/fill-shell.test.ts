import { fillShell, type PageHead } from '../../../src/reader/fill-shell';

const head: PageHead = {
  locale: 'vi',
  languages: { default: 'vi', all: ['vi', 'en'] },
  prefix: '',
  title: 'Tin',
  siteName: 'Cổng',
  tagline: '',
  description: null,
  canonical: null,
  alternates: [],
  image: null,
  isIndexed: true,
  jsonLd: null,
  origins: ['https://example.vn'],
  answers: new Map(),
};

describe('the frame of a page', () => {
  it('escapes every text, and no text is taken for a place to fill', () => {
    const filled = fillShell('<title>{{title}}</title><b>{{site}}</b>{{head}}', {
      ...head,
      title: `"><script>alert('1')</script>`,
      siteName: '{{head}} $& $1',
      description: '"><img src=x onerror=alert(1)>',
    });
    expect(filled).toContain('<title>&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</title>');
    expect(filled).toContain('<b>{{head}} $&amp; $1</b>');
    expect(filled).not.toContain('<img');
  });

  it('keeps JSON within its element, whatever it says', () => {
    const text = '</script><!--<script>';
    const filled = fillShell('{{head}}', { ...head, jsonLd: { text }, answers: new Map([['/a?b="c"', { text }]]) });
    expect(filled.match(/<\/script>/g)).toHaveLength(2);
    expect(filled).not.toContain('<!--');
    const [, json = ''] = /data-answer="\/a\?b=&quot;c&quot;">(.*)<\/script>/.exec(filled) ?? [];
    expect(JSON.parse(json)).toEqual({ text });
  });

  it('speaks Vietnamese, and English to everyone else', () => {
    expect(fillShell('{{news}}', head)).toBe('Tin tức');
    expect(fillShell('{{news}}', { ...head, locale: 'fr' })).toBe('News');
  });
});
