import { decodePage, MAX_PAGE_BYTES, PageFormatError } from '../../../src/plugins/gazette/server/src/import';
import fc from 'fast-check';

const TEXT = 'Đường về xã Bình Nhì 🚜';
const utf16le = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');

function failure(bytes: Buffer): PageFormatError | null {
  try {
    decodePage(bytes);
    return null;
  } catch (error) {
    if (error instanceof PageFormatError) return error;
    throw error;
  }
}

describe('bytes of a page become text', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a BOM', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 little-endian with a BOM', utf16le],
    ['UTF-16 big-endian with a BOM', Buffer.from(utf16le).swap16()],
  ])('from %s', (_name, bytes) => {
    const before = Buffer.from(bytes);
    expect(decodePage(bytes)).toBe(TEXT);
    expect(bytes.equals(before)).toBe(true);
  });
});

test.each([
  ['a lone continuation byte', [0x61, 0x80], 1],
  ['an overlong form', [0x61, 0x62, 0xc0, 0xaf], 2],
  ['an overlong three-byte form', [0xe0, 0x80, 0x80], 0],
  ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
  ['a value beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 0],
  ['a sequence cut off at the end', [0x61, 0xc3], 1],
  ['UTF-16 of odd length', [0xff, 0xfe, 0x61], 2],
  ['a lone surrogate in UTF-16', [0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8], 4],
])('%s is an error that names its byte offset', (_name, bytes, offset) => {
  const error = failure(Buffer.from(bytes));
  expect(error).toMatchObject({ part: 'encoding', fault: 'invalid-bytes' });
  expect(error?.messages.en).toContain(`offset ${offset} `);
  expect(error?.messages.vi).toContain(`vị trí ${offset} `);
});

test('bytes are refused exactly when the platform refuses them', () => {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const edgy = fc.constantFrom(
    0x61,
    0x80,
    0x8f,
    0x90,
    0x9f,
    0xa0,
    0xbf,
    0xc1,
    0xc3,
    0xe0,
    0xe1,
    0xed,
    0xf0,
    0xf4,
    0xf5,
  );
  fc.assert(
    fc.property(fc.array(edgy, { maxLength: 12 }), (values) => {
      const bytes = Buffer.from(values);
      const error = failure(bytes);
      if (error === null) {
        expect(decodePage(bytes)).toBe(strict.decode(bytes));
        return;
      }
      const offset = Number(/offset (\d+)/u.exec(error.messages.en)?.[1]);
      expect(() => strict.decode(bytes.subarray(0, offset))).not.toThrow();
      expect(() => strict.decode(bytes)).toThrow();
    }),
  );
});

test('a file of 5 MB is read and a byte more is refused, naming the limit', () => {
  expect(failure(Buffer.alloc(MAX_PAGE_BYTES, 0x61))).toBeNull();
  const error = failure(Buffer.alloc(MAX_PAGE_BYTES + 1, 0x61));
  expect(error).toMatchObject({ part: 'encoding', fault: 'too-large' });
  expect(error?.messages.en).toContain('5 MB');
});
