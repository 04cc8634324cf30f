import type { Describe, DescribeTools, ParameterDescription } from '@gazette/delivery/strapi-server';
import { z } from 'zod';
import { TIMELINE_EVENTS } from '../legal-status';
import { citedDocumentSchema, day, relatedDocumentSchema, relationSchema } from '../presenters';
import { PARAMETERS as OF_CITING } from './citing';
import { CITING } from '../collections/citing';
import { extractBody, LONGEST_TEXT, MOST_REFERENCES } from './extract';
import { LONGEST, PARAMETERS as OF_LOOKUP } from './lookup';
import { MOST, PARAMETERS as OF_RELATED, USUAL } from './related';
import { PARAMETERS as OF_RELATIONS } from './relations';
import { PARAMETERS as OF_TIMELINE } from './timeline';

/** The group of these addresses. */
export const REGISTER = 'Register';

/** The item names of lists, for names of operations. */
const nameOf = ({ collections }: DescribeTools, list: string): string => collections.readAs(list)?.itemName ?? list;

/** What the addresses of the register take, by the names that their handlers check. */
const parametersOf = (
  tools: DescribeTools,
  names: readonly (
    | (typeof OF_LOOKUP)[number]
    | (typeof OF_RELATED)[number]
    | (typeof OF_RELATIONS)[number]
    | (typeof OF_TIMELINE)[number]
  )[],
): ParameterDescription[] => {
  const [locale, fallback] = tools.localeParameters;
  const all: Record<(typeof names)[number], ParameterDescription | undefined> = {
    locale,
    fallback,
    asOf: tools.query('asOf', 'A day: what holds on it.', day),
    knownAt: tools.query(
      'knownAt',
      'As it was public then: a time with its offset, or a day for its end.',
      z.string().meta({ examples: ['2024-01-31', '2024-01-31T09:00:00+07:00'] }),
    ),
    limit: tools.query('limit', 'Summaries at most.', z.int().min(1).max(MOST).meta({ default: USUAL })),
    symbol: tools.query(
      'symbol',
      'In any spelling, with its noun or without.',
      z
        .string()
        .min(1)
        .max(LONGEST)
        .meta({ examples: ['57-KL/TW', 'Kết luận số 57-KL/TW'] }),
      { required: true },
    ),
    issuer: tools.query('issuer', 'The slug, code or name of an issuer.', z.string().min(1).max(LONGEST)),
    issuedOn: tools.query('issuedOn', 'The day of issue.', day),
  };
  return names.flatMap((name) => all[name] ?? []);
};

export const describeLookup: Describe = (tools) => [
  {
    operationId: 'lookupDocuments',
    method: 'get',
    path: '/documents/lookup',
    tag: REGISTER,
    summary: 'The documents with a symbol, the newest first',
    description: 'A text that is no symbol is a 400 with the reason.',
    parameters: parametersOf(tools, OF_LOOKUP),
    answers: { 200: tools.cached('Any number of them.', tools.envelope(z.array(tools.summary('documents')))) },
    others: [304, 400],
  },
];

export const describeRelated: Describe = (tools) => [
  {
    operationId: 'listRelatedArticles',
    method: 'get',
    path: '/articles/{id}/related',
    tag: 'Reading',
    summary: 'What else to read: picked by hand first, then what shares most with the article',
    parameters: [tools.id, ...parametersOf(tools, OF_RELATED)],
    answers: { 200: tools.cached('Summaries.', tools.envelope(z.array(tools.summary('articles')))) },
    others: [301, 304, 400, 404, 410],
  },
];

export const describeRelations =
  (list: string): Describe =>
  (tools) => [
    {
      operationId: `list${nameOf(tools, list)}Relations`,
      method: 'get',
      path: `/${list}/{id}/relations`,
      tag: REGISTER,
      summary: 'What a document and others have to do with each other',
      parameters: [tools.id, ...parametersOf(tools, OF_RELATIONS)],
      answers: { 200: tools.cached('All of them.', tools.envelope(z.array(relationSchema))) },
      others: [301, 304, 400, 404, 410],
    },
  ];

