import type {
  EntryRow,
  PresentContext,
  Reference,
} from '../../../src/plugins/delivery/server/src/collections/definition';
import type {
  ArticleRow,
  DirectiveRow,
  IssuerRow,
  NamedRow,
  ResolutionRow,
} from '../../../src/plugins/gazette/server/src/presenters';

export const API = 'https://api.example.vn';
export const SITE = 'https://www.example.vn';

/** A context in which `shared` is the default row; `linked` answers the given references for `document`. */
export const contextFor = <Row extends EntryRow>(
  shared: Row,
  { locale = 'vi', linked = [] }: { locale?: string; linked?: Reference[] } = {},
): PresentContext<Row> => ({
  locale,
  defaultLocale: 'vi',
  shared,
  absoluteUrl: (path) => (path.startsWith('http') ? path : `${API}${path}`),
  siteUrl: (collection, language, slug) => `${SITE}/${language}/${collection}/${slug}`,
  url: `${SITE}/${locale}/item`,
  localizations: [],
  linked: (kind) => (kind === 'document' ? linked : []),
  linking: () => [],
  reachable: () => [],
  named: () => [],
  published: () => null,
  linkedBy: () => [],
});

export const file = (documentId: string, extra: object = {}) => ({
  id: 900,
  documentId,
  name: `${documentId}.jpg`,
  url: `/uploads/${documentId}.jpg`,
  mime: 'image/jpeg',
  width: 800,
  height: 600,
  size: 12.34,
  hash: 'hidden-hash',
  provider: 'local',
  folderPath: '/1',
  ...extra,
});

const translation = (texts: object) => [{ locale: 'en', ...texts }];

const topic = (slug: string, name: string, parent: NamedRow | null = null): NamedRow & { description: string } => ({
  documentId: `topic-${slug}`,
  slug,
  name,
  description: 'ẩn',
  translations: translation({ slug: `${slug}-en`, name: `${name} (en)` }),
  parent,
});

export const section = (value: string) => ({
  __component: 'gazette.text',
  id: 3,
  body: [{ type: 'paragraph', children: [{ type: 'text', text: value }] }],
});

const system = {
  id: 41,
  createdBy: { id: 1 },
  updatedBy: { id: 1 },
  revision: 9,
  updateType: 'minor',
  changeNote: 'nháp',
};

/** An article with every attribute set; members that no reader may see are in it on purpose. */
export const articleRow = (own: object = {}): ArticleRow => ({
  ...system,
  documentId: 'article-1',
  locale: 'vi',
  slug: 'cau-moi',
  publishedAt: '2024-01-02T00:00:00.000Z',
  title: 'Thông xe cầu mới theo Kết luận số 57-KL/TW',
  kicker: '  ',
  lead: 'Cầu nối hai xã, đúng Kế hoạch số 94-KH/HU.',
  cover: { image: file('cover'), alternativeText: 'Cầu mới', caption: 'Cầu nhìn từ bờ bắc', credit: '' },
  body: [
    section('Theo Kế hoạch số 94-KH/HU, cầu dài 120 mét.'),
    { __component: 'gazette.figure', id: 2, image: file('inside'), caption: 'Nhịp giữa', credit: null },
    { __component: 'gazette.gallery', id: 2, title: null, figures: [{ id: 8, image: file('gallery'), caption: null }] },
    {
      __component: 'gazette.media',
      id: 4,
      kind: 'video',
      file: file('clip', { url: '/uploads/clip.mp4', mime: 'video/mp4' }),
      caption: 'Lễ cắt băng',
    },
  ],
  topics: [topic('giao-thong', 'Giao thông', topic('kinh-te', 'Kinh tế', topic('tin-tuc', 'Tin tức')))],
  dossiers: [
    { documentId: 'dossier-1', slug: 'xay-cau', title: 'Xây cầu', translations: translation({ title: 'New bridges' }) },
  ],
  tags: [{ documentId: 'tag-1', slug: 'cau', name: 'Cầu', translations: null }],
  authorships: [
    {
      author: {
        documentId: 'author-1',
        slug: 'le-minh',
        name: 'Lê Minh',
        role: 'Phóng viên',
        unit: 'Ban Biên tập',
        translations: translation({ role: 'Reporter' }),
      },
      position: '',
    },
    {
      author: { documentId: 'author-2', slug: 'vo-an', name: 'Võ An', role: 'Biên tập viên' },
      position: 'Cộng tác viên',
    },
    { author: null, position: 'Người đã bị xoá' },
  ],
  byline: '',
  source: { name: '', url: '' },
  releasedAt: '2023-12-31T18:30:00.000Z',
  publicUpdatedAt: '2024-02-01T00:00:00.000Z',
  changeHistory: [{ at: '2024-02-01T00:00:00.000Z', note: 'Bổ sung chiều dài cầu', by: 'admin@example.vn' }],
  corrections: [{ at: '2024-02-01T00:00:00.000Z', text: 'Cầu dài 120 mét, không phải 102 mét.' }],
  withdrawal: null,
  dismissedCitations: [],
  allowRating: null,
  featured: null,
  pinnedUntil: null,
  seo: { metaTitle: '', metaDescription: '', noIndex: null },
  ...{ imported: { from: 'nukeviet', key: 'secret-import-key' } },
  ...own,
});

export const issuer = (slug: string, own: Partial<IssuerRow> = {}): IssuerRow => ({
  documentId: `issuer-${slug}`,
  slug,
  code: 'HU',
  name: 'Huyện ủy',
  level: 'district',
  branch: 'party',
  translations: [{ locale: 'en', name: 'District Party Committee' }],
  ...own,
});

const documentRow = {
  ...system,
  documentId: 'document-1',
  locale: 'vi',
  slug: 'ke-hoach-94-kh-hu-2023',
  publishedAt: '2024-01-02T00:00:00.000Z',
  symbol: '94-KH/HU',
  number: '94',
  year: null,
  title: 'Kế hoạch xây cầu nông thôn',
  classification: 'public',
  recipients: 'Lưu văn phòng',
  issuer: issuer('huyen-uy'),
  coIssuers: [issuer('ubnd', { name: 'Ủy ban nhân dân huyện', code: 'UBND', translations: null })],
  signers: [{ id: 3, name: 'Trần Văn Bình', position: 'Bí thư', capacity: 'TM.' }],
  issuedOn: '2023-08-31',
  effectiveFrom: '2023-09-01',
  effectiveTo: null,
  summary: '',
  body: [section('Nội dung kế hoạch.')],
  attachments: [
    {
      id: 1,
      file: file('scan', { url: '/uploads/scan.pdf', mime: 'application/pdf' }),
      title: '',
      official: true,
      pages: 4,
    },
    { id: 2, file: null, title: 'Tệp đã mất' },
  ],
  topics: [topic('giao-thong', 'Giao thông')],
  releasedAt: '2023-09-01T01:00:00.000Z',
  publicUpdatedAt: null,
};

export const directiveRow = (own: object = {}): DirectiveRow => ({
  ...documentRow,
  kind: 'plan',
  tasks: [
    {
      title: 'Khảo sát',
      leadIssuer: issuer('phong-kinh-te'),
      supportingIssuers: null,
      dueOn: '2023-10-01',
      status: null,
    },
  ],
  ...own,
});

export const resolutionRow = (own: object = {}): ResolutionRow => ({
  ...documentRow,
  kind: 'council',
  symbol: '38/2023/NQ-HĐND',
  meeting: 'Kỳ họp thứ 10',
  term: '',
  adoptedOn: '2023-08-30',
  votesFor: 30,
  votesAgainst: 0,
  votesAbstained: null,
  ...own,
});
