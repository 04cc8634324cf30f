/**
 * What a place in a document is. `part` Phần, `chapter` Chương, `section` Mục, `subsection` Tiểu mục, `article` Điều,
 * `clause` khoản, `point` điểm, `appendix` Phụ lục; `outline` is a place of a text without articles that is only
 * numbered: "A.", "II.", "3.", "3.1.", "b)".
 */
export const CONTENTS_LEVELS = [
  'appendix',
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'clause',
  'point',
  'outline',
] as const;

/** A value of `level`. */
export type ContentsLevel = (typeof CONTENTS_LEVELS)[number];

/** One place of a document, with the places in it. */
export interface ContentsEntry {
  /** The `id` of its element in `bodyHtml`: ASCII, unique in the document. */
  anchor: string;
  level: ContentsLevel;
  /** How it is called: "Điều 8", "Khoản 2"; the bare number of an outline: "II", "1.1", "a". */
  label: string;
  /** Its heading as plain text; null where it goes right on with its text. */
  title: string | null;
  children: ContentsEntry[];
}
