import { blocksToHtml } from './blocks-html';
import { cleanHtml } from './clean-html';
import { attribute, figureHtml, lines, paragraphs } from './figure-html';
import { escapeHtml } from './html-tags';
import { safeImageAddress } from './safe-address';
import type { PublicSection } from './types';

type Media = Extract<PublicSection, { __component: 'gazette.media' }>;
type Gallery = Extract<PublicSection, { __component: 'gazette.gallery' }>;
type Quote = Extract<PublicSection, { __component: 'gazette.quote' }>;

/** What browsers play; any other address of a medium is a page about it (a video site) and gets a link. */
const PLAYABLE = /\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;

/**
 * A body as a fragment of semantic HTML, one section a line. Safe to put into a page as it is: texts are escaped, HTML
 * sections cleaned, addresses checked. `language` is that of the few words it adds itself (Vietnamese, else English).
 */
export const sectionsToHtml = (sections: PublicSection[], language = 'vi'): string =>
  sections
    .map((section) => sectionHtml(section, language))
    .filter((html) => html !== '')
    .join('\n');

function sectionHtml(section: PublicSection, language: string): string {
  switch (section.__component) {
    case 'gazette.text':
      return blocksToHtml(section.body);
    case 'gazette.html':
      return cleanHtml(section.html);
    case 'gazette.figure':
      return figureHtml(section);
    case 'gazette.gallery':
      return galleryHtml(section);
    case 'gazette.media':
      return mediaHtml(section, language);
    case 'gazette.quote':
      return quoteHtml(section);
  }
}

function galleryHtml({ title, figures }: Gallery): string {
  const inner = figures.map(figureHtml).join('');
  if (inner === '') return '';
  return `<figure>${inner}${title === null ? '' : `<figcaption>${lines(title)}</figcaption>`}</figure>`;
}

/** HTML wants the source of a quotation outside of its blockquote. */
function quoteHtml({ text, cite }: Quote): string {
  const quotation = paragraphs(text);
  if (quotation === '') return '';
  const source = cite === null ? '' : `<figcaption><cite>${lines(cite)}</cite></figcaption>`;
  return `<figure><blockquote>${quotation}</blockquote>${source}</figure>`;
}

function mediaHtml(media: Media, language: string): string {
  const player = playerHtml(media);
  const caption = media.caption === null ? '' : `<figcaption>${lines(media.caption)}</figcaption>`;
  const figure = player === '' && caption === '' ? '' : `<figure>${player}${caption}</figure>`;
  if (media.transcript === null) return figure;
  const summary = language.startsWith('vi') ? 'Lời thoại' : 'Transcript';
  return `${figure}<details><summary>${summary}</summary>${paragraphs(media.transcript)}</details>`;
}

function playerHtml({ kind, url, mime }: Media): string {
  const src = safeImageAddress(url);
  if (src === null) return '';
  if (mime === null && !PLAYABLE.test(src.split(/[?#]/, 1)[0] ?? '')) {
    return `<p><a${attribute('href', src)}>${escapeHtml(src)}</a></p>`;
  }
  const tag = kind === 'audio' ? 'audio' : 'video';
  return `<${tag}${attribute('src', src)} controls preload="metadata"></${tag}>`;
}
