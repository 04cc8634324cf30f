import { escapeHtml } from './html-tags';
import { safeImageAddress } from './safe-address';
import type { PublicFigure, PublicImage } from './types';

/** ` name="value"` escaped, or nothing for a value that is not there. */
export const attribute = (name: string, value: string | number | null): string =>
  value === null ? '' : ` ${name}="${escapeHtml(String(value))}"`;

/** Plain text as HTML: escaped, its line ends as `<br>`. */
export const lines = (text: string): string => escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>');

/** Plain text as paragraphs, parted at its blank lines. */
export const paragraphs = (text: string): string =>
  text
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${lines(part)}</p>`)
    .join('');

/** An `img` that browsers load when it comes near, in the size they need; nothing for an unsafe address. */
export function imageHtml(image: PublicImage): string {
  const src = safeImageAddress(image.url);
  if (src === null) return '';
  const sizes = `${attribute('width', image.width)}${attribute('height', image.height)}`;
  const alt = attribute('alt', image.alternativeText ?? '');
  return `<img${attribute('src', src)}${attribute('srcset', sourceSet(image, src))}${alt}${sizes} loading="lazy">`;
}

/** A figure with its caption and credit; nothing for a figure without image and words. */
export function figureHtml(figure: PublicFigure): string {
  const image = figure.image === null ? '' : imageHtml(figure.image);
  const caption = figure.caption === null ? '' : lines(figure.caption);
  const credit = figure.credit === null ? '' : `<small>${lines(figure.credit)}</small>`;
  const words = [caption, credit].filter((part) => part !== '').join(' ');
  if (image === '' && words === '') return '';
  return `<figure>${image}${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>`;
}

function sourceSet(image: PublicImage, src: string): string | null {
  const formats = image.formats.flatMap(({ url, width }) => {
    const address = safeImageAddress(url);
    return address === null ? [] : [candidate(address, width)];
  });
  if (formats.length === 0) return null;
  return [...formats, ...(image.width === null ? [] : [candidate(src, image.width)])].join(', ');
}

/** Spaces and commas part the candidates of a srcset, so an address may hold none. */
const candidate = (address: string, width: number): string =>
  `${address.replace(/\s/g, '%20').replaceAll(',', '%2C')} ${Math.round(width)}w`;
