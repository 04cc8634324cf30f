/** The panel beside an official document that says what is in force, and what contradicts itself. */
export const legalStatus = {
  title: 'Tình trạng hiệu lực',
  loading: 'Đang xem sổ văn bản …',
  error: 'Chưa đọc được sổ văn bản. Hãy tải lại trang.',
  unpublished: 'Văn bản chưa được công bố nên chưa có trong sổ. Tình trạng hiệu lực được tính khi xuất bản.',
  later: 'Từ {day}: {status}',
  problems: 'Cần kiểm tra',
};
