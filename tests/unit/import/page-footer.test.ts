import { parseNukeVietPage } from '../../../src/plugins/gazette/server/src/import';
import { SAMPLE, samplePage } from './sample-page';

const { paragraphs, rating, idle } = SAMPLE;
const BYLINE = `Tác giả bài viết: ${SAMPLE.byline}`;
const LISTS = [
  'Ý kiến bạn đọc',
  'Bài hay quá, cảm ơn xã!',
  'Theo dòng sự kiện',
  'Một tin khác (01/12/2023)',
  'Những tin mới hơn',
];
const OLDER = ['Tin thứ nhất', 'Những tin cũ hơn', 'Tin thứ hai'];

const read = (below: string[], body = paragraphs) => parseNukeVietPage(samplePage({ body, below }));

test('everything the portal prints below an article is dropped', () => {
  const below = [
    BYLINE,
    'Nguồn tin: Đài Truyền thanh huyện',
    'Từ khóa: kênh mương, thanh niên; kênh mương',
    'Facebook',
    'Chia sẻ',
  ];
  const page = read([...below, ...rating, ...LISTS, ...OLDER, idle]);
  expect(page).toMatchObject({
    paragraphs,
    byline: SAMPLE.byline,
    source: 'Đài Truyền thanh huyện',
    tags: ['kênh mương', 'thanh niên'],
    ratingSum: 9,
    ratingCount: 2,
    warnings: [],
  });
});

test.each([
  ['tags below the rating', [BYLINE, ...rating, 'Tags: lúa, kênh'], { tags: ['lúa', 'kênh'], byline: SAMPLE.byline }],
  [
    'the source above the author',
    ['Nguồn tin: Báo Ấp Bắc', BYLINE, ...rating],
    { source: 'Báo Ấp Bắc', byline: SAMPLE.byline },
  ],
  [
    'labels with the value on the next line',
    ['Tác giả bài viết:', 'Minh Khoa', 'Từ khoá:', 'lúa'],
    { byline: 'Minh Khoa', tags: ['lúa'] },
  ],
  ['the short label of newer releases', ['Tác giả: Minh Khoa', ...rating], { byline: 'Minh Khoa' }],
  ['an article without keywords', [BYLINE, 'Từ khóa: n/a'], { tags: [] }],
  ['a label without any value', ['Tác giả bài viết:', ...rating], { byline: null, author: null, ratingCount: 2 }],
  ['lists right after the body', ['Những tin cũ hơn', 'Tin thứ hai', BYLINE], { byline: null }],
  ['comments right after the body', ['Ý kiến bạn đọc', 'Hay quá!'], { byline: null }],
  ['rating texts on one line', [BYLINE, rating.join(' ')], { ratingSum: 9, ratingCount: 2 }],
  [
    'the words of newer releases',
    ['Tổng số điểm là: 9 sau 2 lượt xếp hạng', 'Click để xếp hạng bài viết'],
    { ratingSum: 9 },
  ],
])('%s', (_name, below, expected) => {
  expect(read(below)).toMatchObject({ ...expected, paragraphs, warnings: [] });
});

test.each([
  'Tác giả bài viết đã trao đổi với bà con về việc đánh giá kết quả.',
  'Bạn đọc có thể click để đánh giá bài viết ở cuối trang.',
  'Nguồn tin: theo Trạm Thủy nông, mực nước đã tăng.',
  'Tổng số điểm của bài viết là: 5 trong 1 đánh giá, theo ban giám khảo cuộc thi.',
  'Xếp hạng: 1 - Ấp Bình Tây',
  'Những tin mới hơn cho thấy lúa đang được giá.',
  'Ý kiến bạn đọc',
  'Facebook',
  'constructor',
  'constructor: x',
  '__proto__',
  'Tags: là nhãn dán trên bao lúa giống.',
])('within the body “%s” is text', (line) => {
  const body = [paragraphs[0], line, paragraphs[1]];
  expect(read([BYLINE, ...rating], body)).toMatchObject({ paragraphs: body, byline: SAMPLE.byline, warnings: [] });
});

test('a long paragraph that begins like a short label is text', () => {
  const prose = `Tác giả: ${'người viết nên câu chuyện này, '.repeat(10)}`.trim();
  expect(read(rating, [...paragraphs, prose])).toMatchObject({ byline: null, paragraphs: [...paragraphs, prose] });
});

test('unknown text after the byline is kept, and between rating and lists is reported', () => {
  const page = read([BYLINE, 'Ảnh: Minh Khoa', ...rating, 'Một dòng lạ', idle, 'Cổng thông tin của xã']);
  expect(page.paragraphs).toEqual([...paragraphs, 'Ảnh: Minh Khoa']);
  expect(page.warnings.map(({ code }) => code)).toEqual(['text-after-byline', 'text-after-footer']);
});

test.each([
  ['a whole average', ['5 trong 1', '5 - 1'], [5, 1], []],
  ['an average rounded to one decimal', ['14 trong 3', '4.7 - 3'], [14, 3], []],
  ['an average with a comma', ['9 trong 2', '4,5 - 2'], [9, 2], []],
  ['no votes yet', ['0 trong 0', '0 - 0'], [0, 0], []],
  ['another average', ['5 trong 1', '4 - 1'], [5, 1], ['rating-contradiction']],
  ['another count', ['5 trong 1', '5 - 2'], [5, 1], ['rating-contradiction']],
  ['too many points', ['11 trong 2', '5.5 - 2'], [11, 2], ['rating-impossible']],
  ['too few points', ['1 trong 2', '0.5 - 2'], [1, 2], ['rating-impossible']],
  ['points without votes', ['5 trong 0', '5 - 0'], [5, 0], ['rating-contradiction', 'rating-impossible']],
])('rating lines with %s', (_name, [total, average], [sum, count], codes) => {
  const page = read([`Tổng số điểm của bài viết là: ${total} đánh giá`, `Xếp hạng: ${average} phiếu bầu`]);
  expect([page.ratingSum, page.ratingCount]).toEqual([sum, count]);
  expect(page.warnings.map(({ code }) => code)).toEqual(codes);
});

test('an average alone gives the total it implies, with a warning', () => {
  const page = read(['Xếp hạng: 4.5 - 2 phiếu bầu']);
  expect(page).toMatchObject({ ratingSum: 9, ratingCount: 2, warnings: [{ code: 'rating-total-missing' }] });
});
