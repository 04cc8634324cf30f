import type { ReasonRule, RelationType, StatusCode, TimelineEventName } from '../legal-status';
import { isVietnamese } from './values';

type Labels<Code extends string = string> = Readonly<Record<Code, readonly [vi: string, en: string]>>;

const LEVELS: Labels = {
  central: ['Trung ương', 'Central'],
  province: ['Cấp tỉnh', 'Province'],
  district: ['Cấp huyện', 'District'],
  commune: ['Cấp xã', 'Commune'],
  grassroots: ['Cơ sở', 'Grassroots'],
  ministry: ['Bộ, ngành', 'Ministry'],
};

const BRANCHES: Labels = {
  party: ['Đảng', 'Party'],
  state: ['Nhà nước', 'State'],
  council: ['Hội đồng nhân dân', "People's Council"],
  front: ['Mặt trận Tổ quốc', 'Fatherland Front'],
  union: ['Đoàn thể', 'Mass organisations'],
  other: ['Khác', 'Other'],
};

const FEATURED: Labels = { true: ['Nổi bật', 'Featured'], false: ['Không nổi bật', 'Not featured'] };

const STATUSES: Labels<StatusCode> = {
  expired: ['Hết hiệu lực toàn bộ', 'No longer in force'],
  'not-yet-in-force': ['Chưa có hiệu lực', 'Not yet in force'],
  obsolete: ['Không còn phù hợp', 'Obsolete'],
  unknown: ['Chưa đủ dữ liệu', 'Not enough data'],
  suspended: ['Ngưng hiệu lực', 'Suspended'],
  'partly-suspended': ['Ngưng hiệu lực một phần', 'Partly suspended'],
  'partly-expired': ['Hết hiệu lực một phần', 'Partly no longer in force'],
  'in-force': ['Còn hiệu lực', 'In force'],
};

/** What a document does to the other one. */
const RELATIONS_OUT: Labels<RelationType> = {
  'based-on': ['căn cứ', 'based on'],
  'refers-to': ['dẫn chiếu', 'refers to'],
  implements: ['triển khai thực hiện', 'implements'],
  guides: ['hướng dẫn, quy định chi tiết', 'guides'],
  explains: ['giải thích', 'explains'],
  amends: ['sửa đổi', 'amends'],
  supplements: ['bổ sung', 'supplements'],
  replaces: ['thay thế', 'replaces'],
  repeals: ['bãi bỏ', 'repeals'],
  annuls: ['huỷ bỏ', 'annuls'],
  suspends: ['tạm ngưng, đình chỉ', 'suspends'],
  resumes: ['tiếp tục thi hành', 'resumes'],
  extends: ['kéo dài hiệu lực', 'extends'],
  corrects: ['đính chính', 'corrects'],
  consolidates: ['hợp nhất', 'consolidates'],
};

/** What the other one does to a document. */
const RELATIONS_IN: Labels<RelationType> = {
  'based-on': ['là căn cứ của', 'is the basis of'],
  'refers-to': ['được dẫn chiếu', 'referred to by'],
  implements: ['được triển khai bởi', 'implemented by'],
  guides: ['được hướng dẫn bởi', 'guided by'],
  explains: ['được giải thích bởi', 'explained by'],
  amends: ['được sửa đổi bởi', 'amended by'],
  supplements: ['được bổ sung bởi', 'supplemented by'],
  replaces: ['bị thay thế bởi', 'replaced by'],
  repeals: ['bị bãi bỏ bởi', 'repealed by'],
  annuls: ['bị huỷ bỏ bởi', 'annulled by'],
  suspends: ['bị tạm ngưng bởi', 'suspended by'],
  resumes: ['được tiếp tục thi hành bởi', 'resumed by'],
  extends: ['được kéo dài hiệu lực bởi', 'extended by'],
  corrects: ['được đính chính bởi', 'corrected by'],
  consolidates: ['được hợp nhất trong', 'consolidated in'],
};

