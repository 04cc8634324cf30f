import { createArticle, updateArticle } from './articles';
import type { TestApp } from './start-app';

/** What a made article holds: enough to work a list out without asking the API. */
export interface MadeArticle {
  documentId: string;
  title: string;
  /** The title of its English version; null where it has none. */
  english: string | null;
  firstPublishedAt: string;
  publicUpdatedAt: string;
  /** The year in Vietnam. */
  year: string;
  /** Slugs, those of a topic's ancestors included. */
  topics: string[];
  tags: string[];
  dossiers: string[];
  authors: string[];
  cites: string[];
  featured: boolean;
  withdrawn: boolean;
}

const COUNT = 40;

const FIRST_WORDS = [
  ...['Đường quê', 'Dân bản', 'An toàn', 'Ăn quả', 'Ân cần', 'Ấm no', 'Ôn tập', 'Ổn định', 'Ơn nghĩa', 'Oan trái'],
  ...[
    'Ưu tiên',
    'Ung dung',
    'Ích nước',
    'Ít ỏi',
    'Êm đềm',
    'Em nhỏ',
    'Đại hội',
    'Dạy nghề',
    'Đoàn kết',
    'Doanh nghiệp',
  ],
];

const TREE = { 'kinh-te': null, 'nong-nghiep': 'kinh-te', 'chan-nuoi': 'nong-nghiep', 'van-hoa': null } as const;
type Topic = keyof typeof TREE;

const NAMES: Record<Topic, string> = {
  'kinh-te': 'Kinh tế',
  'nong-nghiep': 'Nông nghiệp',
  'chan-nuoi': 'Chăn nuôi',
  'van-hoa': 'Văn hoá',
};

const withAncestors = (topic: Topic): Topic[] => {
  const parent = TREE[topic];
  return parent === null ? [topic] : [topic, ...withAncestors(parent)];
};

const every = <One>(step: number, index: number, value: One): One[] => (index % step === 0 ? [value] : []);

/** Half-days apart, with some on the same instant; number 7 came out 14 minutes after midnight in Vietnam. */
const releaseOf = (index: number): string => {
  if (index === 7) return '2023-08-31T17:14:00.000Z';
  if (index === 8) return '2023-08-31T16:59:59.999Z';
  if (index === 9) return '2023-12-31T17:00:00.000Z';
  const step = Math.floor(index / 2) * 2;
  return new Date(Date.parse('2022-06-01T03:00:00Z') + step * 25 * 86_400_000).toISOString();
};

const yearInVietnam = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 4);

const makeSupport = async ({ strapi }: TestApp) => {
  const ids = new Map<string, string>();
  const add = async (uid: 'topic' | 'tag' | 'dossier' | 'author', slug: string, data: object) => {
    const made = await strapi.documents(`plugin::gazette.${uid}`).create({ data: { slug, ...data } });
    ids.set(slug, made.documentId);
  };
  for (const topic of Object.keys(NAMES) as Topic[]) {
    const parent = TREE[topic];
    await add('topic', topic, {
      name: NAMES[topic],
      ...(parent === null ? {} : { parent: ids.get(parent) }),
      translations: topic === 'kinh-te' ? [{ locale: 'en', name: 'Economy', slug: 'economy' }] : [],
    });
  }
  await add('tag', 'le-hoi', { name: 'Lễ hội' });
  await add('tag', 'y-te', { name: 'Y tế' });
  await add('dossier', 'chong-han', { title: 'Chống hạn' });
  await add('author', 'do-thi-anh', { name: 'Đỗ Thị Ánh' });
  await add('author', 'ly-van-on', { name: 'Lý Văn Ổn' });
  return (slugs: string[]) => slugs.map((slug) => ids.get(slug));
};

const CITED = ['57-KL/TW', '15/2024/QĐ-UBND'];

const planOf = (index: number): Omit<MadeArticle, 'documentId'> & { ownTopics: Topic[] } => {
  const topics = Object.keys(TREE) as Topic[];
  const own = index % 5 === 4 ? [] : [topics[index % 4] ?? 'kinh-te', ...every(6, index, 'van-hoa' as const)];
  const ownTopics = [...new Set(own)];
  const firstPublishedAt = releaseOf(index);
  return {
    title: `${FIRST_WORDS[index % FIRST_WORDS.length]} ${index < FIRST_WORDS.length ? 'mùa khô' : 'mùa mưa'}`,
    english: index % 4 === 0 ? `News number ${index}` : null,
    firstPublishedAt,
    publicUpdatedAt: firstPublishedAt,
    year: yearInVietnam(firstPublishedAt),
    ownTopics,
    topics: [...new Set(ownTopics.flatMap(withAncestors))],
    tags: [...every(3, index, 'le-hoi'), ...every(4, index, 'y-te')],
    dossiers: every(7, index, 'chong-han'),
    authors: [index % 3 === 1 ? 'ly-van-on' : 'do-thi-anh'],
    cites: [...every(6, index, CITED[0] ?? ''), ...every(9, index, CITED[1] ?? '')],
    featured: index % 5 === 0,
    withdrawn: index % 13 === 1,
  };
};

const makeOne = async (app: TestApp, idsOf: (slugs: string[]) => unknown[], index: number): Promise<MadeArticle> => {
  const { ownTopics, ...plan } = planOf(index);
  const { title, english, tags, dossiers, authors, cites, featured, withdrawn, firstPublishedAt } = plan;
  const { documentId } = await createArticle(
    app,
    {
      title,
      lead: ['Tin của huyện.', ...cites.map((symbol) => `Căn cứ văn bản số ${symbol}.`)].join(' '),
      topics: idsOf(ownTopics),
      tags: idsOf(tags),
      dossiers: idsOf(dossiers),
      authorships: idsOf(authors).map((author) => ({ author })),
      featured,
      releasedAt: firstPublishedAt,
      ...(withdrawn ? { withdrawal: { at: '2024-12-01T00:00:00Z', reason: 'Sai số liệu.' } } : {}),
    },
    { status: 'published' },
  );
  if (english !== null) {
    await updateArticle(app, documentId, { title: english, lead: 'In English.' }, { locale: 'en' });
  }
  if (index % 10 !== 3) return { documentId, ...plan };
  const updated = await updateArticle(app, documentId, { updateType: 'major', changeNote: 'Cập nhật số liệu.' });
  return { documentId, ...plan, publicUpdatedAt: new Date(String(updated?.publicUpdatedAt)).toISOString() };
};

/**
 * Publishes 40 articles that differ in everything a list can sort or filter by: a tree of topics, tags, a dossier,
 * authors, years, equal instants, English versions, withdrawals, major updates, cited symbols.
 */
export const makeArticles = async (app: TestApp): Promise<MadeArticle[]> => {
  const idsOf = await makeSupport(app);
  const made: MadeArticle[] = [];
  for (let index = 0; index < COUNT; index += 1) made.push(await makeOne(app, idsOf, index));
  return made;
};
