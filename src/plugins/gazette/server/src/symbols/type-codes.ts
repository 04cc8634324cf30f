import type { SymbolFamily } from './types';

/** A kind of document as its symbol names it. */
export type TypeCode = {
  /** The one form that is printed. */
  code: string;
  vi: string;
  en: string;
  /** Families whose symbols use the code. */
  families: readonly SymbolFamily[];
  /** Other spellings met in texts (any letter case). */
  aliases?: readonly string[];
};

const both = ['party', 'state'] as const;
const party = ['party'] as const;
const state = ['state'] as const;

/**
 * Type codes of Party and State documents. A code may stand twice, once for each family, where its meaning differs:
 * TT is a Party thông tri or a State thông tư.
 */
export const typeCodes: readonly TypeCode[] = [
  { code: 'NQ', vi: 'Nghị quyết', en: 'Resolution', families: both },
  { code: 'CT', vi: 'Chỉ thị', en: 'Directive', families: both },
  { code: 'KL', vi: 'Kết luận', en: 'Conclusion', families: both },
  { code: 'QC', vi: 'Quy chế', en: 'Working rules', families: both, aliases: ['QCh'] },
  { code: 'QĐ', vi: 'Quyết định hoặc Quy định', en: 'Decision or Rule', families: party },
  { code: 'QĐ', vi: 'Quyết định', en: 'Decision', families: state },
  { code: 'QĐi', vi: 'Quy định', en: 'Rule', families: party, aliases: ['QyĐ'] },
  { code: 'QyĐ', vi: 'Quy định', en: 'Rule', families: state, aliases: ['QĐi'] },
  { code: 'TT', vi: 'Thông tri', en: 'Party circular', families: party },
  { code: 'TT', vi: 'Thông tư', en: 'Circular', families: state },
  { code: 'HD', vi: 'Hướng dẫn', en: 'Guidance', families: both },
  { code: 'TB', vi: 'Thông báo', en: 'Notice', families: both },
  { code: 'BC', vi: 'Báo cáo', en: 'Report', families: both },
  { code: 'KH', vi: 'Kế hoạch', en: 'Plan', families: both },
  { code: 'CTr', vi: 'Chương trình', en: 'Programme', families: both },
  { code: 'CTHĐ', vi: 'Chương trình hành động', en: 'Action programme', families: both },
  { code: 'CTrHĐ', vi: 'Chương trình hành động', en: 'Action programme', families: party },
  { code: 'ĐA', vi: 'Đề án', en: 'Scheme', families: both },
  { code: 'DA', vi: 'Dự án', en: 'Project', families: both },
  { code: 'PA', vi: 'Phương án', en: 'Option paper', families: both },
  { code: 'TTr', vi: 'Tờ trình', en: 'Submission', families: both },
  { code: 'CV', vi: 'Công văn', en: 'Official letter', families: both },
  { code: 'BB', vi: 'Biên bản', en: 'Minutes', families: both },
  { code: 'BS', vi: 'Bản sao', en: 'Certified copy', families: party },
  { code: 'NĐ', vi: 'Nghị định', en: 'Decree', families: state },
  { code: 'TC', vi: 'Thông cáo', en: 'Communiqué', families: state },
  { code: 'HĐ', vi: 'Hợp đồng', en: 'Agreement', families: state },
  { code: 'CĐ', vi: 'Công điện', en: 'Telegram', families: state },
  { code: 'TTLT', vi: 'Thông tư liên tịch', en: 'Joint circular', families: state, aliases: ['TTL'] },
  { code: 'NQLT', vi: 'Nghị quyết liên tịch', en: 'Joint resolution', families: state },
  { code: 'VBHN', vi: 'Văn bản hợp nhất', en: 'Consolidated text', families: state },
  { code: 'L', vi: 'Luật', en: 'Law', families: state },
  { code: 'PL', vi: 'Pháp lệnh', en: 'Ordinance', families: state },
  { code: 'SL', vi: 'Sắc lệnh', en: 'Presidential order', families: state },
  { code: 'GM', vi: 'Giấy mời', en: 'Invitation', families: both },
  { code: 'GGT', vi: 'Giấy giới thiệu', en: 'Letter of introduction', families: both },
  { code: 'PC', vi: 'Phiếu chuyển', en: 'Transfer slip', families: state },
];
