import { readRatingLine, type RatingFigures } from './page-rating';

/**
 * What stands below an article on a NukeViet page (modules/news, templates of 3.x and 4.x): the author, the source, tags,
 * the copyright note, share buttons, the rating, the notice about an idle visitor, and lists of other articles. `list`
 * headings are the portal's own words; `heading` is one that an article might also use as a subheading.
 */
export type FooterLine =
  | { kind: 'byline' | 'author' | 'source' | 'tags'; value: string }
  | { kind: 'rating'; figures: RatingFigures[] }
  | { kind: 'copyright' | 'share' | 'idle' | 'list' | 'heading' };

export type FooterKind = FooterLine['kind'];

const LABELS = new Map<string, 'byline' | 'author' | 'source' | 'tags'>(
  Object.entries({
    'tác giả bài viết': 'byline',
    'tác giả': 'author',
    'nguồn tin': 'source',
    'từ khóa': 'tags',
    'từ khoá': 'tags',
    tags: 'tags',
    tag: 'tags',
  } as const),
);
const LONGEST_LABEL = Math.max(...[...LABELS.keys()].map((label) => label.length));

/** A longer one is prose that happens to begin so. "Tác giả bài viết" has no such bound: too long a byline is an error. */
const LONGEST_VALUE: Readonly<Record<string, number | undefined>> = { author: 200, source: 255 };

const WHOLE_LINES = new Map<string, 'share' | 'idle' | 'list' | 'heading'>(
  Object.entries({
    'những tin mới hơn': 'list',
    'những tin cũ hơn': 'list',
    'ý kiến bạn đọc': 'heading',
    'theo dòng sự kiện': 'heading',
    'gửi bài viết qua email': 'share',
    'giới thiệu bài viết cho bạn bè': 'share',
    'in ra': 'share',
    'in bài viết này': 'share',
    'lưu bài viết này': 'share',
    'chia sẻ': 'share',
    'chia sẻ bài viết': 'share',
    'chia sẻ facebook': 'share',
    'chia sẻ zalo': 'share',
    facebook: 'share',
    twitter: 'share',
    tweet: 'share',
    zalo: 'share',
    like: 'share',
    share: 'share',
    thích: 'share',
    'bài viết rất kém': 'share',
    'bài viết kém': 'share',
    'bài viết đạt': 'share',
    'bài viết tốt': 'share',
    'bài viết rất tốt': 'share',
  } as const),
);

const IDLE = /^bạn đã không sử dụng site, ?bấm vào đây để duy trì trạng thái đăng nhập/u;
const IDLE_COUNTDOWN = /^thời gian chờ: ?\d{1,6} giây$/u;
const COPYRIGHT = /^chú ý: ?việc đăng lại bài viết trên ở website/u;

/**
 * What a whole line is on the lower part of a page, or null for text of its own. A sentence that merely mentions such
 * words ("được đánh giá cao") is never taken: labels need their colon at once, the idle notice and
 * the copyright note their long opening words, and every other line must match to its end.
 */
export function recogniseFooterLine(text: string): FooterLine | null {
  const colon = text.slice(0, LONGEST_LABEL + 3).indexOf(':');
  if (colon > 0) {
    const label = LABELS.get(text.slice(0, colon).trim().toLowerCase());
    const value = text.slice(colon + 1).trim();
    if (label !== undefined && value.length <= (LONGEST_VALUE[label] ?? Infinity)) return { kind: label, value };
  }
  const start = text.slice(0, 200).toLowerCase();
  if (IDLE.test(start) || IDLE_COUNTDOWN.test(start)) return { kind: 'idle' };
  if (COPYRIGHT.test(start)) return { kind: 'copyright' };
  const whole = WHOLE_LINES.get(start.replace(/ ?:$/u, ''));
  if (whole !== undefined && text.length <= start.length) return { kind: whole };
  const figures = readRatingLine(text);
  return figures === null ? null : { kind: 'rating', figures };
}
