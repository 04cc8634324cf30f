/** The collections of the sample content, in the order in which they are made: each refers to those before it. */
export const COLLECTIONS = [
  'tags',
  'topics',
  'issuers',
  'authors',
  'dossiers',
  'resolutions',
  'directives',
  'articles',
  'pages',
  'site',
] as const;

export type SampleCollection = (typeof COLLECTIONS)[number];

/** Attribute values as the JSON files write them: references as `{ref}`, media as `{file}`. */
export type SampleData = Record<string, unknown>;

/** One entry of a sample file; `locales` holds the localized attributes of its other languages. */
export interface SampleEntry {
  key: string;
  status: 'published' | 'draft';
  data: SampleData;
  locales: Record<string, SampleData>;
}

export type SampleContent = Record<SampleCollection, SampleEntry[]>;

/** An uploaded file, by its path inside the sample folder. */
export interface SampleMedia {
  file: string;
  alternativeText?: string;
  caption?: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value points at another entry: `{"ref": "issuers/bo-chinh-tri"}`. */
export const isReference = (value: unknown): value is { ref: string } =>
  isRecord(value) && typeof value.ref === 'string' && Object.keys(value).length === 1;

/** Whether a value is a media file. A component may have an attribute `file` too, but that holds an object. */
export const isMedia = (value: unknown): value is Record<string, unknown> & SampleMedia =>
  isRecord(value) && typeof value.file === 'string';
