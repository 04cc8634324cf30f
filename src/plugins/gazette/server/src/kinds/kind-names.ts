import { KINDS, type DocumentCollection, type Kind, type KindCode, type KindFamily, type KindName } from './kinds';

/** Whether a text is the code of a known kind. */
export const isKindCode = (code: string): code is KindCode => Object.hasOwn(KINDS, code);

/** The codes of one collection, in the order in which editors choose from them. */
export const kindCodesOf = (collection: DocumentCollection): KindCode[] =>
  Object.keys(KINDS)
    .filter(isKindCode)
    .filter((code) => KINDS[code].collection === collection);

const nameOf = (code: string, family: KindFamily | null): KindName => {
  if (!isKindCode(code)) {
    throw new RangeError(`Unknown kind "${code}"; a kind is one of ${Object.keys(KINDS).join(', ')}.`);
  }
  const kind: Kind = KINDS[code];
  return (family === null ? undefined : kind.inFamily?.[family]) ?? kind;
};

/**
 * What readers see as the kind of a document. A circular is a thông tri in a Party symbol, a thông tư in a State one.
 *
 * @param family family of the document's symbol; null when it has none (free form)
 * @param locale a BCP 47 tag; Vietnamese for `vi` and its regions, English for every other
 * @throws RangeError when the code names no kind
 */
export const kindLabel = (code: string, family: KindFamily | null, locale: string): string => {
  const { label } = nameOf(code, family);
  return locale === 'vi' || locale.startsWith('vi-') ? label.vi : label.en;
};

/**
 * The word for a kind at the start of a document's slug: `ket-luan` in `ket-luan-57-kl-tw-2023`.
 *
 * @throws RangeError when the code names no kind
 */
export const kindSlugWord = (code: string, family: KindFamily | null): string => nameOf(code, family).slugWord;
