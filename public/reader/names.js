/** Collections as readers call them: Vietnamese, English. */
export const NAMES = {
  articles: ['Tin tức', 'News'],
  dossiers: ['Dòng sự kiện', 'Running stories'],
  issuers: ['Cơ quan ban hành', 'Issuing bodies'],
  authors: ['Tác giả', 'Authors'],
  tags: ['Thẻ', 'Tags'],
  pages: ['Trang thông tin', 'Pages'],
  documents: ['Văn bản', 'Documents'],
  directives: ['Văn bản chỉ đạo', 'Directives'],
  resolutions: ['Nghị quyết', 'Resolutions'],
  topics: ['Chuyên mục', 'Topics'],
};
