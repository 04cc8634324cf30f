import type { Problem, ProblemCode } from '../legal-status';
import type { EditorMessage } from '../sections/section-error';

/** What a text names: symbols instead of ids, days as people write them. */
interface Named {
  /** The acting document. */
  by: string;
  /** The members of a circle. */
  circle: string;
  /** " (khoản 2 Điều 8)", or nothing for the whole document. */
  part: string;
  vi: { on: string };
  en: { on: string };
}

const TEXTS: Readonly<Record<ProblemCode, (named: Named) => EditorMessage>> = {
  'ends-before-it-begins': ({ vi, en }) => ({
    vi: `Ngày hết hiệu lực${vi.on} đứng trước ngày có hiệu lực. Hãy kiểm tra hai ngày này.`,
    en: `The last day in force${en.on} lies before the first one. Check the two days.`,
  }),
  'relation-to-itself': () => ({
    vi: 'Có một quan hệ trỏ về chính văn bản này; quan hệ ấy không được tính. Hãy sửa số, ký hiệu hoặc xoá quan hệ.',
    en: 'A relation points to this document itself and does not count. Correct its symbol or remove it.',
  }),
  'effect-without-day': ({ by, part }) => ({
    vi: `${by} tác động đến văn bản này${part} nhưng không rõ từ ngày nào nên chưa được tính. Hãy ghi ngày có hiệu lực ở ${by}.`,
    en: `${by} acts on this document${part}, but from what day is not known, so it does not count yet. Give ${by} its day.`,
  }),
  'ended-before-issued': ({ by, vi, en }) => ({
    vi: `${by} làm văn bản này hết hiệu lực${vi.on}, trước cả ngày ban hành. Có thể nhầm văn bản trùng ký hiệu, hoặc sai ngày.`,
    en: `${by} ends this document${en.on}, before it was issued. Perhaps another document of that symbol is meant, or a day is wrong.`,
  }),
  'annulment-circle': ({ circle }) => ({
    vi: `Các văn bản huỷ bỏ lẫn nhau: ${circle}. Không quan hệ huỷ bỏ nào trong vòng này được tính; hãy sửa quan hệ sai.`,
    en: `Documents annul each other: ${circle}. None of these annulments counts; correct the wrong one.`,
  }),
  'extension-without-until': ({ by }) => ({
    vi: `${by} kéo dài hiệu lực nhưng không ghi "Đến ngày", nên chưa được tính.`,
    en: `${by} extends this document without saying until what day, so it does not count yet.`,
  }),
  'extension-without-end': ({ by }) => ({
    vi: `${by} kéo dài hiệu lực của văn bản vốn không có ngày hết hiệu lực; từ nay văn bản có ngày hết hiệu lực. Hãy kiểm tra.`,
    en: `${by} extends a document that had no last day; now it has one. Check that this is meant.`,
  }),
  'extension-shortens': ({ by }) => ({
    vi: `"Kéo dài hiệu lực" của ${by} lại làm hết hiệu lực sớm hơn trước. Hãy kiểm tra "Đến ngày".`,
    en: `The extension by ${by} ends the document earlier than before. Check its last day.`,
  }),
  'extension-after-end': ({ by, vi, en }) => ({
    vi: `Khi ${by} kéo dài${vi.on}, văn bản này đã hết hiệu lực; nó có hiệu lực lại từ ngày đó.`,
    en: `When ${by} extended it${en.on} this document had ended; it is in force again from that day.`,
  }),
  'suspension-without-days': ({ by }) => ({
    vi: `Thời gian tạm ngưng theo ${by} kết thúc trước khi bắt đầu. Hãy kiểm tra các ngày.`,
    en: `The suspension by ${by} is over before it begins. Check its days.`,
  }),
  'resumption-before-suspension': ({ by, vi, en }) => ({
    vi: `${by} cho tiếp tục thi hành${vi.on}, trước khi văn bản bị tạm ngưng. Hãy kiểm tra các ngày.`,
    en: `${by} resumes this document${en.on}, before it is suspended. Check the days.`,
  }),
  'resumption-of-nothing': ({ by, part, vi, en }) => ({
    vi: `${by} cho tiếp tục thi hành${part}${vi.on}, nhưng lúc đó không có việc tạm ngưng nào.`,
    en: `${by} resumes this document${part}${en.on}, but nothing was suspended then.`,
  }),
  'ending-circle': ({ circle, vi, en }) => ({
    vi: `Các văn bản thay thế hoặc bãi bỏ lẫn nhau thành vòng${vi.on}: ${circle}. Có lẽ một quan hệ bị ghi ngược; hãy kiểm tra.`,
    en: `Documents replace or repeal each other in a circle${en.on}: ${circle}. One of the relations is probably the wrong way round.`,
  }),
};

/** 2024-02-01 as 01/02/2024. */
const vietnameseDay = (day: string): string => day.split('-').reverse().join('/');

/** Says to an editor what is wrong and what to do. @param symbolOf the symbol of a document, by its id */
export const problemText = (
  { code, by, documents, scope, on }: Problem,
  symbolOf: (documentId: string) => string,
): EditorMessage =>
  TEXTS[code]({
    by: by === null ? '' : symbolOf(by),
    circle: documents.map(symbolOf).join(', '),
    part: scope === null ? '' : ` (${scope})`,
    vi: { on: on === null ? '' : ` (${vietnameseDay(on)})` },
    en: { on: on === null ? '' : ` (${on})` },
  });
