import { RuleError } from '../errors';
import { isRecord, type Data } from './model';

const check = (figure: unknown, path: (string | number)[]): void => {
  if (!isRecord(figure) || !figure.image) return;
  if (typeof figure.alternativeText === 'string' && /[\p{L}\p{N}]/u.test(figure.alternativeText)) return;
  throw new RuleError([...path, 'alternativeText'], {
    vi: 'Ảnh cần có văn bản thay thế (mô tả ảnh cho người không nhìn thấy) trước khi xuất bản.',
    en: 'The image needs an alternative text (what it shows, for those who cannot see it) before it is published.',
  });
};

/** @throws RuleError where an image of the cover or the body has no alternative text */
export const checkAlternativeTexts = (draft: Data): void => {
  check(draft.cover, ['cover']);
  if (!Array.isArray(draft.body)) return;
  draft.body.forEach((section: unknown, index) => {
    if (!isRecord(section)) return;
    if (section.__component === 'gazette.figure') check(section, ['body', index]);
    if (section.__component === 'gazette.gallery' && Array.isArray(section.figures)) {
      section.figures.forEach((figure, position) => check(figure, ['body', index, 'figures', position]));
    }
  });
};
