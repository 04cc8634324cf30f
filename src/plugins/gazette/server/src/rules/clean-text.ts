import type { Core } from '@strapi/strapi';
import { RuleError } from '../errors';
import { cleanSections, SectionError } from '../sections';
import { toNfc } from '../text';
import { isRecord, type AttributeSchema, type Data } from './model';
import { mapAttributes, type Path } from './walk';

/** What no database and no JSON can carry: NUL, and halves of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const unstorable = (path: Path) =>
  new RuleError(path, {
    vi: 'Văn bản có ký tự không lưu được (ký tự rỗng hoặc mã hỏng); hãy xoá rồi gõ lại chỗ đó.',
    en: 'The text holds a character that cannot be stored (NUL or a broken code unit); delete and retype it.',
  });

/** @throws RuleError also for the name of a member: a JSON attribute stores names as it stores texts */
const refuseUnstorable = (value: unknown, path: Path): void => {
  if (typeof value === 'string' && UNSTORABLE.test(value)) throw unstorable(path);
  if (Array.isArray(value)) value.forEach((inner, index) => refuseUnstorable(inner, [...path, index]));
  else if (isRecord(value)) {
    Object.entries(value).forEach(([key, inner]) => {
      if (UNSTORABLE.test(key)) throw unstorable([...path, key.replace(/[\0\p{Surrogate}]/gu, '\u{fffd}')]);
      refuseUnstorable(inner, [...path, key]);
    });
  }
};

/** Headline texts: their outer white space means nothing, and they are one line even where the column is a long text. */
const HEADLINES: ReadonlySet<string> = new Set([
  ...['title', 'name', 'shortName', 'kicker', 'byline', 'symbol', 'slug', 'code', 'label', 'url'],
]);

const LINE_TYPES: ReadonlySet<string> = new Set(['string', 'uid', 'email']);

const asOneLine = (text: string): string => text.replace(/\s*[\p{Cc}\u2028\u2029]+\s*/gu, ' ');

/** Tabs and line ends stay; Word's vertical tab and its like become the space that they look like. */
const asLines = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]/gu, ' ');

const cleanValue = (name: string, { type }: AttributeSchema, value: unknown): unknown => {
  if (typeof value !== 'string') return undefined;
  if (HEADLINES.has(name)) return asOneLine(value).trim();
  if (LINE_TYPES.has(type)) return asOneLine(value);
  // HTML has an allow-list of its own.
  return type === 'text' && name !== 'html' ? asLines(value) : undefined;
};

/**
 * Text as it is stored, whichever way it came in: NFC, one-line texts on one line, headline texts trimmed, bodies sanitised.
 * @throws RuleError naming the field
 */
export const cleanText = (strapi: Core.Strapi, uid: string, data: Data): Data => {
  refuseUnstorable(data, []);
  const clean = mapAttributes(strapi, uid, toNfc(data), {
    attribute: ({ name, attribute, value }) => cleanValue(name, attribute, value),
  });
  if (Array.isArray(clean.body)) {
    try {
      clean.body = cleanSections(clean.body);
    } catch (error) {
      if (error instanceof SectionError)
        throw new RuleError(['body', ...error.path.split('.').filter(Boolean)], error.messages);
      throw error;
    }
  }
  return clean;
};
