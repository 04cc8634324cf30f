import type { Reader, TargetHead } from '../reader/reader';
import { findElsewhere, itemNotFound, MAX_ID_LENGTH } from './absent-item';

/** A published item that something else is kept of: a rating, say. */
export interface PublicTarget extends TargetHead {
  /** The id asked for is one that the item had before. */
  hasMoved: boolean;
}

/**
 * The published item of an id, without its text.
 * @throws PublicError 404 where it never was public, or in other languages only; 410 where it was taken back
 */
export const findTarget = async (
  reader: Reader,
  place: { list: string; members: readonly string[] },
  id: string,
  locale: string,
): Promise<PublicTarget> => {
  const { list, members } = place;
  if (id === '' || id.length > MAX_ID_LENGTH) throw itemNotFound(list);
  const read = (address: string, language: string) =>
    reader.target({ collections: members, locale: language, id: address });
  const found = await read(id, locale);
  if (found) return { ...found, hasMoved: false };
  const elsewhere = await findElsewhere(reader, place, id, { locale, fallback: null });
  const there = await read(elsewhere.documentId, elsewhere.locale);
  if (!there) throw itemNotFound(list);
  return { ...there, hasMoved: elsewhere.hasMoved };
};
