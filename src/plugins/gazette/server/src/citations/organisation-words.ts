import { foldWord } from '../symbols/characters';

const phrases = (list: string): string[][] => list.split('|').map((phrase) => phrase.split(' '));

/** How names of bodies begin; these also in lower case ("của huyện ủy"), and each of them is a name by itself. */
const plainHeads = phrases(
  'tỉnh ủy|huyện ủy|thành ủy|quận ủy|thị ủy|đảng ủy|chi bộ|ủy ban nhân dân|hội đồng nhân dân|thủ tướng chính phủ|' +
    'thủ tướng|chính phủ|quốc hội|ban thường vụ|ban chấp hành|ban bí thư|bộ chính trị|ủy ban kiểm tra|' +
    'chủ tịch nước|ubnd|hđnd',
);
/** Heads with a capital that a place or another body follows, or nothing. */
const seatHeads = phrases(
  'ubkt|bhxh|ubmttq|mttq|công đoàn|tỉnh đoàn|huyện đoàn|thành đoàn|quận đoàn|thị đoàn|trung ương đoàn|quân ủy|' +
    'quân khu|' +
    'bộ tư lệnh|chi đoàn|tổ công tác|viện kiểm sát|văn phòng|ban cán sự đảng|btv|bch|trung ương|thường trực|' +
    'thường vụ|mặt trận|công an|đảng bộ|kiểm toán|tòa án|tổng bí thư|' +
    'ban chỉ đạo|ban chỉ huy|ban quản lý|hội đồng tuyển dụng',
);
/** Heads with a capital that say nothing without the task after them: Sở Nội vụ, Chi cục Thuế, Hội Nông dân. */
const taskHeads = phrases(
  'bộ|ban|sở|phòng|văn phòng|ủy ban|hội đồng|đoàn|tổng cục|cục|chi cục|vụ|viện|hội|thanh tra|ngân hàng|bảo hiểm|' +
    'liên đoàn|trung tâm|tổng liên đoàn|tổng|kho bạc|trường|trạm|đội|hạt|đài|đảng đoàn',
);
/** Heads with a capital that name who leads a body; the body follows. */
const titleHeads = phrases(
  'chủ tịch|bí thư|bộ trưởng|giám đốc|tổng giám đốc|thống đốc|viện trưởng|chánh án|chánh văn phòng|chánh thanh tra|' +
    'trưởng ban|trưởng phòng|chỉ huy trưởng',
);

/** Words of two syllables in names of bodies; the second syllable is written small (Chính trị, Tuyên giáo, Tư pháp). */
const terms = new Set(
  (
    'chính trị|bí thư|thường vụ|chấp hành|trung ương|ủy ban|thủ tướng|chính phủ|quốc hội|hội đồng|tuyên giáo|' +
    'tổ chức|' +
    'kiểm tra|thanh tra|dân vận|nội chính|nội vụ|giáo dục|đào tạo|công nghệ|thông tin|truyền thông|truyền thanh|' +
    'xây dựng|kinh tế|tư pháp|lao động|thương binh|khoa học|kế hoạch|đầu tư|nông nghiệp|phát triển|môi trường|' +
    'tài nguyên|tài chính|thể thao|du lịch|văn hóa|văn phòng|chi bộ|cán bộ|đảng bộ|thường trực|chủ tịch|bộ trưởng|' +
    'thanh niên|phụ nữ|liên đoàn|liên hiệp|tổng cục|chi cục|cơ quan|ngân hàng|bảo hiểm|công an|viện trưởng|tòa án|' +
    'kiểm sát|kiểm toán|kiểm lâm|mặt trận|tổ quốc|quốc gia|quốc phòng|quân sự|hạ tầng|đô thị|công thương|dân tộc|' +
    'tôn giáo|nhân dân|nông dân|nhà nước|chỉ đạo|chỉ huy|ngoại giao|giao thông|quản lý|dịch vụ|kỹ thuật|cộng sản|' +
    'y tế|công đoàn|tỉnh đoàn|huyện đoàn|thành đoàn|tư lệnh|biên phòng|kho bạc|thống kê|tổng hợp|tỉnh ủy|' +
    'huyện ủy|thành ủy|quận ủy|thị ủy|đảng ủy|dự án|xã hội|phòng chống|học viện|hải quan|thi hành|thi đua|' +
    'khen thưởng|phòng thủ'
  ).split('|'),
);
/** Runs of small words inside names; tried at every small word. */
const smallRuns = phrases(
  'nhân dân tối cao|nhân dân|dự án đầu tư xây dựng|dự án|cơ sở|dân sự|phát triển nông thôn|vận tải|nhà nước|' +
    'nông thôn|kiểm tra|trung ương|cơ quan|cán sự đảng|' +
    'chiến binh|thập đỏ|cao tuổi|án dân sự|hành chính công|thành phố|thị trấn|thị xã|đặc khu|khu phố|tỉnh|huyện|' +
    'quận|' +
    'phường|xã|ấp|thôn|khóm',
);
/** What a number may follow inside names: ấp 4, phường 1, Ban Chỉ đạo 389. */
const numbered = new Set('phường quận ấp thôn khóm phố đạo khu'.split(' '));

