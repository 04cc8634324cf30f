import { publicationHelp, SLUG } from './publication-help';

/** Help texts of an article. */
export const articleHelp = {
  title: 'Ngắn gọn, đứng một mình vẫn hiểu: tiêu đề hiện trong danh sách, nguồn tin và kết quả tìm kiếm.',
  slug: SLUG,
  kicker: 'Dòng ngắn phía trên tiêu đề, ví dụ: Phóng sự. Không bắt buộc.',
  lead: 'Một hoặc hai câu tóm tắt, hiện trong danh sách và nguồn tin.',
  cover: 'Ảnh đầu bài, hiện cả trong danh sách. Có ảnh thì phải có mô tả ảnh mới xuất bản được.',
  body: 'Mỗi khối là một phần của bài: đoạn văn, ảnh, bảng, video, trích dẫn. Kéo để đổi thứ tự.',
  topics: 'Chọn chuyên mục cụ thể nhất: bài tự hiện cả ở chuyên mục cha.',
  dossiers: 'Sự kiện kéo dài mà bài này là một kỳ.',
  tags: 'Từ khoá để tìm bài cùng đề tài. Dùng lại thẻ đã có khi có thể.',
  authorships: 'Chọn tác giả và chức vụ khi viết. Để trống chức vụ thì lấy chức vụ hiện nay.',
  byline: 'Ghi đúng như in trên bài; nếu có thì hiện thay cho danh sách tác giả.',
  source: 'Nơi đăng trước, khi bài lấy lại từ báo hoặc cơ quan khác.',
  directives: 'Văn bản mà bài nói đến. Văn bản có ghi số, ký hiệu trong bài thì phần mềm tự tìm.',
  resolutions: 'Nghị quyết mà bài nói đến.',
  related: 'Bài nên đọc thêm.',
  ...publicationHelp,
  featured: 'Đánh dấu bài để trang thông tin đưa vào chỗ nổi bật.',
  allowRating: 'Tắt nếu không nhận đánh giá của bạn đọc cho bài này.',
  pinnedUntil: 'Trang thông tin giữ bài ở đầu đến lúc này. Để trống nếu không ghim.',
};
