import { findIssuer, findType } from './codes';
import type { OfficialSymbol, SymbolLayout } from './types';

/** The languages that symbols are explained in. */
export type ExplanationLocale = 'vi' | 'en';

const layouts: Record<SymbolLayout, Record<ExplanationLocale, string>> = {
  party: {
    vi: 'văn bản của Đảng, đánh số theo nhiệm kỳ cấp ủy',
    en: 'a Party document, numbered within a committee term',
  },
  normative: { vi: 'văn bản quy phạm pháp luật của Nhà nước', en: 'a normative document of the State' },
  assembly: { vi: 'văn bản của Quốc hội hoặc Ủy ban Thường vụ Quốc hội', en: 'a document of the National Assembly' },
  administrative: {
    vi: 'văn bản hành chính của Nhà nước, đánh số lại từng năm',
    en: 'an administrative document of the State, numbered anew each year',
  },
  letter: { vi: 'công văn của cơ quan nhà nước', en: 'an official letter of a State body' },
  legacy: { vi: 'ký hiệu theo thể thức cũ', en: 'a symbol of an older form' },
};

/**
 * Spells a symbol out in one sentence: number, kind, issuer (its name when known), family and year.
 * Example (vi): "Số 57: Kết luận của Tỉnh ủy hoặc Thành ủy (TU); văn bản của Đảng, …; không ghi năm."
 */
export function explainSymbol(symbol: OfficialSymbol, locale: ExplanationLocale): string {
  const kind = kindOf(symbol, locale);
  const issuer = issuerOf(symbol, locale);
  const layout = layouts[symbol.layout][locale];
  if (locale === 'vi') {
    const year = symbol.year === null ? 'không ghi năm' : `năm ${symbol.year}`;
    return `Số ${symbol.number}: ${kind}${issuer === null ? '' : ` của ${issuer}`}; ${layout}; ${year}.`;
  }
  const year = symbol.year === null ? 'no year in the symbol' : `year ${symbol.year}`;
  return `Number ${symbol.number}: ${kind}${issuer === null ? '' : ` of ${issuer}`}; ${layout}; ${year}.`;
}

function kindOf(symbol: OfficialSymbol, locale: ExplanationLocale): string {
  const type = symbol.type === null ? undefined : findType(symbol.type, symbol.family);
  if (type !== undefined) return `${type[locale]} (${type.code})`;
  return locale === 'vi'
    ? 'văn bản không ghi tên loại trong ký hiệu'
    : 'a document whose symbol does not name its kind';
}

function issuerOf(symbol: OfficialSymbol, locale: ExplanationLocale): string | null {
  if (symbol.issuer === '') return null;
  const [first, ...units] = symbol.issuer.split(/[-/]/);
  const known = findIssuer(symbol.issuer) ?? findIssuer(first);
  const term = /^(?:UBTV)?QH(\d+)$/.exec(first)?.[1];
  if (known === undefined) {
    return locale === 'vi' ? `cơ quan có mã ${symbol.issuer}` : `the issuer with the code ${symbol.issuer}`;
  }
  const name =
    term === undefined ? known[locale] : `${known[locale]}${locale === 'vi' ? ` khóa ${term}` : `, term ${term}`}`;
  if (units.length === 0) return `${name} (${symbol.issuer})`;
  const joint = units.map((unit) => findIssuer(unit)).filter((issuer) => issuer !== undefined && !issuer.unit);
  if (joint.length === units.length) {
    return `${[name, ...joint.map((issuer) => issuer?.[locale])].join(', ')} (${symbol.issuer})`;
  }
  return `${name} (${symbol.issuer}; ${locale === 'vi' ? 'đơn vị' : 'unit'} ${units.join(', ')})`;
}
