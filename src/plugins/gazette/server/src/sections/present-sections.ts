import { cleanBlocks } from './clean-blocks';
import { cleanHtml } from './clean-html';
import { rewriteTags } from './html-tags';
import { presentAddress, presentFigure, presentImage } from './present-image';
import { SectionError } from './section-error';
import type { Block, Blocks, PresentContext, PublicBlockImage, PublicBlocks, PublicSection, RawSection } from './types';
import { isRecord, textOrNull } from './values';

/**
 * A stored body as the public API shows it: the public attributes only, file addresses absolute. Rich text and HTML
 * are cleaned once more, since a row may have come by another way than the editors'. Components of other plugins are
 * left out, as nothing tells which of their attributes are public.
 */
export function presentSections(sections: RawSection[], context: PresentContext): PublicSection[] {
  return sections.flatMap((section) => presentSection(section, context) ?? []);
}

function presentSection(section: RawSection, context: PresentContext): PublicSection | null {
  switch (section.__component) {
    case 'gazette.text':
      return { __component: 'gazette.text', body: presentBlocks(section.body, context) };
    case 'gazette.html':
      return { __component: 'gazette.html', html: presentHtml(section.html, context) };
    case 'gazette.figure': {
      const figure = presentFigure(section, context);
      return figure && { __component: 'gazette.figure', ...figure };
    }
    case 'gazette.gallery': {
      const figures = Array.isArray(section.figures) ? section.figures : [];
      return {
        __component: 'gazette.gallery',
        title: textOrNull(section.title),
        figures: figures.flatMap((figure) => presentFigure(figure, context) ?? []),
      };
    }
    case 'gazette.media':
      return presentMedia(section, context);
    case 'gazette.quote':
      return { __component: 'gazette.quote', text: textOrNull(section.text) ?? '', cite: textOrNull(section.cite) };
    default:
      return null;
  }
}

/** A file of our own goes before an address elsewhere. */
function presentMedia(section: RawSection, context: PresentContext): PublicSection {
  const file = isRecord(section.file) ? section.file : {};
  const fileUrl = presentAddress(file.url, context);
  const mime = fileUrl === null ? null : textOrNull(file.mime);
  return {
    __component: 'gazette.media',
    kind: section.kind === 'audio' || (section.kind !== 'video' && mime?.startsWith('audio/')) ? 'audio' : 'video',
    url: fileUrl ?? presentAddress(section.url, context),
    mime,
    caption: textOrNull(section.caption),
    transcript: textOrNull(section.transcript),
  };
}

function presentHtml(html: unknown, context: PresentContext): string {
  if (typeof html !== 'string') return '';
  return rewriteTags(readable(() => cleanHtml(html)) ?? '', (tag, source) =>
    tag.name === 'img'
      ? source.replace(/ src="(\/[^"]*)"/, (_, path: string) => ` src="${absolute(path, context)}"`)
      : source,
  );
}

/** `path` stands in HTML and keeps its entities; what the context adds is a plain address. */
const absolute = (path: string, context: PresentContext): string => context.absoluteUrl(path).replace(/["<>]/g, '');

const presentBlocks = (body: unknown, context: PresentContext): PublicBlocks =>
  Array.isArray(body)
    ? body
        .flatMap((block) => readable(() => cleanBlocks([block])) ?? [])
        .flatMap((block) => presentBlock(block, context))
    : [];

/** What is stored in a wrong shape is left out: one part of a body must not keep an item from being published. */
function readable<Result>(clean: () => Result): Result | null {
  try {
    return clean();
  } catch (error) {
    if (error instanceof SectionError) return null;
    throw error;
  }
}

function presentBlock(block: Blocks[number], context: PresentContext): Block<PublicBlockImage>[] {
  if (block.type !== 'image') return [block];
  const image = presentImage(block.image, null, context);
  if (image === null) return [];
  return [{ type: 'image', image: { ...image, caption: textOrNull(block.image.caption) }, children: block.children }];
}
