/** Labels of an issuer. */
export const issuer = {
  name: 'Tên cơ quan',
  shortName: 'Tên viết gọn',
  code: 'Chữ viết tắt trong ký hiệu',
  slug: 'Đường dẫn',
  level: 'Cấp',
  branch: 'Khối',
  parent: 'Cơ quan cấp trên',
  predecessors: 'Cơ quan tiền thân',
  validFrom: 'Hoạt động từ',
  validTo: 'Hoạt động đến',
  contact: 'Liên hệ',
  translations: 'Bản dịch',
};

/** Labels of a topic. */
export const topic = {
  name: 'Tên chuyên mục',
  slug: 'Đường dẫn',
  description: 'Mô tả',
  parent: 'Chuyên mục cha',
  position: 'Thứ tự',
  translations: 'Bản dịch',
};

/** Labels of a dossier. */
export const dossier = {
  title: 'Tên dòng sự kiện',
  slug: 'Đường dẫn',
  summary: 'Tóm tắt',
  topics: 'Chuyên mục',
  translations: 'Bản dịch',
};

/** Labels of a tag. */
export const tag = {
  name: 'Tên thẻ',
  slug: 'Đường dẫn',
  translations: 'Bản dịch',
};

/** Labels of an author. */
export const author = {
  name: 'Họ và tên, bút danh',
  slug: 'Đường dẫn',
  role: 'Chức vụ',
  unit: 'Đơn vị công tác',
  avatar: 'Ảnh chân dung',
  translations: 'Bản dịch',
};

/** Labels of a static page. */
export const page = {
  title: 'Tiêu đề',
  slug: 'Đường dẫn',
  parent: 'Trang cha',
  position: 'Thứ tự',
  body: 'Nội dung',
  seo: 'Tối ưu tìm kiếm (SEO)',
  revision: 'Lần sửa',
};

/** Labels of the site. */
export const site = {
  name: 'Tên cổng thông tin',
  tagline: 'Dòng giới thiệu',
  logo: 'Biểu trưng',
  contacts: 'Liên hệ',
  menus: 'Trình đơn',
};
