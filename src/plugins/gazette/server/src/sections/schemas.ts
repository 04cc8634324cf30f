import { z } from 'zod';

const pixels = z.number().positive();

export const imageFormatSchema = z
  .strictObject({
    name: z.string().meta({ description: "Strapi's name of the rendition.", examples: ['small'] }),
    url: z.string().meta({ description: 'Absolute.' }),
    width: pixels,
    height: pixels.nullable(),
  })
  .meta({ id: 'ImageFormat', description: 'A smaller rendition of an image.' });

export const imageSchema = z
  .strictObject({
    url: z.string().meta({ description: 'Absolute.' }),
    width: pixels.nullable().meta({ description: 'Pixels.' }),
    height: pixels.nullable().meta({ description: 'Pixels.' }),
    mime: z.string().nullable(),
    formats: z.array(imageFormatSchema).meta({ description: 'By width, the smallest first.' }),
    alternativeText: z.string().nullable(),
  })
  .meta({ id: 'Image' });

const words = {
  caption: z.string().nullable(),
  credit: z.string().nullable().meta({ description: 'Who took or made it.' }),
};

export const figureSchema = z
  .strictObject({
    image: imageSchema.nullable().meta({ description: 'Null where a caption waits for its photo.' }),
    ...words,
  })
  .meta({ id: 'Figure', description: 'An image with its words.' });

const mark = z.literal(true).optional();

const textNode = z
  .strictObject({
    type: z.literal('text'),
    text: z.string().meta({ description: 'A line break is `\\n`.' }),
    bold: mark,
    italic: mark,
    underline: mark,
    strikethrough: mark,
    code: mark,
  })
  .meta({ id: 'TextNode', description: "A run of text of Strapi's blocks editor with its marks." });

const linkNode = z
  .strictObject({
    type: z.literal('link'),
    url: z.string(),
    rel: z.string().optional(),
    target: z.string().optional(),
    children: z.array(textNode),
  })
  .meta({ id: 'LinkNode' });

const inline = z.array(z.discriminatedUnion('type', [textNode, linkNode]));

const listItemNode = z.strictObject({ type: z.literal('list-item'), children: inline }).meta({ id: 'ListItemNode' });

const listNode = z
  .strictObject({
    type: z.literal('list'),
    format: z.enum(['ordered', 'unordered']),
    indentLevel: z.number().optional(),
    get children() {
      return z.array(z.union([listItemNode, listNode]));
    },
  })
  .meta({ id: 'ListNode', description: 'A nested list stands beside the item that it belongs to.' });

export const blockImageSchema = imageSchema
  .extend({ caption: z.string().nullable() })
  .meta({ id: 'BlockImage', description: 'An image in a rich text.' });

const block = z
  .union([
    z.strictObject({ type: z.enum(['paragraph', 'quote']), children: inline }),
    z.strictObject({
      type: z.literal('heading'),
      level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
      children: inline,
    }),
    z.strictObject({ type: z.literal('code'), language: z.string().optional(), children: inline }),
    listNode,
    z.strictObject({ type: z.literal('image'), image: blockImageSchema, children: z.array(textNode) }),
  ])
  .meta({ id: 'Block', description: "A block of Strapi's blocks editor." });

export const blocksSchema = z.array(block);

export const sectionSchema = z
  .discriminatedUnion('__component', [
    z.strictObject({ __component: z.literal('gazette.text'), body: blocksSchema }),
    z.strictObject({ __component: z.literal('gazette.html'), html: z.string().meta({ description: 'Cleaned.' }) }),
    z.strictObject({ __component: z.literal('gazette.figure'), ...figureSchema.shape }),
    z.strictObject({
      __component: z.literal('gazette.gallery'),
      title: z.string().nullable(),
      figures: z.array(figureSchema),
    }),
    z.strictObject({
      __component: z.literal('gazette.media'),
      kind: z.enum(['video', 'audio']),
      url: z.string().nullable().meta({ description: 'A file of this site, or an address elsewhere.' }),
      mime: z.string().nullable().meta({ description: 'Known of files of this site only.' }),
      caption: z.string().nullable(),
      transcript: z.string().nullable(),
    }),
    z.strictObject({ __component: z.literal('gazette.quote'), text: z.string(), cite: z.string().nullable() }),
  ])
  .meta({ id: 'Section', description: 'A section of a body; `__component` tells which.' });
