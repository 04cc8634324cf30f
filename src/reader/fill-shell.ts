import { shellWords } from './shell-words';

/** What a page says of itself to browsers, search engines and those who share it. */
export interface PageHead {
  locale: string;
  languages: { default: string; all: readonly string[] };
  prefix: string;
  title: string;
  siteName: string;
  tagline: string;
  description: string | null;
  /** The page's own address, absolute; null for a page that has no lasting one. */
  canonical: string | null;
  alternates: readonly { locale: string; url: string }[];
  image: string | null;
  isIndexed: boolean;
  jsonLd: unknown;
  /** Scheme and host of the API and of the site: what begins with one of them is on this host. */
  origins: readonly string[];
  /** Answers of the API that the page needs first, by path. */
  answers: ReadonlyMap<string, unknown>;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, also between quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** JSON that no HTML parser takes for the end of its element. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

const meta = (name: string, content: string | null): string =>
  content === null ? '' : `<meta name="${name}" content="${escapeHtml(content)}">`;

const property = (name: string, content: string | null): string =>
  content === null ? '' : `<meta property="${name}" content="${escapeHtml(content)}">`;

const alternate = ({ locale, url }: { locale: string; url: string }): string =>
  `<link rel="alternate" hreflang="${escapeHtml(locale)}" href="${escapeHtml(url)}">`;

const headTags = (head: PageHead): string =>
  [
    meta('description', head.description),
    head.isIndexed ? '' : meta('robots', 'noindex'),
    head.canonical === null ? '' : `<link rel="canonical" href="${escapeHtml(head.canonical)}">`,
    ...head.alternates.map(alternate),
    property('og:title', head.title),
    property('og:description', head.description),
    property('og:url', head.canonical),
    property('og:image', head.image),
    meta('gazette-origins', head.origins.join(' ')),
    head.jsonLd === null ? '' : `<script type="application/ld+json">${scriptJson(head.jsonLd)}</script>`,
    ...[...head.answers].map(
      ([path, answer]) =>
        `<script type="application/json" data-answer="${escapeHtml(path)}">${scriptJson(answer)}</script>`,
    ),
  ]
    .filter((tag) => tag !== '')
    .join('\n    ');

/** @param shell the page with `{{name}}` where something of the page goes */
export const fillShell = (shell: string, head: PageHead): string => {
  const texts: Readonly<Record<string, string>> = {
    ...shellWords(head.locale),
    lang: escapeHtml(head.locale),
    default: escapeHtml(head.languages.default),
    locales: escapeHtml(head.languages.all.join(' ')),
    prefix: escapeHtml(head.prefix),
    title: escapeHtml(head.title),
    site: escapeHtml(head.siteName),
    tagline: escapeHtml(head.tagline),
    head: headTags(head),
  };
  return shell.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => texts[name] ?? whole);
};
