import sanitizeHtml from 'sanitize-html';
import { toNfc } from '../text';
import { COMMON_ATTRIBUTES, DROPPED_WITH_CONTENT, ELEMENTS, RENAMED } from './html-allow-list';
import type { AttributeRule } from './html-allow-list';
import { hasAttribute, rewriteParts, rewriteTags } from './html-tags';
import { SectionError } from './section-error';

/** Dropping an element changes what surrounds the next one, so a second pass may close one more paragraph. */
const MOST_PASSES = 4;

/** The parser's cost grows with the square of the depth; a real page has some tens of levels. */
const MOST_LEVELS = 1000;

const NO_RULES: Readonly<Record<string, AttributeRule>> = {};

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: Object.keys(ELEMENTS),
  allowedAttributes: {
    '*': Object.keys(COMMON_ATTRIBUTES),
    ...Object.fromEntries(Object.entries(ELEMENTS).map(([name, rules]) => [name, Object.keys(rules)])),
    a: [...Object.keys(ELEMENTS.a ?? NO_RULES), 'rel'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  nonTextTags: [...DROPPED_WITH_CONTENT],
  // HTML's void elements among the allowed ones: none of them may have an end tag.
  selfClosing: ['br', 'col', 'hr', 'img'],
  transformTags: { '*': (name, attributes) => rewriteElement(name, attributes) },
};

/**
 * HTML reduced to what a body may hold (html-allow-list.ts): scripts, styles, event handlers, embedded pages, forms,
 * SVG, MathML and addresses with other schemes than http, https, mailto and tel are gone; text, tables, lists,
 * figures, images and links stay. The answer is well formed and in NFC, and cleaning it again changes nothing.
 * @throws SectionError for elements nested more than 1000 levels deep.
 */
export function cleanHtml(html: string): string {
  let clean = cleanOnce(withoutControls(html));
  for (let pass = 1; pass < MOST_PASSES; pass += 1) {
    const again = cleanOnce(clean);
    if (again === clean) break;
    clean = again;
  }
  return clean;
}

const cleanOnce = (html: string): string =>
  withoutEmptyShells(normalized(sanitizeHtml(html, { ...OPTIONS, ...depthGuard() })));

/**
 * Entities are letters only now, so that NFC is due again. Tags and texts apart: a stray U+0338 at the start of a text
 * would melt with the `>` before it, so it goes.
 */
const normalized = (html: string): string =>
  rewriteParts(html, toNfc, (text) => withoutControls(toNfc(text.replace(/^\u0338+/, ''))));

function depthGuard(): Pick<sanitizeHtml.IOptions, 'onOpenTag' | 'onCloseTag'> {
  let depth = 0;
  return {
    onOpenTag: () => {
      depth += 1;
      if (depth <= MOST_LEVELS) return;
      throw new SectionError('', {
        vi: `HTML lồng nhau quá ${MOST_LEVELS} cấp: có thẻ mở mà không đóng. Hãy dán lại dưới dạng văn bản thuần.`,
        en: `The HTML is nested more than ${MOST_LEVELS} levels deep: tags are opened and not closed. Paste it as plain text.`,
      });
    },
    onCloseTag: () => {
      depth -= 1;
    },
  };
}

/** PostgreSQL stores no U+0000, and no control character but tab and line ends has a meaning in HTML. */
const withoutControls = (html: string): string => html.replace(/[^\P{Cc}\t\n\r]/gu, '');

function rewriteElement(name: string, given: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const tagName = Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;
  const own = Object.hasOwn(ELEMENTS, tagName) ? (ELEMENTS[tagName] ?? NO_RULES) : NO_RULES;
  const attribs: sanitizeHtml.Attributes = {};
  for (const [attribute, rule] of Object.entries({ ...COMMON_ATTRIBUTES, ...own })) {
    const value = valueOf(given, tagName, attribute);
    const kept = value === undefined ? null : rule(value);
    if (kept !== null) attribs[attribute] = kept;
  }
  if (attribs.target !== undefined) attribs.rel = 'noopener noreferrer';
  return { tagName, attribs };
}

/** Old pages and Word name the targets of links with `<a name>`. */
function valueOf(given: sanitizeHtml.Attributes, tagName: string, attribute: string): string | undefined {
  if (Object.hasOwn(given, attribute)) return given[attribute];
  if (tagName === 'a' && attribute === 'id' && Object.hasOwn(given, 'name')) return given.name;
  return undefined;
}

/** Removes images without an address, and the tags of spans without attributes and of links without a target. */
function withoutEmptyShells(html: string): string {
  const dropped: boolean[] = [];
  return rewriteTags(html, (tag, source) => {
    if (tag.name === 'img') return hasAttribute(tag, 'src') ? source : '';
    if (tag.name !== 'span' && tag.name !== 'a') return source;
    if (tag.closing) return dropped.pop() === true ? '' : source;
    const bare = tag.name === 'span' ? tag.attributes === '' : !hasAttribute(tag, 'href') && !hasAttribute(tag, 'id');
    dropped.push(bare);
    return bare ? '' : source;
  });
}
