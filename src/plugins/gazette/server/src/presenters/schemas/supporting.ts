import { z } from 'zod';
import { imageSchema, sectionSchema } from '../../sections';
import { day, editorialLife, jsonLd, namedReferenceSchema, seoSchema } from './common';

/** The common attributes of an item that has no editorial life of its own. */
export const supportingSchema = z.strictObject({
  title: z.string().meta({ description: 'Its name.' }),
  ...editorialLife,
  topics: z.array(namedReferenceSchema),
  seo: seoSchema,
  jsonLd,
});

export const treeReferenceSchema = z
  .strictObject({ documentId: z.string(), slug: z.string(), name: z.string(), url: z.string() })
  .meta({ id: 'TreeReference', description: 'An item of a tree, as another item of it shows it.' });

export const contactSchema = z
  .strictObject({
    label: z.string().nullable(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'Contact', description: 'How to reach an office.' });

const tree = {
  parent: treeReferenceSchema.nullable(),
  ancestors: z.array(treeReferenceSchema).meta({ description: 'The root first.' }),
  children: z.array(treeReferenceSchema),
};

const position = z.int().meta({ description: 'Its place among its siblings.' });

export const topicSchema = supportingSchema
  .extend({ name: z.string(), description: z.string().nullable(), position, ...tree })
  .meta({ description: 'A subject in the tree of subjects.' });

export const dossierSchema = supportingSchema
  .extend({ name: z.string(), summary: z.string().nullable() })
  .meta({ description: 'A running story.' });

export const tagSchema = supportingSchema.extend({ name: z.string() }).meta({ description: 'A free keyword.' });

export const authorSchema = supportingSchema
  .extend({
    name: z.string(),
    role: z.string().nullable().meta({ description: 'The position held now.' }),
    unit: z.string().nullable(),
    avatar: imageSchema.nullable(),
  })
  .meta({ description: 'A person who writes.' });

export const issuerSchema = supportingSchema
  .extend({
    name: z.string(),
    shortName: z.string().nullable(),
    code: z
      .string()
      .nullable()
      .meta({ description: 'As in symbols.', examples: ['UBND'] }),
    level: z
      .string()
      .nullable()
      .meta({ examples: ['district'] }),
    levelLabel: z.string().nullable().meta({ description: 'The level for readers.' }),
    branch: z
      .string()
      .nullable()
      .meta({ examples: ['state'] }),
    branchLabel: z.string().nullable().meta({ description: 'The branch for readers.' }),
    ...tree,
    predecessors: z
      .array(treeReferenceSchema)
      .meta({ description: 'What it came from, where authorities merged or were renamed.' }),
    successors: z.array(treeReferenceSchema),
    validFrom: day.nullable(),
    validTo: day.nullable().meta({ description: 'The last day of its existence.' }),
    contact: contactSchema.nullable(),
  })
  .meta({ description: 'An authority that issues documents.' });

export const pageSchema = supportingSchema
  .extend({ position, ...tree, body: z.array(sectionSchema), bodyHtml: z.string(), bodyText: z.string() })
  .meta({ description: 'A static page.' });

export const menuItemSchema = z
  .strictObject({
    label: z.string(),
    url: z.string().meta({ description: "The front end's address, or the one that the editor typed." }),
    target: z
      .strictObject({ documentId: z.string(), collection: z.string(), slug: z.string() })
      .nullable()
      .meta({ description: 'What it leads to, where that is an item of this site.' }),
  })
  .meta({ id: 'MenuItem' });

export const siteSchema = z
  .strictObject({
    name: z.string(),
    tagline: z.string().nullable(),
    logo: imageSchema.nullable(),
    contacts: z.array(contactSchema),
    menus: z.array(z.strictObject({ title: z.string(), items: z.array(menuItemSchema) })),
    jsonLd,
  })
  .meta({ description: 'The site itself: its name, contacts and menus.' });
