import { tagsOf, unescapeHtml } from './html-tags';
import { isRecord } from './values';

/** An address inside a section: of a link, an image, a video or a sound. */
export interface FoundAddress {
  /** Where in the section: `['body', 0, 'image', 'url']`. */
  path: (string | number)[];
  address: string;
}

/** Deeper than any list that is stored; keeps a hostile value from exhausting the stack. */
const MOST_LEVELS = 100;

/** The addresses in a stored section's text, HTML and media: what readers can follow, and what their browsers fetch. */
export function addressesIn(section: unknown): FoundAddress[] {
  if (!isRecord(section)) return [];
  return [
    ...addressesInBlocks(section.body, ['body'], MOST_LEVELS),
    ...(typeof section.html === 'string' ? addressesInHtml(section.html) : []),
    ...(typeof section.url === 'string' ? [{ path: ['url'], address: section.url }] : []),
  ];
}

/** Every `url` in a value of the blocks editor: of links, of images, and of the smaller formats of images. */
function addressesInBlocks(value: unknown, path: (string | number)[], levels: number): FoundAddress[] {
  if (levels === 0) return [];
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) => addressesInBlocks(inner, [...path, index], levels - 1));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'url' && typeof inner === 'string'
      ? [{ path: [...path, name], address: inner }]
      : addressesInBlocks(inner, [...path, name], levels - 1),
  );
}

/** For the output of `cleanHtml`, in which only `href` and `src` hold addresses. */
function addressesInHtml(cleanHtml: string): FoundAddress[] {
  return [...tagsOf(cleanHtml)].flatMap(({ attributes }) =>
    [...attributes.matchAll(/(?:^| )(?:href|src)="([^"]*)"/g)].map(([, value = '']) => ({
      path: ['html'],
      address: unescapeHtml(value),
    })),
  );
}
