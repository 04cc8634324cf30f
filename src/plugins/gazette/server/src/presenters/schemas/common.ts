import { z } from 'zod';

/** ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** YYYY-MM-DD */
export const day = z.iso.date();

export const jsonLd = z
  .record(z.string(), z.unknown())
  .meta({ description: 'For search engines, to be put into the page as it is (https://schema.org).' });

export const namedReferenceSchema = z
  .strictObject({
    slug: z.string().meta({ description: 'In the language of the item that shows it.' }),
    name: z.string(),
  })
  .meta({ id: 'NamedReference', description: 'A topic, tag or dossier.' });

export const authorReferenceSchema = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    position: z.string().nullable().meta({ description: 'Held when the text was written; else the present one.' }),
    unit: z.string().nullable(),
  })
  .meta({ id: 'AuthorReference' });

export const issuerReferenceSchema = z
  .strictObject({
    slug: z.string(),
    code: z
      .string()
      .nullable()
      .meta({ description: 'As in symbols.', examples: ['UBND'] }),
    name: z.string(),
    level: z
      .string()
      .nullable()
      .meta({ examples: ['district'] }),
  })
  .meta({ id: 'IssuerReference' });

export const sourceSchema = z
  .strictObject({ name: z.string().nullable(), url: z.string().nullable() })
  .meta({ id: 'Source', description: 'Where a text was taken from.' });

export const seoSchema = z
  .strictObject({
    metaTitle: z.string().nullable(),
    metaDescription: z.string().nullable(),
    noIndex: z.boolean().meta({ description: 'Search engines shall leave it out.' }),
  })
  .meta({ id: 'Seo' });

export const changeSchema = z
  .strictObject({ at: instant, note: z.string() })
  .meta({ id: 'ChangeNote', description: 'What was said about a major update.' });

export const correctionSchema = z.strictObject({ at: instant, text: z.string() }).meta({ id: 'Correction' });

export const withdrawalSchema = z
  .strictObject({ at: instant.nullable(), reason: z.string().nullable() })
  .meta({ id: 'Withdrawal', description: 'The text is no longer stood by. It stays public, marked.' });

/** What every item with an editorial life shows of it. */
export const editorialLife = {
  changeHistory: z.array(changeSchema),
  corrections: z.array(correctionSchema),
  withdrawal: withdrawalSchema.nullable().meta({ description: 'Null while the text is stood by.' }),
  firstPublishedAt: instant.nullable(),
  publicUpdatedAt: instant
    .nullable()
    .meta({ description: 'Of the last major update; the first publication without one.' }),
};

/** A document of the register as another item shows it. */
export const documentLink = {
  documentId: z.string(),
  collection: z.string().meta({ examples: ['directives'] }),
  slug: z.string(),
  url: z.string(),
};

export const citedDocumentSchema = z
  .strictObject({ ...documentLink, title: z.string().nullable(), issuedOn: day.nullable() })
  .meta({ id: 'CitedDocument' });

export const relatedDocumentSchema = z
  .strictObject({
    ...documentLink,
    symbol: z.string().nullable(),
    title: z.string().nullable(),
    issuedOn: day.nullable(),
  })
  .meta({ id: 'RelatedDocument', description: 'A document of the register as another item shows it.' });

export const citationSchema = z
  .strictObject({
    symbol: z.string().meta({ examples: ['57-KL/TW'] }),
    text: z.string().meta({ description: 'Words of the first occurrence.', examples: ['Kết luận 57-KL/TW'] }),
    occurrences: z.int().min(1),
    date: day.nullable().meta({ description: 'The first date that the text states.' }),
    issuerName: z.string().nullable().meta({ description: 'The first issuer that the text states.' }),
    document: citedDocumentSchema.nullable().meta({ description: 'Null where the register has none, or several.' }),
    ambiguous: z.boolean().meta({ description: 'Several documents are as likely; none is chosen.' }),
  })
  .meta({ id: 'Citation', description: 'One distinct symbol that an item cites.' });
