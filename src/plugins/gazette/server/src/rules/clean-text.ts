import { RuleError } from '../errors';
import { cleanSections, SectionError } from '../sections';
import { toNfc } from '../text';
import { isRecord, type Data } from './model';

/** What no database and no JSON can carry: NUL, and halves of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const refuseUnstorable = (value: unknown, path: (string | number)[]): void => {
  if (typeof value === 'string' && UNSTORABLE.test(value)) {
    throw new RuleError(path, {
      vi: 'Văn bản có ký tự không lưu được (ký tự rỗng hoặc mã hỏng); hãy xoá rồi gõ lại chỗ đó.',
      en: 'The text holds a character that cannot be stored (NUL or a broken code unit); delete and retype it.',
    });
  }
  if (Array.isArray(value)) value.forEach((inner, index) => refuseUnstorable(inner, [...path, index]));
  else if (isRecord(value)) Object.entries(value).forEach(([key, inner]) => refuseUnstorable(inner, [...path, key]));
};

/** One-line texts whose outer white space means nothing. */
const TRIMMED = ['title', 'name', 'shortName', 'kicker', 'byline', 'symbol', 'slug', 'code'];

/**
 * Text as it is stored, whichever way it came in: NFC, headline texts trimmed, bodies sanitised.
 * @throws RuleError naming the field
 */
export const cleanText = (data: Data): Data => {
  refuseUnstorable(data, []);
  const clean: Data = toNfc(data);
  for (const name of TRIMMED) {
    const value = clean[name];
    if (typeof value === 'string') clean[name] = value.trim();
  }
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
