import { toNfc } from '../../../src/plugins/gazette/server/src/text';

const nfd = (text: string) => text.normalize('NFD');

describe('text is stored in NFC', () => {
  test('at any depth, without changing the value given', () => {
    const given = { title: nfd('Đường Hoà'), tags: [nfd('xã'), { name: nfd('phường') }], count: 3, none: null };
    expect(toNfc(given)).toEqual({ title: 'Đường Hoà', tags: ['xã', { name: 'phường' }], count: 3, none: null });
    expect(given.title).toBe(nfd('Đường Hoà'));
  });

  test('dates, buffers and objects of classes are left alone', () => {
    class Upload {
      name = nfd('ảnh');
    }
    const given = { at: new Date(0), bytes: Buffer.from('a'), upload: new Upload() };
    const result = toNfc(given);
    expect(result.at).toBe(given.at);
    expect(result.bytes).toBe(given.bytes);
    expect(result.upload).toBe(given.upload);
  });

  test('a member named __proto__ stays a member', () => {
    const result: unknown = toNfc(JSON.parse('{"__proto__": {"admin": true}}'));
    expect(Object.keys(Object(result))).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });

  test.each([
    ['\u00d0ảng bộ huyện', 'Đảng bộ huyện'],
    ['hội \u00f0ồng', 'hội đồng'],
    ['Q\u00d0-UBND, H\u00d0ND, N\u00d0-CP, L\u00d0TBXH', 'QĐ-UBND, HĐND, NĐ-CP, LĐTBXH'],
    ['Gar\u00f0abær', 'Gar\u00f0abær'],
    ['\u00d0 = 2', '\u00d0 = 2'],
  ])('the eth in %p gives %p', (given, expected) => {
    expect(toNfc(given)).toBe(expected);
  });
});
