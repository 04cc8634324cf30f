import { plainText } from './blocks-html';
import { htmlToParagraphs } from './html-text';
import type { Block, InlineNode, ListNode, PublicBlockImage, PublicFigure, PublicSection } from './types';

/**
 * A body as plain text, paragraphs parted by a blank line: captions, credits, quotations, titles and transcripts are in
 * it, alternative texts and addresses are not. The items of a list are lines of one paragraph.
 */
export const sectionsToText = (sections: PublicSection[]): string =>
  sections
    .flatMap(sectionParagraphs)
    .map(tidy)
    .filter((text) => text !== '')
    .join('\n\n');

function sectionParagraphs(section: PublicSection): string[] {
  switch (section.__component) {
    case 'gazette.text':
      return section.body.map(blockText);
    case 'gazette.html':
      return htmlToParagraphs(section.html);
    case 'gazette.figure':
      return figureText(section);
    case 'gazette.gallery':
      return [section.title ?? '', ...section.figures.flatMap(figureText)];
    case 'gazette.media':
      return [section.caption ?? '', section.transcript ?? ''];
    case 'gazette.quote':
      return [section.text, section.cite ?? ''];
  }
}

const figureText = ({ caption, credit }: PublicFigure): string[] => [caption ?? '', credit ?? ''];

function blockText(block: Block<PublicBlockImage>): string {
  if (block.type === 'list') return listLines(block).join('\n');
  if (block.type === 'image') return block.image.caption ?? '';
  return inlineText(block.children);
}

const listLines = (list: ListNode): string[] =>
  list.children.flatMap((child) => (child.type === 'list' ? listLines(child) : [inlineText(child.children)]));

const inlineText = (children: InlineNode[]): string => children.map(plainText).join('');

/** Unix line ends, plain spaces for no-break ones, no space around a line, one blank line at most. */
const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
