import type { z } from 'zod';
import type {
  blockImageSchema,
  blocksSchema,
  figureSchema,
  imageFormatSchema,
  imageSchema,
  sectionSchema,
} from './schemas';

/** A run of text of Strapi's blocks editor with its marks; `\n` in it is a line break. */
export interface TextNode {
  type: 'text';
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  strikethrough?: true;
  code?: true;
}

export interface LinkNode {
  type: 'link';
  url: string;
  rel?: string;
  target?: string;
  children: TextNode[];
}

export type InlineNode = TextNode | LinkNode;

export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
}

/** A nested list stands beside the item it belongs to, as Strapi's editor writes it. */
export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  indentLevel?: number;
  children: (ListItemNode | ListNode)[];
}

export interface ImageNode<Image> {
  type: 'image';
  image: Image;
  children: TextNode[];
}

/** A block of Strapi's blocks editor; `Image` is what an image block holds. */
export type Block<Image> =
  | { type: 'paragraph' | 'quote'; children: InlineNode[] }
  | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; children: InlineNode[] }
  | { type: 'code'; language?: string; children: InlineNode[] }
  | ListNode
  | ImageNode<Image>;

/** An upload file as the blocks editor copies it into the text. */
export interface StoredImage {
  url: string;
  [key: string]: unknown;
}

/** The value of a `blocks` attribute. */
export type Blocks = Block<StoredImage>[];

/** A smaller rendition of an image; `name` is Strapi's (thumbnail, small, medium ...), sizes are in pixels. */
export type PublicImageFormat = z.infer<typeof imageFormatSchema>;

/** An image as the public API shows it: absolute addresses, sizes in pixels, formats by width ascending. */
export type PublicImage = z.infer<typeof imageSchema>;

export type PublicBlockImage = z.infer<typeof blockImageSchema>;

export type PublicBlocks = z.infer<typeof blocksSchema>;

/** An image with its words; a caption may wait for its photo (`image: null`). */
export type PublicFigure = z.infer<typeof figureSchema>;

/** A section of a body as the public API shows it; `__component` tells which. */
export type PublicSection = z.infer<typeof sectionSchema>;

/** A section as the database gives it, media and nested components populated. */
export interface RawSection {
  __component: string;
  [attribute: string]: unknown;
}

/** What the presenters need from outside. */
export interface PresentContext {
  /** The full address of a file whose stored address is relative to this server (`/uploads/a.jpg`). */
  absoluteUrl(path: string): string;
}
