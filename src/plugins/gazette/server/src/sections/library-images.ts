import { leadsTo } from './file-address';
import { isRecord } from './values';

/** What an image block has of its file. Its words are its own: the place may describe the image in another way. */
const COPIED = [
  ...['documentId', 'url', 'width', 'height', 'formats', 'hash', 'ext', 'mime', 'size', 'previewUrl', 'provider'],
] as const;

const addressOf = (block: unknown): string | null =>
  isRecord(block) && block.type === 'image' && isRecord(block.image) && typeof block.image.url === 'string'
    ? block.image.url
    : null;

/** The addresses of the image blocks of a rich text. */
export const imageAddresses = (blocks: unknown): string[] =>
  Array.isArray(blocks) ? blocks.flatMap((block) => addressOf(block) ?? []) : [];

/**
 * A rich text whose image blocks hold what the media library says of their files today. The editor copies a file into the
 * text once, and would show its old sizes and formats for ever after the file is replaced.
 * @param files rows of the media library
 */
export function withLibraryImages(blocks: unknown[], files: readonly Record<string, unknown>[]): unknown[] {
  return blocks.map((block) => {
    const address = addressOf(block);
    if (address === null || !isRecord(block) || !isRecord(block.image)) return block;
    const file = files.find(({ hash }) => typeof hash === 'string' && leadsTo(address, hash));
    if (file === undefined) return block;
    // A file without a size leaves the old one: Strapi's validation of blocks wants a number.
    const known = COPIED.filter((name) => name === 'formats' || (file[name] !== undefined && file[name] !== null));
    return { ...block, image: { ...block.image, ...Object.fromEntries(known.map((name) => [name, file[name]])) } };
  });
}
