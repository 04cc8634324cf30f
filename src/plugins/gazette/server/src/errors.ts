import { errors } from '@strapi/utils';
import createHttpError from 'http-errors';
import type { EditorMessage } from './sections/section-error';

export type Language = keyof EditorMessage;

/** What a rule found wrong in one field; the caller knows the editor's language. */
export class RuleError extends Error {
  constructor(
    readonly path: (string | number)[],
    readonly messages: EditorMessage,
    readonly details: Record<string, unknown> = {},
  ) {
    super(`${path.join('.')}: ${messages.en}`);
    this.name = 'RuleError';
  }
}

/** The same in Strapi's form: 400, shown by the admin at the field that `path` names. */
export const toValidationError = ({ path, messages, details }: RuleError, language: Language) => {
  const message = messages[language];
  return new errors.ValidationError(message, {
    errors: [{ path: path.map(String), message, name: 'ValidationError' }],
    ...details,
  });
};

export interface StoredRevision {
  revision: number;
  savedBy: string | null;
  savedAt: string;
}

const timeInVietnam = (instant: string): string =>
  new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );

/**
 * The answer to a save of an outdated text. Its name is ValidationError because the admin resets the form, and so loses the
 * editor's text, on an error of any other name; its status is 409, and 412 where the client sent If-Match.
 */
export const conflict = (stored: StoredRevision, language: Language, status: 409 | 412) => {
  const who = stored.savedBy ?? (language === 'vi' ? 'người khác' : 'Somebody else');
  const message =
    language === 'vi'
      ? `Nội dung này vừa được ${who} lưu lúc ${timeInVietnam(stored.savedAt)}. Phần bạn sửa chưa được lưu; không có gì bị mất.`
      : `${who} saved this at ${timeInVietnam(stored.savedAt)} (Vietnam time). Your text was not saved; nothing was lost.`;
  return createHttpError(status, message, {
    name: 'ValidationError',
    details: { errors: [{ path: [], message, name: 'ValidationError' }], ...stored },
    expose: true,
  });
};
