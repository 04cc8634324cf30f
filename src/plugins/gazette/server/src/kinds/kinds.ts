/** Which layout of symbol a document carries; it decides what an ambiguous type code stands for. */
export type KindFamily = 'party' | 'state';

/** The two collections of official documents. */
export type DocumentCollection = 'directives' | 'resolutions';

/** A name of a kind in the languages of the software. */
export interface KindLabels {
  vi: string;
  en: string;
}

/** What a kind is called, and how it is written in a slug. */
export interface KindName {
  label: KindLabels;
  /** Vietnamese noun without diacritics, words joined by hyphens: `ket-luan`. */
  slugWord: string;
}

/** One row of the table of document kinds. */
export interface Kind extends KindName {
  collection: DocumentCollection;
  /** Type codes that a symbol of this kind may carry, the official form first; empty where symbols carry none. */
  typeCodes: readonly string[];
  /** The name in symbols of one family, where the same code names different things there. */
  inFamily?: Partial<Record<KindFamily, KindName>>;
}

const named = (vi: string, en: string, slugWord: string): KindName => ({ label: { vi, en }, slugWord });

const directive = (vi: string, en: string, slugWord: string, typeCodes: readonly string[]): Kind => ({
  collection: 'directives',
  ...named(vi, en, slugWord),
  typeCodes,
});

const resolution = (vi: string, en: string, slugWord: string, typeCodes: readonly string[]): Kind => ({
  collection: 'resolutions',
  ...named(vi, en, slugWord),
  typeCodes,
});

/**
 * Every kind of official document, by its code. The codes are values of the attribute `kind`; no code occurs in both
 * collections. Nouns and type codes: Party rules on document forms, and Decree 30/2020/NĐ-CP, appendix III.
 */
export const KINDS = {
  directive: directive('Chỉ thị', 'Directive', 'chi-thi', ['CT']),
  conclusion: directive('Kết luận', 'Conclusion', 'ket-luan', ['KL']),
  regulation: directive('Quy chế', 'Regulation', 'quy-che', ['QC', 'QCh']),
  rule: directive('Quy định', 'Rule', 'quy-dinh', ['QĐi', 'QyĐ', 'QĐ']),
  decision: directive('Quyết định', 'Decision', 'quyet-dinh', ['QĐ']),
  plan: directive('Kế hoạch', 'Plan', 'ke-hoach', ['KH']),
  guidance: directive('Hướng dẫn', 'Guidance', 'huong-dan', ['HD']),
  programme: directive('Chương trình', 'Programme', 'chuong-trinh', ['CTr']),
  scheme: directive('Đề án', 'Scheme', 'de-an', ['ĐA']),
  announcement: directive('Thông báo', 'Announcement', 'thong-bao', ['TB']),
  report: directive('Báo cáo', 'Report', 'bao-cao', ['BC']),
  circular: {
    ...directive('Thông tri, thông tư', 'Circular', 'thong-tu', ['TT']),
    inFamily: {
      party: named('Thông tri', 'Party circular', 'thong-tri'),
      state: named('Thông tư', 'Circular', 'thong-tu'),
    },
  },
  decree: directive('Nghị định', 'Decree', 'nghi-dinh', ['NĐ']),
  law: directive('Luật', 'Law', 'luat', ['L']),
  letter: directive('Công văn', 'Official letter', 'cong-van', ['CV']),
  telegram: directive('Công điện', 'Official telegram', 'cong-dien', ['CĐ']),
  submission: directive('Tờ trình', 'Submission', 'to-trinh', ['TTr']),
  ordinance: directive('Pháp lệnh', 'Ordinance', 'phap-lenh', ['PL']),
  'joint-circular': directive('Thông tư liên tịch', 'Joint circular', 'thong-tu-lien-tich', ['TTLT']),
  'joint-resolution': directive('Nghị quyết liên tịch', 'Joint resolution', 'nghi-quyet-lien-tich', ['NQLT']),
  consolidated: directive('Văn bản hợp nhất', 'Consolidated text', 'van-ban-hop-nhat', ['VBHN']),
  other: directive('Văn bản khác', 'Other document', 'van-ban', []),
  party: resolution('Nghị quyết của Đảng', 'Party resolution', 'nghi-quyet', ['NQ']),
  council: resolution('Nghị quyết của Hội đồng nhân dân', "People's Council resolution", 'nghi-quyet', ['NQ']),
  government: resolution('Nghị quyết của Chính phủ', 'Government resolution', 'nghi-quyet', ['NQ']),
  'national-assembly': resolution('Nghị quyết của Quốc hội', 'National Assembly resolution', 'nghi-quyet', ['NQ']),
  thematic: resolution('Nghị quyết chuyên đề', 'Thematic resolution', 'nghi-quyet', ['NQ']),
  joint: resolution('Nghị quyết liên tịch', 'Joint resolution', 'nghi-quyet-lien-tich', ['NQLT']),
} as const satisfies Record<string, Kind>;

/** A code of the attribute `kind`. */
export type KindCode = keyof typeof KINDS;

/** Every code, in the order of the content model. */
export const KIND_CODES = Object.keys(KINDS) as KindCode[];
