import { articleHelp } from './article-help';
import { directiveHelp, resolutionHelp } from './document-help';
import { SLUG } from './publication-help';

/** Help texts, by content type and attribute. */
export const typeHelp = {
  article: articleHelp,
  directive: directiveHelp,
  resolution: resolutionHelp,
  issuer: {
    slug: SLUG,
    code: 'Phần viết tắt trong ký hiệu: TW, TU, HU, UBND, HĐND.',
    validTo: 'Ghi ngày cơ quan kết thúc hoạt động; văn bản đã ban hành vẫn giữ nguyên.',
  },
  topic: {
    slug: SLUG,
    parent: 'Danh sách của chuyên mục cha gồm cả bài của chuyên mục con.',
  },
  dossier: {
    slug: SLUG,
  },
  tag: {
    slug: SLUG,
  },
  author: {
    slug: SLUG,
    role: 'Chức vụ hiện nay.',
  },
  page: {
    slug: SLUG,
  },
  site: {
    menus: 'Mỗi mục dẫn tới một địa chỉ hoặc một nội dung công khai.',
  },
};

/** Help texts, by component and attribute. */
export const componentHelp = {
  figure: {
    alternativeText: 'Tả ảnh cho người không nhìn thấy ảnh. Bắt buộc khi có ảnh thì mới xuất bản được.',
  },
  attachment: {
    title: 'Để trống thì lấy tên tệp.',
    official: 'Bật cho bản có chữ ký, con dấu hoặc ký số.',
    accessible: 'Bật khi tệp có lớp chữ, không chỉ là ảnh chụp.',
  },
  signer: {
    capacity: 'TM. thay mặt, KT. ký thay cấp trưởng, TL. thừa lệnh, TUQ. thừa uỷ quyền.',
  },
  seo: {
    metaTitle: 'Để trống thì lấy tiêu đề.',
    metaDescription: 'Để trống thì lấy phần tóm tắt.',
  },
  html: {
    html: 'Mã lệnh, kiểu dáng và thuộc tính sự kiện bị gỡ khi lưu; bảng, danh sách, liên kết được giữ.',
  },
  media: {
    url: 'Dùng khi không tải tệp lên.',
  },
  authorship: {
    position: 'Để trống thì lấy chức vụ hiện nay của tác giả.',
  },
  translation: {
    locale: 'Mã ngôn ngữ, ví dụ en.',
  },
  withdrawal: {
    reason: 'Hiện công khai cho bạn đọc.',
  },
  'legal-relation': {
    targetSymbol: 'Ghi số, ký hiệu; khi sổ văn bản có văn bản này thì liên kết tự nối.',
    scope: 'Ví dụ: khoản 2 Điều 8. Để trống nếu tác động toàn bộ văn bản.',
    effectiveOn: 'Để trống thì lấy ngày có hiệu lực của văn bản này.',
    until: 'Dùng cho tạm ngưng hoặc kéo dài hiệu lực.',
    targetDocumentId: 'Phần mềm tự điền.',
    targetCollection: 'Phần mềm tự điền.',
  },
};

/** What stands at a field that another language may not change. */
export const lockedHelp = {
  text: 'Lấy từ bản ngôn ngữ mặc định, chỉ đọc.',
};
