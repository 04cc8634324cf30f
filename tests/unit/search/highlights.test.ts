import fc from 'fast-check';
import { highlight, marksOf, parseSearch, snippet } from '../../../src/plugins/delivery/server/src/search';

const marks = (q: string) => {
  const parsed = parseSearch(q, () => []);
  return parsed.ok ? marksOf(parsed.terms) : [];
};

describe('highlights', () => {
  it.each([
    ['đường', 'Con Đường làng', 'Con <mark>Đường</mark> làng'],
    ['duong', 'Con đường, con dưỡng', 'Con <mark>đường</mark>, con <mark>dưỡng</mark>'],
    // What was typed with its accents is marked alone, where it is there.
    ['đường', 'dưỡng và đường', 'dưỡng và <mark>đường</mark>'],
    ['đường', 'chỉ có dưỡng', 'chỉ có <mark>dưỡng</mark>'],
    ['đi', 'đi điện', '<mark>đi</mark> điện'],
    ['thu', 'Thung lũng', '<mark>Thung</mark> lũng'],
    ['57-kl/tw', 'Kết luận 57 - KL/TW của', 'Kết luận <mark>57 - KL/TW</mark> của'],
    ['57', '571 và 57.', '571 và <mark>57</mark>.'],
    [
      'b',
      '<b>"x" & \'b\'</b>',
      '&lt;<mark>b</mark>&gt;&quot;x&quot; &amp; &#39;<mark>b</mark>&#39;&lt;/<mark>b</mark>&gt;',
    ],
    ['xã', '', ''],
  ])('%s in %s', (q, text, html) => {
    expect(highlight(text, marks(q))).toBe(html);
  });

  it('show the part of a long text that has most of what was looked for', () => {
    const filler = 'chữ khác '.repeat(60);
    const text = `${filler}nước ${filler}nước sạch ${filler}`;
    const html = snippet(text, marks('nước sạch'));
    expect(html).toContain('<mark>nước</mark> <mark>sạch</mark>');
    expect(html.startsWith('…') && html.endsWith('…')).toBe(true);
    expect(html.replace(/<\/?mark>/g, '').length).toBeLessThan(240);
    expect(snippet(text, marks('không'))).toMatch(/^chữ khác .*…$/);
  });

  it('are the text itself, escaped, for any text and search', () => {
    const bare = (html: string) =>
      html
        .replace(/<\/?mark>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&');
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ađdâ<>&"' -]{0,80}$/));
    fc.assert(
      fc.property(texts, texts, (text, q) => {
        const nfc = text.normalize('NFC');
        const html = highlight(nfc, marks(q));
        expect(bare(html)).toBe(nfc);
        expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>"']/);
        expect(snippet(nfc, marks(q)).replace(/<\/?mark>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
  });
});
