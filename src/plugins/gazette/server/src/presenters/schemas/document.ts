import { z } from 'zod';
import { RELATION_TYPES } from '../../legal-status';
import { sectionSchema } from '../../sections';
import { CONTENTS_LEVELS, type ContentsEntry } from '../../structure';
import {
  citationSchema,
  day,
  editorialLife,
  issuerReferenceSchema,
  jsonLd,
  namedReferenceSchema,
  relatedDocumentSchema,
  seoSchema,
} from './common';

export const contentsEntrySchema: z.ZodType<ContentsEntry> = z
  .strictObject({
    anchor: z.string().meta({ description: 'The `id` of its element in `bodyHtml`.' }),
    level: z.enum(CONTENTS_LEVELS),
    label: z.string().meta({ examples: ['Điều 8'] }),
    title: z.string().nullable().meta({ description: 'Its heading; null where it goes right on with its text.' }),
    get children() {
      return z.array(contentsEntrySchema);
    },
  })
  .meta({ id: 'ContentsEntry', description: 'A place of a document, with the places in it.' });

export const attachmentSchema = z
  .strictObject({
    title: z.string().nullable(),
    url: z.string().meta({ description: 'Absolute.' }),
    mime: z.string().nullable(),
    size: z.number().min(0).nullable().meta({ description: 'Bytes.' }),
    sha256: z
      .string()
      .nullable()
      .meta({ description: '64 hexadecimal digits; null where the file could not be read.' }),
    pages: z.int().nullable(),
    official: z.boolean().meta({ description: 'The signed and sealed original, as against a copy for reading.' }),
    accessible: z.boolean().meta({ description: 'Usable with a screen reader.' }),
  })
  .meta({ id: 'Attachment', description: 'A file of a document.' });

export const relationSchema = z
  .strictObject({
    direction: z
      .enum(['out', 'in'])
      .meta({ description: '`out`: this document acts on the other; `in`: the other acts on this one.' }),
    type: z.enum(RELATION_TYPES),
    label: z.string().meta({ description: 'The type for readers.', examples: ['thay thế'] }),
    scope: z.string().nullable().meta({ description: 'The part that is meant; null for the whole.' }),
    anchor: z
      .string()
      .nullable()
      .meta({ description: 'Where that part is in this document, an anchor of `contents`; null for `out`.' }),
    effectiveOn: day.nullable(),
    until: day
      .nullable()
      .meta({ description: 'The last day of a suspension, or the last day in force after an extension.' }),
    note: z.string().nullable(),
    document: relatedDocumentSchema.nullable().meta({ description: 'Null where the register has no such document.' }),
    symbol: z.string(),
  })
  .meta({ id: 'Relation', description: 'How a document and another one bear on each other.' });

export const signerSchema = z
  .strictObject({
    name: z.string(),
    position: z.string().nullable(),
    capacity: z.string().nullable().meta({ description: 'For whom: TM., KT., TL. or TUQ.' }),
  })
  .meta({ id: 'Signer' });

/** The public JSON of every official document without its frame. */
export const documentSchema = z.strictObject({
  symbol: z.string().meta({ examples: ['15/2024/QĐ-UBND'] }),
  number: z.string().nullable().meta({ description: 'As printed in the symbol, leading zeros kept.' }),
  year: z.int().nullable(),
  kind: z
    .strictObject({ code: z.string(), label: z.string() })
    .nullable()
    .meta({ examples: [{ code: 'decision', label: 'Quyết định' }] }),
  issuer: issuerReferenceSchema.nullable(),
  coIssuers: z.array(issuerReferenceSchema),
  signers: z.array(signerSchema),
  issuedOn: day.nullable(),
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable().meta({ description: 'The last day in force.' }),
  title: z.string(),
  summary: z.string().nullable(),
  body: z.array(sectionSchema),
  bodyHtml: z.string().meta({ description: 'Cleaned, with an `id` for each entry of `contents`.' }),
  bodyText: z.string(),
  contents: z
    .array(contentsEntrySchema)
    .meta({ description: 'The places of the text; empty where it has none that are certain.' }),
  attachments: z.array(attachmentSchema),
  topics: z.array(namedReferenceSchema),
  relations: z
    .array(relationSchema)
    .meta({ description: 'What it states of other documents, then what others state of it.' }),
  citations: z.array(citationSchema),
  ...editorialLife,
  seo: seoSchema,
  jsonLd,
});

export const taskSchema = z
  .strictObject({
    title: z.string(),
    leadIssuer: issuerReferenceSchema.nullable(),
    supportingIssuers: z.array(issuerReferenceSchema),
    dueOn: day.nullable(),
    status: z.string().meta({ examples: ['not-started'] }),
    doneOn: day.nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Task', description: 'A task that a directive sets.' });

export const directiveSchema = documentSchema
  .extend({ tasks: z.array(taskSchema) })
  .meta({ description: 'An official document other than a resolution.' });

const votes = z.int().min(0).nullable();

export const votesSchema = z
  .strictObject({ for: votes, against: votes, abstained: votes })
  .meta({ id: 'Votes', description: 'How an assembly voted.' });

export const resolutionSchema = documentSchema
  .extend({
    meeting: z.string().nullable(),
    term: z.string().nullable(),
    adoptedOn: day.nullable(),
    votes: votesSchema.nullable().meta({ description: 'Null where no vote was recorded.' }),
  })
  .meta({ description: 'A resolution.' });

const LEFT_OUT = {
  body: true,
  bodyHtml: true,
  bodyText: true,
  contents: true,
  jsonLd: true,
  attachments: true,
  relations: true,
} as const;

export const directiveSummarySchema = directiveSchema
  .omit({ ...LEFT_OUT, tasks: true })
  .meta({ description: 'An official document other than a resolution, as lists show it.' });

export const resolutionSummarySchema = resolutionSchema
  .omit(LEFT_OUT)
  .meta({ description: 'A resolution as lists show it.' });
