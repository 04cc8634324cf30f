import { startsWithKind } from './nouns';
import { readOrganisation } from './organisations';

/** Spaces and a line break, but no blank line: that ends the clause. */
const next = /[ ]{0,2}(?:\n(?!\n)[ ]{0,2})?(?:(,)[ \n]{0,3})?/y;
/** What follows a date of issue: the issuer, the title, the next of a list, a mark that ends the clause. */
const issueGoesOn =
  /(?:$|[.;:)(\]“”"\n\d]|(?:c[ủu]a|do|được|về|v\/v|và|cùng|hoặc|số|quy định|hướng dẫn|quy chế|ban hành|sửa đổi|bổ sung|phê duyệt|triển khai|thực hiện|hội nghị lần thứ|hội nghị trung ương)(?!\p{L}))/iuy;
const subject =
  /(?:các|toàn|xã|huyện|tỉnh|phường|thị trấn|chi bộ|cán bộ|nhân dân|đoàn|đồng chí|ông|bà|lãnh đạo|tại|trên|ở|hơn|gần|khoảng|nhiều|có|thị xã|thành phố|thôn|ấp|khóm|khu|tổ|hội|trường|ban|đảng|cấp ủy|cấp uỷ|cơ quan|đơn vị|lực lượng|công an|từ|sáng|chiều|trước|sau|chúng|người|hộ|bí thư|chủ tịch|phó|đại biểu|đại diện|bắt đầu|diễn ra|khai mạc|ra quân|tổ chức|mở|họp)(?!\p{L})/iuy;

/**
 * Whether a date that a comma parts from a symbol belongs to what comes next, as in "Thực hiện Kế hoạch 94-KH/HU, ngày
 * 5/9/2023, UBND xã tổ chức ...". `at` is after the date. A date missed costs less than a wrong one, which would rule the
 * right document out.
 */
export function isEventDate(text: string, at: number): boolean {
  next.lastIndex = at;
  const comma = next.exec(text)?.[1] === ',';
  const follows = next.lastIndex;
  issueGoesOn.lastIndex = follows;
  if (issueGoesOn.test(text) || startsWithKind(text, follows)) return false;
  subject.lastIndex = follows;
  if (subject.test(text) || readOrganisation(text, follows) !== undefined) return true;
  return comma && !/^\p{Ll}$/u.test(text[follows] ?? '');
}