const timelineEvent = z
  .strictObject({
    on: day,
    event: z.enum(TIMELINE_EVENTS),
    label: z.string().meta({ description: 'The event for readers.', examples: ['Sửa đổi'] }),
    by: relatedDocumentSchema.nullable().meta({ description: 'The acting document; null where nobody acts.' }),
    scope: z.string().nullable().meta({ description: 'The part that is meant; null for the whole.' }),
    anchor: z.string().nullable().meta({ description: 'Where that part is, an anchor of `contents`.' }),
  })
  .meta({ id: 'TimelineEvent' });

export const describeTimeline =
  (list: string): Describe =>
  (tools) => [
    {
      operationId: `list${nameOf(tools, list)}Timeline`,
      method: 'get',
      path: `/${list}/{id}/timeline`,
      tag: REGISTER,
      summary: 'What happened to a document and what is known to happen, in order of day',
      parameters: [tools.id, ...parametersOf(tools, OF_TIMELINE)],
      answers: { 200: tools.cached('All events.', tools.envelope(z.array(timelineEvent))) },
      others: [301, 304, 400, 404, 410],
    },
  ];

export const describeCiting =
  (list: string): Describe =>
  (tools) => {
    const definition = tools.collections.readAs(CITING);
    if (!definition) return [];
    const names = OF_CITING.filter((name) => name !== 'asOf');
    return [
      {
        operationId: `list${nameOf(tools, list)}Citing`,
        method: 'get',
        path: `/${list}/{id}/citing`,
        tag: REGISTER,
        summary: 'What cites a document, or shows it beside itself',
        parameters: [tools.id, ...tools.listParameters(definition, { names })],
        answers: {
          200: tools.cached('A page.', tools.envelope(z.array(tools.summary(CITING)), tools.listMeta([]))),
        },
        others: [301, 304, 400, 404, 410],
      },
    ];
  };

const offset = z.int().min(0);

const foundCitation = z
  .strictObject({
    start: offset.meta({ description: 'In UTF-16 units of the text as sent.' }),
    end: offset.meta({ description: 'Behind the last character.' }),
    text: z
      .string()
      .meta({ description: "The text's own words: the noun, if it stands before, to the end of the symbol." }),
    symbol: z.string(),
    number: z.string(),
    year: z.int().nullable(),
    type: z
      .string()
      .nullable()
      .meta({ examples: ['KL'] }),
    issuer: z.string().meta({ examples: ['TW'] }),
    issuerName: z.string().nullable().meta({ description: 'As the text states it.' }),
    date: day.nullable().meta({ description: 'The stated day of issue.' }),
    family: z.enum(['party', 'state']),
    confidence: z.number().min(0).max(1),
    document: citedDocumentSchema.nullable().meta({ description: 'Null where the register has none, or several.' }),
    ambiguous: z.boolean().meta({ description: 'Several documents are as likely; none is chosen.' }),
  })
  .meta({ id: 'FoundCitation', description: 'One place where a text cites a document.' });

const backReference = z
  .strictObject({ start: offset, end: offset, text: z.string(), symbol: z.string() })
  .meta({ id: 'BackReference', description: 'Words without a symbol of their own: "Nghị quyết này".' });

export const describeExtract: Describe = (tools) => [
  {
    operationId: 'extractCitations',
    method: 'post',
    path: '/citations/extract',
    tag: REGISTER,
    summary: 'The references in a text, with the documents that they mean',
    description: 'Nothing is kept of the text.',
    parameters: tools.localeOnly,
    body: {
      description: `A text of at most ${LONGEST_TEXT} bytes of UTF-8 and ${MOST_REFERENCES} citations.`,
      schema: extractBody,
    },
    answers: {
      200: tools.uncached(
        'In the order of the text.',
        tools.envelope(z.array(foundCitation), { backReferences: z.array(backReference) }),
      ),
    },
    others: [400, 413, 415],
  },
];
