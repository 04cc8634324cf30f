/** Help text of every address. */
export const SLUG = 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.';

/** Help texts that articles and documents share. */
export const publicationHelp = {
  releasedAt: 'Để trống: lấy thời điểm xuất bản lần đầu. Có thể ghi lùi ngày cho bài cũ.',
  updateType: 'Sửa lỗi chính tả là sửa nhỏ. Cập nhật quan trọng đổi ngày cập nhật và phải ghi nội dung cập nhật.',
  changeNote: 'Nói cho bạn đọc biết điều gì đã thay đổi. Bắt buộc khi cập nhật quan trọng; tự xoá sau khi xuất bản.',
  withdrawal: 'Nội dung vẫn đọc được, kèm thông báo thu hồi. Muốn gỡ hẳn thì bỏ xuất bản.',
  corrections: 'Mỗi lần đính chính hiện công khai kèm thời điểm.',
  dismissedCitations:
    'Danh sách ký hiệu phần mềm nhận nhầm, ví dụ ["57-KL/TW"]. Các ký hiệu này không được nối tới văn bản.',
  seo: 'Chỉ ghi khi tiêu đề, mô tả trên máy tìm kiếm phải khác trên trang.',
};
