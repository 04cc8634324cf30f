import { RuleError } from '../errors';
import { safeLinkAddress } from '../sections';
import { isRecord, type Data } from './model';

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

const checkSource = (source: unknown): void => {
  if (!isRecord(source) || typeof source.url !== 'string' || source.url === '') return;
  if (safeLinkAddress(source.url) !== null) return;
  throw new RuleError(['source', 'url'], {
    vi: 'Địa chỉ nguồn phải bắt đầu bằng http:// hoặc https://.',
    en: 'The address of the source must begin with http:// or https://.',
  });
};

/** @throws RuleError for a value that Strapi's own validation lets through and that cannot be meant */
export const checkValues = (data: Data): void => {
  checkRelease(data.releasedAt);
  checkRevision(data.revision);
  checkSource(data.source);
  // An emptied choice is the default one: nothing is public by having no classification.
  if (data.classification === null) data.classification = 'public';
};