const labelIn =
  (labels: Labels) =>
  (code: string, locale: string): string => {
    const names = Object.hasOwn(labels, code) ? labels[code] : undefined;
    return names?.[isVietnamese(locale) ? 0 : 1] ?? code;
  };

/** What readers see for an issuer's level; an unknown code stands for itself. */
export const levelLabel = labelIn(LEVELS);

/** What readers see for the branch an issuer belongs to; an unknown code stands for itself. */
export const branchLabel = labelIn(BRANCHES);

/** What readers see for the values `true` and `false` of the filter for featured articles. */
export const featuredLabel = labelIn(FEATURED);

/** What readers see as the status of a document; an unknown code stands for itself. */
export const statusLabel = labelIn(STATUSES);

const outLabel = labelIn(RELATIONS_OUT);
const inLabel = labelIn(RELATIONS_IN);

/**
 * What readers see between two documents; an unknown type stands for itself.
 * @param direction `out` on the acting document ("thay thế"), `in` on the one acted on ("bị thay thế bởi")
 */
export const relationLabel = (type: string, direction: 'out' | 'in', locale: string): string =>
  direction === 'out' ? outLabel(type, locale) : inLabel(type, locale);

/** Why a status holds. */
const REASONS: Labels<ReasonRule> = {
  'effective-from': ['Đến ngày có hiệu lực', 'Its first day in force'],
  'issued-on': ['Có hiệu lực từ ngày ban hành', 'In force from the day of issue'],
  'effective-to': ['Hết thời hạn có hiệu lực', 'Its last day in force has passed'],
  extended: ['Được kéo dài hiệu lực', 'Extended'],
  replaced: ['Bị thay thế', 'Replaced'],
  repealed: ['Bị bãi bỏ', 'Repealed'],
  annulled: ['Bị huỷ bỏ', 'Annulled'],
  suspended: ['Bị ngưng hiệu lực', 'Suspended'],
  obsolete: ['Không còn phù hợp', 'Obsolete'],
  'no-effective-from': ['Chưa rõ ngày có hiệu lực', 'The first day in force is not stated'],
  'no-dates': [
    'Chưa rõ ngày ban hành và ngày có hiệu lực',
    'Neither the day of issue nor the first day in force is known',
  ],
};

/** What readers see as the reason of a status; an unknown code stands for itself. */
export const reasonLabel = labelIn(REASONS);

const EVENTS: Labels<TimelineEventName> = {
  issued: ['Ban hành', 'Issued'],
  'in-force': ['Có hiệu lực', 'In force'],
  corrected: ['Đính chính', 'Corrected'],
  amended: ['Sửa đổi', 'Amended'],
  supplemented: ['Bổ sung', 'Supplemented'],
  consolidated: ['Hợp nhất', 'Consolidated'],
  guided: ['Hướng dẫn, quy định chi tiết', 'Guided'],
  explained: ['Giải thích', 'Explained'],
  extended: ['Kéo dài hiệu lực', 'Extended'],
  'partly-extended': ['Kéo dài hiệu lực một phần', 'Partly extended'],
  suspended: ['Ngưng hiệu lực', 'Suspended'],
  'partly-suspended': ['Ngưng hiệu lực một phần', 'Partly suspended'],
  resumed: ['Tiếp tục có hiệu lực', 'Resumed'],
  'partly-resumed': ['Tiếp tục có hiệu lực một phần', 'Partly resumed'],
  'partly-replaced': ['Thay thế một phần', 'Partly replaced'],
  'partly-repealed': ['Bãi bỏ một phần', 'Partly repealed'],
  'partly-annulled': ['Huỷ bỏ một phần', 'Partly annulled'],
  replaced: ['Thay thế', 'Replaced'],
  repealed: ['Bãi bỏ', 'Repealed'],
  annulled: ['Huỷ bỏ', 'Annulled'],
  expired: ['Hết hiệu lực', 'No longer in force'],
};

/** What readers see as an event in the life of a document; an unknown code stands for itself. */
export const eventLabel = labelIn(EVENTS);