/** What may follow "và" inside one name (Thông tin và Truyền thông); other bodies and documents may not. */
const afterAnd = phrases(
  'truyền thông|truyền thanh|đào tạo|môi trường|dân vận|du lịch|đầu tư|xã hội|phát triển|tôn giáo|hạ tầng|đô thị|' +
    'thể thao|công nghệ|thông tin|dịch vụ',
);

/** Words with a capital that end a name, above all where everything is in capitals. */
const stops = new Set('về ngày đến và trong tại giai theo số'.split(' '));
/** The same, but with only the first letter a capital they may belong to a place (Năm Căn). */
const shoutedStops = new Set('năm đã vừa mới ký ra có do được của'.split(' '));

/** The words that names of bodies are made of, as typed with diacritics or without any. */
export type Vocabulary = {
  plainHeads: string[][];
  seatHeads: string[][];
  taskHeads: string[][];
  titleHeads: string[][];
  smallRuns: string[][];
  afterAnd: string[][];
  terms: ReadonlySet<string>;
  numbered: ReadonlySet<string>;
  stops: ReadonlySet<string>;
  shoutedStops: ReadonlySet<string>;
  /** First words of all heads, for a quick look. */
  firstWords: ReadonlySet<string>;
};

type Lists = Omit<Vocabulary, 'firstWords'>;

function vocabulary(lists: Lists): Vocabulary {
  const heads = [...lists.plainHeads, ...lists.seatHeads, ...lists.taskHeads, ...lists.titleHeads];
  return { ...lists, firstWords: new Set(heads.map(([first]) => first)) };
}

const lists: Lists = {
  plainHeads,
  seatHeads,
  taskHeads,
  titleHeads,
  smallRuns,
  afterAnd,
  terms,
  numbered,
  stops,
  shoutedStops,
};
const foldedPhrases = (list: string[][]) => list.map((phrase) => phrase.map(foldWord));
const foldedSet = (set: ReadonlySet<string>) => new Set([...set].map(foldWord));

export const spelledWords = vocabulary(lists);
/** For names typed without diacritics (Huyen uy Cho Gao). "So" is Sở there and not số. */
export const asciiWords = vocabulary({
  plainHeads: foldedPhrases(plainHeads),
  seatHeads: foldedPhrases(seatHeads),
  taskHeads: foldedPhrases(taskHeads),
  titleHeads: foldedPhrases(titleHeads),
  smallRuns: foldedPhrases(smallRuns),
  afterAnd: foldedPhrases(afterAnd),
  terms: foldedSet(terms),
  numbered: foldedSet(numbered),
  stops: new Set([...foldedSet(stops)].filter((word) => word !== 'so')),
  shoutedStops: foldedSet(shoutedStops),
});
