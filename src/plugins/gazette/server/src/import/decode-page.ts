import { isUtf8 } from 'node:buffer';
import { PageFormatError } from './page-format-error';

/** The largest page accepted, in bytes (5 MB). An article page is some 10 KB; more is a mistaken file. */
export const MAX_PAGE_BYTES = 5 * 1024 * 1024;

/**
 * The text of a page file: UTF-8 (with or without BOM), or UTF-16 of either byte order when a BOM says so.
 * The BOM is not part of the text.
 * @throws PageFormatError part `encoding`: over 5 MB, or bytes that are not valid, naming the offset (from 0) of the first
 */
export function decodePage(bytes: Buffer): string {
  assertSize(bytes.length);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'UTF-16LE');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'UTF-16BE');
  if (!isUtf8(bytes)) throw invalidBytes(firstInvalidUtf8(bytes), 'UTF-8');
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/**
 * Refuses a page over the limit before any work is done on it.
 * @throws PageFormatError part `encoding`, fault `too-large`
 */
export function assertSize(byteLength: number): void {
  if (byteLength <= MAX_PAGE_BYTES) return;
  throw new PageFormatError('encoding', 'too-large', null, {
    vi: `Tệp dài ${byteLength} byte; giới hạn của một trang là ${MAX_PAGE_BYTES} byte (5 MB).`,
    en: `The file is ${byteLength} bytes long; the limit for one page is ${MAX_PAGE_BYTES} bytes (5 MB).`,
  });
}

function decodeUtf16(bytes: Buffer, encoding: 'UTF-16LE' | 'UTF-16BE'): string {
  if (bytes.length % 2 === 1) throw invalidBytes(bytes.length - 1, encoding);
  const units = encoding === 'UTF-16LE' ? bytes : Buffer.from(bytes).swap16();
  const text = units.toString('utf16le');
  // With the u flag a surrogate only matches where it has no partner.
  const lone = text.search(/\p{Cs}/u);
  if (lone >= 0) throw invalidBytes(lone * 2, encoding);
  return text.slice(1);
}

function invalidBytes(offset: number, encoding: string): PageFormatError {
  return new PageFormatError('encoding', 'invalid-bytes', null, {
    vi: `Byte ở vị trí ${offset} không phải ${encoding} hợp lệ; hãy lưu trang dưới dạng văn bản UTF-8.`,
    en: `The byte at offset ${offset} is not valid ${encoding}; save the page as UTF-8 text.`,
  });
}

/** Offset of the first sequence that is not well-formed UTF-8 (Unicode 16, table 3-7), or -1. */
function firstInvalidUtf8(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + length > bytes.length) return 0;
  // The second byte's range is narrower after these leads: overlong forms, surrogates, beyond U+10FFFF.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (bytes[at + 1] < lowest || bytes[at + 1] > highest) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if ((bytes[next] & 0xc0) !== 0x80) return 0;
  }
  return length;
}
