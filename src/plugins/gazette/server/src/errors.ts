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

/** One wrong field, as the admin takes it: it shows the message at the field that `path` names. */
export interface FieldError {
  path: string[];
  message: string;
  name: string;
  value?: unknown;
}

/** An answer that is in the editor's language already: 400, in Strapi's form and under its name. */
export class EditorError extends errors.ValidationError {}

/** What a rule found, as an answer to an editor. */
export const toValidationError = ({ path, messages, details }: RuleError, language: Language): EditorError => {
  const message = messages[language];
  const wrong: FieldError = { path: path.map(String), message, name: 'ValidationError' };
  return new EditorError(message, { errors: [wrong], ...details });
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

/** Refuses a save or a deletion made from something else than what is stored. Its name makes the admin keep the form. */
const refusal = (status: 409 | 412, message: string, details: object = {}) =>
  createHttpError(status, message, {
    name: 'ValidationError',
    details: { errors: [{ path: [], message, name: 'ValidationError' }], ...details },
    expose: true,
  });

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
  return refusal(status, message, stored);
};

/** The answer to a save made from a version of a language that is not there: never made, or deleted meanwhile. */
export const nothingStored = (language: Language, status: 409 | 412) =>
  refusal(
    status,
    language === 'vi'
      ? 'Ngôn ngữ này chưa có bản nào, hoặc bản đó vừa bị xoá, nên không khớp với "revision" đã gửi. Phần bạn sửa chưa được lưu.'
      : 'There is no version in this language, or it was just deleted, so the revision sent does not match. Your text was not saved.',
  );

/** The answer to a save of what was deleted while it was being saved. */
export const deletedMeanwhile = (language: Language) =>
  new errors.NotFoundError(
    language === 'vi'
      ? 'Mục này vừa bị xoá; phần bạn sửa không được lưu.'
      : 'This was just deleted; your text was not saved.',
  );
