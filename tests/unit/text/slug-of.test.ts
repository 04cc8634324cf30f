import fc from 'fast-check';
import { slugOf } from '../../../src/plugins/gazette/server/src/text';

describe('a slug is made from a title', () => {
  test.each([
    ['Đường Hoà', 'duong-hoa'],
    ['15/2024/QĐ-UBND', '15-2024-qd-ubnd'],
    ['15/2024/Q\u00d0-UBND', '15-2024-qd-ubnd'],
    ['Kết luận số 57-KL/TW', 'ket-luan-so-57-kl-tw'],
    ['Xã Ya Hội — năm 2023…', 'xa-ya-hoi-nam-2023'],
    ['bao_cao.quy_1.v2', 'bao-cao-quy-1-v2'],
    ['Văn hoá & du lịch: 50%', 'van-hoa-du-lich-50'],
    ['Buôn Ma Thuột – Đắk Lắk', 'buon-ma-thuot-dak-lak'],
    ['People’s Committee', 'peoples-committee'],
    ['Ｈà Nội ２０２４', 'ha-noi-2024'],
    ['Straße Ærø', 'strasse-aero'],
    ['--- "…" ---', ''],
    ['中文', ''],
    ['', ''],
  ])('%p gives %p', (text, expected) => {
    expect(slugOf(text)).toBe(expected);
    expect(slugOf(text.normalize('NFD'))).toBe(expected);
  });

  test('a long one is cut between words, a long word inside', () => {
    expect(slugOf('mot hai ba bon', 11)).toBe('mot-hai-ba');
    expect(slugOf('mot hai ba bon', 10)).toBe('mot-hai-ba');
    expect(slugOf('mot hai ba bon', 9)).toBe('mot-hai');
    expect(slugOf('a'.repeat(300))).toHaveLength(120);
  });

  test('every Latin letter gives something', () => {
    for (let code = 0x41; code < 0x2c80; code += 1) {
      const character = String.fromCodePoint(code);
      if (/\p{Script=Latin}/u.test(character) && /\p{L}/u.test(character)) expect(slugOf(character)).not.toBe('');
    }
  });

  test('whatever the text, it is made of letters, digits and single dashes, and is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 60 }), (text, maxLength) => {
        const slug = slugOf(text, maxLength);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(maxLength);
        expect(slugOf(slug, maxLength)).toBe(slug);
        expect(slugOf(text.normalize('NFD'), maxLength)).toBe(slug);
      }),
    );
  });
});
