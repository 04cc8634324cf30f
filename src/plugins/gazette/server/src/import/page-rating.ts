import type { PageWarning } from './page-warning';

/** Figures of one rating line: the total ("5 trong 1 đánh giá"), or the average ("5 - 1 phiếu bầu"). */
export type RatingFigures =
  { kind: 'total'; sum: number; count: number } | { kind: 'average'; average: number; decimals: number; count: number };

/** Totals of a page: points (1 to 5 a vote) and votes, with what is odd about them. */
export interface RatingTotals {
  sum: number;
  count: number;
  warnings: PageWarning[];
}

const TOTAL = /^tổng số điểm(?: của bài viết)? là: ?(\d{1,9}) (?:trong|sau) (\d{1,9}) (?:đánh giá|lượt xếp hạng)/u;
const AVERAGE = /^xếp hạng: ?(\d{1,9})(?:[.,](\d{1,9}))? - (\d{1,9}) phiếu bầu/u;
const PROMPT = /^click để (?:đánh giá|xếp hạng) bài viết/u;
const LONGEST_LINE = 300;

/**
 * The figures of a line made of nothing but rating texts (several may share a line), possibly none ("Click để đánh giá
 * bài viết"); null for any other line.
 */
export function readRatingLine(text: string): RatingFigures[] | null {
  if (text.length > LONGEST_LINE) return null;
  const figures: RatingFigures[] = [];
  let rest = text.toLowerCase();
  while (rest !== '') {
    const total = TOTAL.exec(rest);
    const average = AVERAGE.exec(rest);
    const match = total ?? average ?? PROMPT.exec(rest);
    if (match === null) return null;
    if (total) figures.push({ kind: 'total', sum: Number(total[1]), count: Number(total[2]) });
    if (average) {
      const fraction = average[2] ?? '';
      const value = Number(`${average[1]}.${fraction || '0'}`);
      figures.push({ kind: 'average', average: value, decimals: fraction.length, count: Number(average[3]) });
    }
    rest = rest.slice(match[0].length).trim();
  }
  return figures;
}

/**
 * The totals of a page from all its rating lines. The first "Tổng số điểm" line is kept exactly, whatever else is
 * printed; contradictions and impossible totals are warnings. A page with the average alone gives average times count.
 */
export function addUpRating(figures: readonly RatingFigures[]): RatingTotals {
  const total = figures.find((figure) => figure.kind === 'total');
  const average = figures.find((figure) => figure.kind === 'average');
  if (total === undefined) return average === undefined ? { sum: 0, count: 0, warnings: [] } : fromAverage(average);
  const { sum, count } = total;
  const warnings: PageWarning[] = [];
  if (figures.some((figure) => contradicts(figure, sum, count))) {
    warnings.push({
      code: 'rating-contradiction',
      vi: `Các dòng xếp hạng không khớp nhau; giữ dòng “Tổng số điểm”: ${sum} điểm trong ${count} đánh giá.`,
      en: `The rating lines contradict each other; the total is kept: ${sum} points in ${count} ratings.`,
    });
  }
  return { sum, count, warnings: [...warnings, ...impossible(sum, count)] };
}

function fromAverage({ average, count }: { average: number; count: number }): RatingTotals {
  const sum = Math.round(average * count);
  const derived = {
    code: 'rating-total-missing',
    vi: `Trang không có dòng “Tổng số điểm”; tổng ${sum} điểm được tính từ điểm trung bình ${average} của ${count} phiếu.`,
    en: `The page has no total of points; ${sum} was worked out from an average of ${average} over ${count} votes.`,
  };
  return { sum, count, warnings: [derived, ...impossible(sum, count)] };
}

/** NukeViet rounds the average to one decimal and prints no trailing zero. */
function contradicts(figure: RatingFigures, sum: number, count: number): boolean {
  if (figure.count !== count) return true;
  if (figure.kind === 'total') return figure.sum !== sum;
  const expected = count === 0 ? 0 : sum / count;
  const tolerance = 0.5 * 10 ** -Math.max(figure.decimals, 1) + 1e-9;
  return Math.abs(figure.average - expected) > tolerance;
}

function impossible(sum: number, count: number): PageWarning[] {
  if (sum >= count && sum <= 5 * count) return [];
  return [
    {
      code: 'rating-impossible',
      vi: `${sum} điểm trong ${count} đánh giá là không thể có: mỗi đánh giá từ 1 đến 5 điểm.`,
      en: `${sum} points in ${count} ratings cannot be: each rating is 1 to 5 points.`,
    },
  ];
}
