/** A tag of HTML that `cleanHtml` wrote: lower-case name, attributes as written (values never hold < or >). */
export interface Tag {
  /** Offset of `<`. */
  start: number;
  /** Offset after `>`. */
  end: number;
  closing: boolean;
  name: string;
  attributes: string;
}

/** The tags of clean HTML in order. Only for the output of `cleanHtml`, where every `<` opens a tag that ends. */
export function* tagsOf(cleanHtml: string): Generator<Tag> {
  let start = cleanHtml.indexOf('<');
  while (start !== -1) {
    const end = cleanHtml.indexOf('>', start) + 1;
    if (end === 0) return;
    const closing = cleanHtml[start + 1] === '/';
    const inside = cleanHtml.slice(start + (closing ? 2 : 1), end - 1).replace(/\/$/, '');
    const space = inside.indexOf(' ');
    const name = space === -1 ? inside : inside.slice(0, space);
    yield { start, end, closing, name, attributes: space === -1 ? '' : inside.slice(space).trim() };
    start = cleanHtml.indexOf('<', end);
  }
}

/** Whether a tag of clean HTML has an attribute; what its values hold does not count. */
export const hasAttribute = (tag: Tag, name: string): boolean =>
  ` ${tag.attributes.replace(/"[^"]*"/g, '""')}`.includes(` ${name}="`);

/** Copies clean HTML with each tag put through `rewrite`, which answers the tag's new text. */
export const rewriteTags = (cleanHtml: string, rewrite: (tag: Tag, source: string) => string): string =>
  rewriteParts(cleanHtml, (source, tag) => rewrite(tag, source));

/** Copies clean HTML with each tag and each text between tags put through a function of its own. */
export function rewriteParts(
  cleanHtml: string,
  rewriteTag: (source: string, tag: Tag) => string,
  rewriteText: (text: string) => string = (text) => text,
): string {
  const parts: string[] = [];
  let done = 0;
  for (const tag of tagsOf(cleanHtml)) {
    parts.push(rewriteText(cleanHtml.slice(done, tag.start)), rewriteTag(cleanHtml.slice(tag.start, tag.end), tag));
    done = tag.end;
  }
  parts.push(rewriteText(cleanHtml.slice(done)));
  return parts.join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for HTML content and for attributes in double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Decodes the entities that `cleanHtml` leaves in its output; all others it has decoded already. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
