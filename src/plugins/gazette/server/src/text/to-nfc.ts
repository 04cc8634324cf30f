import { vietnameseEth } from './vietnamese-eth';

/**
 * A value with all its texts in Unicode's NFC, at any depth of arrays and plain objects; a mistyped Ð (eth) becomes
 * the Vietnamese Đ. Keys, dates, buffers, files and other objects stay as they are; the value given is not changed.
 */
export function toNfc<T>(value: T): T;
export function toNfc(value: unknown): unknown {
  if (typeof value === 'string') return vietnameseEth(value.normalize('NFC'));
  if (Array.isArray(value)) return value.map((item: unknown) => toNfc(item));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toNfc(member)]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
