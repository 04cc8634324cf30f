import { z } from 'zod';
import { figureSchema, sectionSchema } from '../../sections';
import {
  authorReferenceSchema,
  citationSchema,
  editorialLife,
  instant,
  jsonLd,
  namedReferenceSchema,
  relatedDocumentSchema,
  seoSchema,
  sourceSchema,
} from './common';

/** The public JSON of an article without its frame. */
export const articleSchema = z
  .strictObject({
    title: z.string(),
    kicker: z.string().nullable().meta({ description: 'A short line above the title.' }),
    lead: z.string().nullable(),
    cover: figureSchema.nullable(),
    body: z.array(sectionSchema),
    bodyHtml: z.string().meta({ description: 'The whole body as HTML, cleaned.' }),
    bodyText: z.string(),
    readingMinutes: z.number(),
    authors: z.array(authorReferenceSchema),
    byline: z.string().nullable().meta({ description: 'As printed, in place of authors.' }),
    source: sourceSchema.nullable(),
    topics: z.array(namedReferenceSchema),
    tags: z.array(namedReferenceSchema),
    dossiers: z.array(namedReferenceSchema),
    documents: z.array(relatedDocumentSchema).meta({ description: "Picked by hand, in the editor's order." }),
    citations: z.array(citationSchema).meta({ description: 'In order of first appearance.' }),
    ...editorialLife,
    allowRating: z.boolean(),
    featured: z.boolean(),
    pinnedUntil: instant.nullable(),
    seo: seoSchema,
    jsonLd,
  })
  .meta({ description: 'A news article.' });

/** What lists show of an article. */
export const articleSummarySchema = articleSchema
  .omit({ body: true, bodyHtml: true, bodyText: true, jsonLd: true })
  .meta({ description: 'A news article as lists show it.' });
