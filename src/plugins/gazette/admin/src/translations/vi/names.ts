/** Names of the content types, as menus and headings show them. */
export const typeNames = {
  article: 'Bài viết',
  directive: 'Văn bản chỉ đạo',
  resolution: 'Nghị quyết',
  issuer: 'Cơ quan ban hành',
  topic: 'Chuyên mục',
  dossier: 'Dòng sự kiện',
  tag: 'Thẻ',
  author: 'Tác giả',
  page: 'Trang tĩnh',
  site: 'Trang chủ và liên hệ',
};

/** Names of the components. */
export const componentNames = {
  text: 'Đoạn văn',
  html: 'HTML',
  figure: 'Ảnh',
  gallery: 'Bộ ảnh',
  media: 'Video, âm thanh',
  quote: 'Trích dẫn',
  source: 'Nguồn',
  authorship: 'Người viết',
  translation: 'Bản dịch',
  correction: 'Đính chính',
  withdrawal: 'Thu hồi',
  seo: 'SEO',
  signer: 'Người ký',
  attachment: 'Tệp đính kèm',
  'legal-relation': 'Quan hệ văn bản',
  task: 'Nhiệm vụ',
  menu: 'Trình đơn',
  'menu-item': 'Mục trình đơn',
  contact: 'Liên hệ',
};

/** Columns that Strapi adds to every type. */
export const systemFields = {
  id: 'Mã số',
  documentId: 'Mã văn kiện',
  createdAt: 'Tạo lúc',
  updatedAt: 'Sửa lần cuối',
  publishedAt: 'Đưa lên lúc',
  createdBy: 'Người tạo',
  updatedBy: 'Người sửa cuối',
};
