/** Labels of the attributes of each component. */
export const components = {
  text: {
    body: 'Nội dung',
  },
  html: {
    html: 'Mã HTML',
  },
  figure: {
    image: 'Ảnh',
    alternativeText: 'Mô tả ảnh (văn bản thay thế)',
    caption: 'Chú thích',
    credit: 'Nguồn ảnh',
  },
  gallery: {
    title: 'Tên bộ ảnh',
    figures: 'Các ảnh',
  },
  media: {
    kind: 'Loại',
    file: 'Tệp',
    url: 'Địa chỉ',
    caption: 'Chú thích',
    transcript: 'Lời thoại',
  },
  quote: {
    text: 'Lời trích',
    cite: 'Người nói, nguồn',
  },
  source: {
    name: 'Tên nguồn',
    url: 'Địa chỉ',
  },
  authorship: {
    author: 'Tác giả',
    position: 'Chức vụ khi viết',
  },
  translation: {
    locale: 'Ngôn ngữ',
    name: 'Tên',
    shortName: 'Tên viết gọn',
    title: 'Tên',
    slug: 'Đường dẫn',
    summary: 'Tóm tắt',
    description: 'Mô tả',
    role: 'Chức vụ',
  },
  correction: {
    at: 'Thời điểm',
    text: 'Nội dung đính chính',
  },
  withdrawal: {
    at: 'Thời điểm',
    reason: 'Lý do',
  },
  seo: {
    metaTitle: 'Tiêu đề hiển thị khi tìm kiếm',
    metaDescription: 'Mô tả hiển thị khi tìm kiếm',
    noIndex: 'Không cho máy tìm kiếm lập chỉ mục',
  },
  signer: {
    name: 'Họ và tên',
    position: 'Chức vụ',
    capacity: 'Quyền hạn ký',
  },
  attachment: {
    file: 'Tệp',
    title: 'Tên tệp hiển thị',
    official: 'Bản chính thức',
    accessible: 'Dễ tiếp cận (đọc được bằng trình đọc màn hình)',
    pages: 'Số trang',
  },
  'legal-relation': {
    type: 'Loại quan hệ',
    targetSymbol: 'Số, ký hiệu văn bản liên quan',
    targetCollection: 'Sổ văn bản',
    targetDocumentId: 'Mã văn bản trong hệ thống',
    scope: 'Phạm vi (điều, khoản)',
    effectiveOn: 'Có hiệu lực từ ngày',
    until: 'Đến ngày',
    note: 'Ghi chú',
  },
  task: {
    title: 'Nhiệm vụ',
    leadIssuer: 'Cơ quan chủ trì',
    supportingIssuers: 'Cơ quan phối hợp',
    dueOn: 'Hạn hoàn thành',
    status: 'Tình trạng',
    doneOn: 'Ngày hoàn thành',
    note: 'Ghi chú',
  },
  menu: {
    title: 'Tên trình đơn',
    items: 'Các mục',
  },
  'menu-item': {
    label: 'Nhãn',
    url: 'Địa chỉ',
    targetCollection: 'Loại nội dung đích',
    targetDocumentId: 'Mã nội dung đích',
  },
  contact: {
    label: 'Tên bộ phận',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    url: 'Trang thông tin',
  },
};
