import { safeImageAddress } from './safe-address';
import type { PresentContext, PublicFigure, PublicImage, PublicImageFormat } from './types';
import { isRecord, sizeOrNull, textOrNull } from './values';

/**
 * An upload file as a public image; null where there is no file, the file is no image, or its address is not safe.
 * `alternativeText` is the place's own and wins over the file's. Nothing else of the file is shown.
 */
export function presentImage(file: unknown, alternativeText: unknown, context: PresentContext): PublicImage | null {
  if (!isRecord(file)) return null;
  const url = presentAddress(file.url, context);
  const mime = textOrNull(file.mime);
  if (url === null || (mime !== null && !mime.startsWith('image/'))) return null;
  return {
    url,
    width: sizeOrNull(file.width),
    height: sizeOrNull(file.height),
    mime,
    formats: presentFormats(file.formats, context),
    alternativeText: textOrNull(alternativeText) ?? textOrNull(file.alternativeText),
  };
}

/** A component gazette.figure as the public API shows it; null where there is no component. */
export function presentFigure(figure: unknown, context: PresentContext): PublicFigure | null {
  if (!isRecord(figure)) return null;
  return {
    image: presentImage(figure.image, figure.alternativeText, context),
    caption: textOrNull(figure.caption),
    credit: textOrNull(figure.credit),
  };
}

/** The full address of a file or picture; null where it has none or an unsafe one. */
export function presentAddress(address: unknown, context: PresentContext): string | null {
  const safe = safeImageAddress(address);
  if (safe === null) return null;
  return /^https?:/i.test(safe) ? safe : context.absoluteUrl(safe);
}

/** A format without a width says nothing to a browser that chooses by width. */
function presentFormats(formats: unknown, context: PresentContext): PublicImageFormat[] {
  if (!isRecord(formats)) return [];
  return Object.entries(formats)
    .flatMap(([name, format]) => {
      if (!isRecord(format)) return [];
      const url = presentAddress(format.url, context);
      const width = sizeOrNull(format.width);
      return url === null || width === null ? [] : [{ name, url, width, height: sizeOrNull(format.height) }];
    })
    .sort((a, b) => a.width - b.width || (a.name < b.name ? -1 : 1));
}
