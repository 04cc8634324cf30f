import type { Core } from '@strapi/strapi';
import { RuleError } from '../errors';
import { safeLinkAddress } from '../sections';
import { parseSymbol } from '../symbols';
import { checkDate } from './dates';
import type { Data } from './model';
import { mapAttributes, type Path, type Visit } from './walk';
import { checkZone } from './zones';

/** Years in which something can have been released; beyond four digits, dates no longer sort as text. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

const checkRelease = (releasedAt: unknown): void => {
  if (releasedAt === undefined || releasedAt === null) return;
  const time = releasedAt instanceof Date ? releasedAt.getTime() : Date.parse(String(releasedAt));
  const year = new Date(time).getUTCFullYear();
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return;
  throw new RuleError(['releasedAt'], {
    vi: `Thời điểm xuất bản phải là một ngày giờ từ năm ${FIRST_YEAR} đến năm ${LAST_YEAR}.`,
    en: `The time of release must be a date and time of the years ${FIRST_YEAR} to ${LAST_YEAR}.`,
  });
};

const checkRevision = (revision: unknown): void => {
  if (revision === undefined || revision === null || (Number.isInteger(revision) && Number(revision) >= 0)) return;
  throw new RuleError(['revision'], {
    vi: '"revision" phải là một số nguyên không âm, đúng như đã nhận được.',
    en: '"revision" must be a whole number, as it was read.',
  });
};

/** What PostgreSQL's integers hold; SQLite would take more, and a list could not sort it. */
const LARGEST = 2 ** 31 - 1;

/** @throws RuleError for a whole number that the database would refuse without telling which field it stands in */
const checkInteger = (path: Path, type: string, value: unknown): void => {
  if (type !== 'integer' || !(Math.abs(Number(value)) > LARGEST)) return;
  throw new RuleError(path, {
    vi: `Số này phải từ -${LARGEST} đến ${LARGEST}.`,
    en: `This number must be from -${LARGEST} to ${LARGEST}.`,
  });
};

/** The address of a link as it is stored: without control characters, `//host` with its scheme. */
const checkedAddress = (path: Path, value: unknown): unknown => {
  if (typeof value !== 'string' || value === '') return undefined;
  const address = safeLinkAddress(value);
  if (address !== null) return address;
  throw new RuleError(path, {
    vi: 'Địa chỉ phải bắt đầu bằng http:// hoặc https:// (hoặc mailto:, tel:), hay là một đường dẫn trên trang này (/...).',
    en: 'The address must begin with http:// or https:// (or mailto:, tel:), or be a path on this site (/...).',
  });
};

/** A JSON attribute may come as JSON or, from the admin's editor, as its text. */
const jsonOf = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** Symbols that are never linked: one that cannot be read would never match anything. */
const checkedCitations = (value: unknown): unknown => {
  const symbols = jsonOf(value);
  if (symbols === undefined || symbols === null) return undefined;
  const wrong = Array.isArray(symbols)
    ? symbols.find((symbol) => typeof symbol !== 'string' || !parseSymbol(symbol).ok)
    : symbols;
  if (wrong === undefined) return symbols;
  throw new RuleError(['dismissedCitations'], {
    vi: `Phải là một danh sách số, ký hiệu văn bản, ví dụ ["57-KL/TW"]; không đọc được ${JSON.stringify(wrong)}.`,
    en: `This must be a list of symbols of documents, for example ["57-KL/TW"]; ${JSON.stringify(wrong)} cannot be read.`,
  });
};

const checked = ({ path, name, attribute, value }: Visit): unknown => {
  if (attribute.type === 'dynamiczone') checkZone(path, attribute, value);
  checkDate(path, attribute.type, value);
  checkInteger(path, attribute.type, value);
  if (name === 'url') return checkedAddress(path, value);
  if (name === 'dismissedCitations') return checkedCitations(value);
  // An emptied choice is the default one: nothing is public by having no classification.
  if (name === 'classification' && value === null) return 'public';
  return undefined;
};

/**
 * The data of a save with its values checked, wherever in it they stand.
 * @throws RuleError for a value that Strapi's own validation lets through, or refuses without naming the field
 */
export const checkValues = (strapi: Core.Strapi, uid: string, data: Data): Data => {
  const values = mapAttributes(strapi, uid, data, { attribute: checked });
  checkRelease(values.releasedAt);
  checkRevision(values.revision);
  return values;
};
