import { publicationHelp, SLUG } from './publication-help';

const documentHelp = {
  symbol: 'Ghi như trên văn bản: 57-KL/TW, 156/QĐ-UBND, 30/2020/NĐ-CP. Phần mềm đưa về dạng chuẩn khi lưu.',
  symbolFreeform: 'Bật cho văn bản cũ, văn bản nước ngoài hoặc không có số.',
  kind: 'Chọn theo ký hiệu: KL là kết luận, KH là kế hoạch.',
  title: 'Trích yếu như trên văn bản, không lặp lại loại và số, ký hiệu.',
  slug: SLUG,
  issuer: 'Bắt buộc. Chọn đúng cơ quan tại thời điểm ban hành, kể cả khi nay đã sáp nhập hoặc giải thể.',
  coIssuers: 'Các cơ quan cùng ký ban hành văn bản liên tịch.',
  issuedOn: 'Ngày ghi trên văn bản.',
  effectiveFrom: 'Để trống nếu văn bản không ghi ngày có hiệu lực.',
  effectiveTo: 'Ngày cuối cùng còn hiệu lực. Để trống nếu không quy định thời hạn.',
  classification: 'Chỉ văn bản công khai mới được xuất bản. Văn bản có độ mật không được đính kèm tệp.',
  topics: 'Chọn chuyên mục cụ thể nhất: văn bản tự hiện cả ở chuyên mục cha.',
  signers: 'Họ tên, chức vụ và quyền hạn ký (TM., KT., TL., TUQ.) như trên văn bản.',
  summary: 'Vài câu cho bạn đọc biết văn bản quyết định điều gì.',
  body: 'Toàn văn, để đọc và tìm được ngay trên trang. Bản có dấu, chữ ký thì đính kèm tệp.',
  attachments: 'Chỉ đính kèm tệp cho văn bản công khai.',
  relations: 'Văn bản này căn cứ, sửa đổi, thay thế, bãi bỏ văn bản nào. Chiều ngược lại được tính tự động.',
  recipients: 'Nơi nhận, như ghi cuối văn bản.',
  ...publicationHelp,
};

/** Help texts of a directive. */
export const directiveHelp = {
  ...documentHelp,
  tasks: 'Việc văn bản giao: cơ quan chủ trì, hạn hoàn thành, tình trạng.',
};

/** Help texts of a resolution. */
export const resolutionHelp = {
  ...documentHelp,
  kind: 'Cơ quan ra nghị quyết: Đảng, Hội đồng nhân dân, Chính phủ, Quốc hội.',
  meeting: 'Ví dụ: Kỳ họp thứ 8, Hội nghị lần thứ 6.',
  term: 'Ví dụ: 2021-2026, khoá XIII.',
  adoptedOn: 'Để trống nếu trùng ngày ban hành.',
  votesFor: 'Để trống nếu không công bố.',
  votesAgainst: 'Để trống nếu không công bố.',
  votesAbstained: 'Để trống nếu không công bố.',
};
