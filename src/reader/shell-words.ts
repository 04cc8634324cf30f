/** The words of the reader's frame in a language: Vietnamese, else English. */
export const shellWords = (locale: string): Readonly<Record<string, string>> =>
  locale.startsWith('vi') ? VIETNAMESE : ENGLISH;

const VIETNAMESE = {
  news: 'Tin tức',
  documents: 'Văn bản',
  topics: 'Chuyên mục',
  issuers: 'Cơ quan',
  main: 'Chính',
  skip: 'Đến nội dung chính',
  find: 'Tìm bài viết, văn bản',
  search: 'Tìm',
  dark: 'Nền tối',
  signIn: 'Đăng nhập',
  script: 'Trang này cần JavaScript.',
};

const ENGLISH: typeof VIETNAMESE = {
  news: 'News',
  documents: 'Documents',
  topics: 'Topics',
  issuers: 'Issuers',
  main: 'Main',
  skip: 'Skip to the main content',
  find: 'Search news and documents',
  search: 'Search',
  dark: 'Dark',
  signIn: 'Sign in',
  script: 'This page needs JavaScript.',
};
