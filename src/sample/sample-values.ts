import { isMedia, isRecord, isReference, type SampleData, type SampleEntry, type SampleMedia } from './sample-entry';

interface Visitor {
  reference?: (target: string) => void;
  media?: (media: SampleMedia) => void;
}

/** Shows every reference and media file inside a value to the visitor, in document order. */
export function visitValue(value: unknown, visitor: Visitor): void {
  if (Array.isArray(value)) value.forEach((item) => visitValue(item, visitor));
  else if (isReference(value)) visitor.reference?.(value.ref);
  else if (isMedia(value)) visitor.media?.(value);
  else if (isRecord(value)) Object.values(value).forEach((item) => visitValue(item, visitor));
}

/** Shows what an entry refers to in all its languages. */
export function visitEntry(entry: SampleEntry, visitor: Visitor): void {
  visitValue(entry.data, visitor);
  visitValue(entry.locales, visitor);
}

/** What references and media files become in the data that is saved. */
export interface Resolver {
  documentIdOf: (target: string) => string;
  fileIdOf: (path: string) => number;
}

/** A copy of the attributes with references as document ids and media as file ids. */
export function resolveData(data: SampleData, resolver: Resolver): SampleData {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, resolveValue(value, resolver)]));
}

function resolveValue(value: unknown, resolver: Resolver): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, resolver));
  if (isReference(value)) return resolver.documentIdOf(value.ref);
  if (isMedia(value)) return resolver.fileIdOf(value.file);
  if (isRecord(value)) return resolveData(value, resolver);
  return value;
}
