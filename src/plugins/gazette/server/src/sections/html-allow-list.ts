import { safeImageAddress, safeLinkAddress } from './safe-address';

/** Answers the value to keep, or null to drop the attribute. */
export type AttributeRule = (value: string) => string | null;

const wholeNumber =
  (min: number, max: number): AttributeRule =>
  (value) => {
    const match = /^\s*(-?\d{1,6})(?:px)?\s*$/.exec(value);
    if (match === null) return null;
    const number = Number(match[1]);
    return number >= min && number <= max ? String(number) : null;
  };

const oneOf =
  (...allowed: string[]): AttributeRule =>
  (value) =>
    allowed.find((item) => item === value.trim().toLowerCase()) ?? null;

const matching =
  (pattern: RegExp): AttributeRule =>
  (value) =>
    pattern.test(value) ? value : null;

const anyText: AttributeRule = (value) => value;
const pixels = wholeNumber(1, 20_000);
const cell = { colspan: wholeNumber(1, 1000), rowspan: wholeNumber(1, 65_534) };
const columns = { span: wholeNumber(1, 1000) };

/** Attributes of every element. An id starts with a letter, after at most one underscore (Word's footnotes: _ftn1). */
export const COMMON_ATTRIBUTES: Readonly<Record<string, AttributeRule>> = {
  id: matching(/^_?[A-Za-z][A-Za-z0-9_.:-]{0,99}$/),
  lang: matching(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/),
};

/** Elements that stay, with the attributes of their own. */
export const ELEMENTS: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>> = {
  a: { href: safeLinkAddress, target: oneOf('_blank'), title: anyText },
  abbr: { title: anyText },
  blockquote: {},
  br: {},
  caption: {},
  cite: {},
  code: {},
  col: columns,
  colgroup: columns,
  dd: {},
  details: {},
  div: {},
  dl: {},
  dt: {},
  em: {},
  figcaption: {},
  figure: {},
  h2: {},
  h3: {},
  h4: {},
  h5: {},
  h6: {},
  hr: {},
  img: { src: safeImageAddress, alt: anyText, width: pixels, height: pixels },
  kbd: {},
  li: { value: wholeNumber(-99_999, 99_999) },
  mark: {},
  ol: { start: wholeNumber(-99_999, 99_999), type: matching(/^[1aAiI]$/) },
  p: {},
  pre: {},
  q: {},
  s: {},
  small: {},
  span: {},
  strong: {},
  sub: {},
  summary: {},
  sup: {},
  table: {},
  tbody: {},
  td: cell,
  tfoot: {},
  th: { ...cell, scope: oneOf('row', 'col', 'rowgroup', 'colgroup') },
  thead: {},
  time: {},
  tr: {},
  u: {},
  ul: {},
};

/** Elements that become another one: old spellings, and boxes whose text must stay apart from its neighbours'. */
export const RENAMED: Readonly<Record<string, string>> = {
  h1: 'h2',
  b: 'strong',
  i: 'em',
  strike: 's',
  del: 's',
  ins: 'u',
  address: 'div',
  article: 'div',
  aside: 'div',
  center: 'div',
  fieldset: 'div',
  footer: 'div',
  form: 'div',
  header: 'div',
  main: 'div',
  nav: 'div',
  section: 'div',
};

/** Elements that go with all that is in them; of any other element not listed above the text stays. */
export const DROPPED_WITH_CONTENT: readonly string[] = [
  ...['applet', 'audio', 'base', 'button', 'canvas', 'embed', 'frameset', 'head', 'iframe', 'link', 'map', 'math'],
  ...['meta', 'noembed', 'noframes', 'noscript', 'object', 'option', 'script', 'select', 'style', 'svg', 'template'],
  ...['textarea', 'title', 'video'],
];
