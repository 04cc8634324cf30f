/** A run of a text in a comparison. The runs without the added ones are the old text, those without the removed ones the new. */
export interface TextPart {
  op: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * How finely a text was compared: word by word; sentence by sentence in some places, where too much differs for words; or
 * not at all, as all of it differs or comparing would take too long.
 */
export type Granularity = 'words' | 'sentences' | 'whole';

export interface TextDiff {
  granularity: Granularity;
  parts: TextPart[];
}

export interface ListPart {
  op: 'same' | 'removed' | 'added';
  values: unknown[];
}

/** One difference between two versions of an item. `field` is a path: `title`, `seo.metaTitle`. */
export type FieldChange =
  | ({ field: string; kind: 'text' } & TextDiff)
  /** HTML, compared as the text that its reader sees; `parts` is empty where only the markup differs. */
  | ({ field: string; kind: 'html' } & TextDiff)
  /** A list, whole values. */
  | { field: string; kind: 'list'; parts: ListPart[] }
  /** Anything else; a member that is not there is null. */
  | { field: string; kind: 'value'; before: unknown; after: unknown };
