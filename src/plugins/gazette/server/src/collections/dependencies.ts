import type { Dependency } from '@gazette/delivery/strapi-server';
import type { FileRow, NamedRow } from '../presenters';
import type { RawSection } from '../sections';
import { isRecord } from '../sections/values';

export const TOPIC = 'plugin::gazette.topic';
export const TAG = 'plugin::gazette.tag';
export const DOSSIER = 'plugin::gazette.dossier';
export const AUTHOR = 'plugin::gazette.author';
export const ISSUER = 'plugin::gazette.issuer';
export const PAGE = 'plugin::gazette.page';
export const FILE = 'plugin::upload.file';

/** The rows of one content type as dependencies; missing rows are left out. */
export const dependenciesOn = (
  uid: string,
  rows: readonly ({ documentId?: string } | null | undefined)[],
): Dependency[] => rows.flatMap((row) => (row?.documentId ? [{ uid, documentId: row.documentId }] : []));

/** The topics themselves and all their ancestors, each once, nearest first. */
export const withAncestors = (topics: readonly NamedRow[] | null | undefined): NamedRow[] => {
  const found = new Map<string, NamedRow>();
  for (const topic of topics ?? []) {
    for (let row: NamedRow | null | undefined = topic; row; row = row.parent) {
      if (!found.has(row.documentId)) found.set(row.documentId, row);
    }
  }
  return [...found.values()];
};

/** What may hold files in a section: itself, the figures of a gallery, the image blocks of a rich text. */
const holdersIn = (section: RawSection): unknown[] => [
  section,
  ...(Array.isArray(section.figures) ? section.figures : []),
  ...(Array.isArray(section.body) ? section.body : []),
];

/** The files that the sections of a body show: images of figures, galleries and rich texts, video and sound. */
export const filesOfBody = (sections: readonly RawSection[] | null | undefined): FileRow[] =>
  (sections ?? [])
    .flatMap(holdersIn)
    .flatMap((holder) => (isRecord(holder) ? [holder.image, holder.file] : []))
    .flatMap((file) =>
      isRecord(file) && typeof file.documentId === 'string' ? [{ documentId: file.documentId }] : [],
    );

/** Each dependency once. */
export const distinct = (dependencies: readonly Dependency[]): Dependency[] => [
  ...new Map(dependencies.map((dependency) => [`${dependency.uid} ${dependency.documentId}`, dependency])).values(),
];
