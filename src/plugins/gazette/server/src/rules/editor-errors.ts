import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { EditorError, RuleError, toValidationError, type FieldError, type Language } from '../errors';
import { editorLanguage } from './language';
import { isRecord } from './model';
import { inVietnamese } from './strapi-messages';

const isFieldError = (value: unknown): value is FieldError =>
  isRecord(value) && Array.isArray(value.path) && typeof value.message === 'string';

/** The fields that an error of Strapi's validation names: a list of them, or the one unknown key. */
const fieldsOf = ({ message, details }: errors.ValidationError): FieldError[] => {
  const { errors: listed, key, path } = isRecord(details) ? details : {};
  if (Array.isArray(listed)) return listed.filter(isFieldError);
  if (typeof key !== 'string') return [];
  const parts = typeof path === 'string' ? path.split('.') : [];
  return [{ path: parts.at(-1) === key ? parts : [...parts, key], message, name: 'ValidationError' }];
};

/** Strapi speaks English, and names a field for a program; what it says of a field stays with that field. */
const translate = (error: errors.ValidationError, language: Language): EditorError => {
  const say = (message: string) => (language === 'vi' ? inVietnamese(message) : message);
  const fields = fieldsOf(error).map((field) => ({ ...field, message: say(field.message) }));
  const summary = fields
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join(' ');
  const details: unknown = error.details;
  return new EditorError(language === 'vi' && summary !== '' ? summary : say(error.message), {
    ...(isRecord(details) ? details : {}),
    ...(fields.length > 0 ? { errors: fields } : {}),
  });
};

/** An error as an editor is told of it, once; what is no fault of the editor's stays as it is. */
export const told = (strapi: Core.Strapi, error: unknown): unknown => {
  if (error instanceof RuleError) return toValidationError(error, editorLanguage(strapi));
  if (error instanceof errors.ValidationError && !(error instanceof EditorError)) {
    return translate(error, editorLanguage(strapi));
  }
  return error;
};

/** Runs `work`; what it refuses is told in the editor's language, with the field that it is about. */
export const inEditorLanguage = async <Result>(strapi: Core.Strapi, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw told(strapi, error);
  }
};
