import { errors, z } from '@strapi/utils';
import { RuleError, type Language } from '../errors';

/** Largest text that relations are read from, in bytes of UTF-8. */
export const MOST_TEXT_BYTES = 1024 * 1024;

const LONGEST_SYMBOL = 255;

const members = {
  symbol: z.string().max(LONGEST_SYMBOL).nullish(),
  text: z.string(),
};
const input = z.strictObject(members);

const allowed = {
  vi: `Chỉ nhận "text" (chuỗi ký tự, bắt buộc) và "symbol" (số, ký hiệu của chính văn bản, tối đa ${LONGEST_SYMBOL} ký tự, để trống được).`,
  en: `Allowed are "text" (a string, required) and "symbol" (the document's own symbol, at most ${LONGEST_SYMBOL} characters, may be left out).`,
};

/** What relations are to be read from; the symbol is null where the document has none yet. */
export type RelationsInput = { symbol: string | null; text: string };

/** The member that is wrong, or nothing where the body as a whole is. */
function wrongMember(error: z.ZodError): string | undefined {
  const [issue] = error.issues;
  const member = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0];
  return member === undefined ? undefined : String(member);
}

/**
 * Reads the body of a request for proposals.
 * @throws RuleError for a member that is missing, unknown or no string
 * @throws PayloadTooLargeError for a text of more than MOST_TEXT_BYTES
 */
export function readRelationsInput(body: unknown, language: Language): RelationsInput {
  const parsed = input.safeParse(body ?? {});
  if (!parsed.success) {
    const member = wrongMember(parsed.error);
    const named =
      member === undefined ? { vi: 'Nội dung gửi lên', en: 'The body' } : { vi: `"${member}"`, en: `"${member}"` };
    throw new RuleError(member === undefined ? [] : [member], {
      vi: `${named.vi} không đúng. ${allowed.vi}`,
      en: `${named.en} is not right. ${allowed.en}`,
    });
  }
  const { symbol, text } = parsed.data;
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_TEXT_BYTES) {
    throw new errors.PayloadTooLargeError(
      language === 'vi'
        ? `"text" dài ${bytes} byte; tối đa ${MOST_TEXT_BYTES} byte (1 MB). Hãy gửi từng phần.`
        : `"text" has ${bytes} bytes; at most ${MOST_TEXT_BYTES} bytes (1 MB) are taken. Send it in parts.`,
    );
  }
  return { symbol: symbol === undefined || symbol === null || symbol.trim() === '' ? null : symbol, text };
}
