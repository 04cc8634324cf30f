import type { RefusalCode, SymbolRefusal } from './types';

/** Longest symbol that is accepted, in characters of its canonical form. */
export const LONGEST_SYMBOL = 60;

const reasons: Record<RefusalCode, { vi: string; en: string }> = {
  empty: { vi: 'Chưa có số, ký hiệu.', en: 'The symbol is empty.' },
  'too-long': {
    vi: `Số, ký hiệu dài quá ${LONGEST_SYMBOL} ký tự.`,
    en: `The symbol is longer than ${LONGEST_SYMBOL} characters.`,
  },
  'no-number': {
    vi: 'Thiếu số văn bản: số, ký hiệu bắt đầu bằng chữ số, ví dụ 57-KL/TW.',
    en: 'The number is missing: a symbol starts with digits, as in 57-KL/TW.',
  },
  'blank-number': {
    vi: 'Số văn bản còn để trống: hãy điền số trước ký hiệu.',
    en: 'The number is left blank: fill it in before the codes.',
  },
  'date-like': { vi: 'Đây là ngày tháng, không phải số, ký hiệu.', en: 'This is a date, not a symbol.' },
  'standard-number': {
    vi: 'Đây là số tiêu chuẩn, quy chuẩn (TCVN, QCVN, ISO), không phải số, ký hiệu văn bản.',
    en: 'This is the number of a standard (TCVN, QCVN, ISO), not of an official document.',
  },
  'contract-number': {
    vi: 'Đây là số hợp đồng, không phải số, ký hiệu văn bản.',
    en: 'This is the number of a contract, not of an official document.',
  },
  'form-number': {
    vi: 'Đây là số mẫu biểu, không phải số, ký hiệu văn bản.',
    en: 'This is the number of a form, not of an official document.',
  },
  'leading-text': {
    vi: 'Trước số chỉ được có tên loại văn bản và chữ "số", ví dụ "Kết luận số 57-KL/TW".',
    en: 'Only the kind of document and "số" may stand before the number, as in "Kết luận số 57-KL/TW".',
  },
  'trailing-text': {
    vi: 'Sau số, ký hiệu còn chữ thừa: hãy bỏ phần đứng sau.',
    en: 'There is text after the symbol: leave it out.',
  },
  'no-issuer': {
    vi: 'Thiếu chữ viết tắt của cơ quan ban hành, ví dụ TW trong 57-KL/TW.',
    en: 'The issuer code is missing, like TW in 57-KL/TW.',
  },
  'unknown-type': {
    vi: 'Không có loại văn bản viết tắt như vậy, ví dụ đúng: KL, NQ, QĐ, KH.',
    en: 'There is no such type code; allowed are codes like KL, NQ, QĐ, KH.',
  },
  'bad-year': {
    vi: 'Năm ban hành phải có bốn chữ số, từ 1945 đến 2099.',
    en: 'The year must have four digits, from 1945 to 2099.',
  },
  'unknown-layout': {
    vi: 'Không đúng thể thức số, ký hiệu, ví dụ đúng: 57-KL/TW, 156/QĐ-UBND, 30/2020/NĐ-CP.',
    en: 'This is no known layout of a symbol; allowed are forms like 57-KL/TW, 156/QĐ-UBND, 30/2020/NĐ-CP.',
  },
};

/** The refusal for `code`, with its sentence in both languages. */
export function refuse(code: RefusalCode): SymbolRefusal {
  return { ok: false, code, reason: { ...reasons[code] } };
}
