import { z } from 'zod';
import type { HeaderName, SharedStatus } from './operation';

/** A whole JSON answer. @param meta members of `meta`; none by default */
export const envelope = (data: z.ZodType, meta: z.ZodRawShape | z.ZodType = {}): z.ZodType =>
  z.strictObject({ data, meta: meta instanceof z.ZodType ? meta : z.strictObject(meta) });

const total = z
  .int()
  .min(0)
  .optional()
  .meta({ description: 'How many items there are; absent with `withCount=false`.' });
const nextCursor = z
  .string()
  .nullable()
  .meta({ description: 'What `pagination[cursor]` takes for the next page; null on the last one.' });

const pageSize = z.int().min(1).max(100);

export const pagination = z
  .union([
    z.strictObject({
      page: z.int().min(1),
      pageSize,
      pageCount: z.int().min(0).optional().meta({ description: 'Absent with `withCount=false`.' }),
      total,
      nextCursor,
    }),
    z.strictObject({ start: z.int().min(0), limit: pageSize, total }),
    z.strictObject({ pageSize, nextCursor, total }),
  ])
  .meta({ id: 'Pagination', description: 'In the form that was asked for: pages, offsets or cursors.' });

export const facetCounts = z
  .strictObject({
    values: z.array(
      z.strictObject({
        value: z.string().meta({ description: 'What the filter of this facet takes.' }),
        label: z.string().meta({ description: 'What readers see.' }),
        count: z.int().min(0),
      }),
    ),
    missing: z.int().min(0).meta({ description: 'How many items have no value.' }),
  })
  .meta({ id: 'FacetCounts', description: 'How many items of the list carry each value of a facet.' });

const error = <Status extends number>(status: Status, name: z.ZodType<string>, details: z.ZodType, id: string) =>
  z
    .strictObject({
      data: z.null(),
      error: z.strictObject({
        status: z.literal(status),
        name,
        message: z.string().meta({ description: 'What is wrong and what is allowed, in English.' }),
        details,
      }),
    })
    .meta({ id });

const anyDetails = z.looseObject({});
const allowed = z.array(z.string()).meta({ description: 'What is taken here.' });

const fault = z
  .looseObject({
    path: z.array(z.union([z.string(), z.int()])).meta({ description: 'The parameter or field.' }),
    message: z.string(),
    name: z.literal('ValidationError'),
    allowed: z.array(z.unknown()).optional().meta({ description: 'All values, or names, that would be taken.' }),
  })
  .meta({ id: 'Fault', description: 'One parameter or field that cannot be used.' });

const locales = z
  .array(z.looseObject({ locale: z.string(), slug: z.string() }))
  .optional()
  .meta({ description: 'For an item that is public in other languages only: its addresses there.' });

interface SharedAnswer {
  /** Its name among the components. */
  name: string;
  description: string;
  schema: z.ZodType | null;
  headers?: readonly HeaderName[];
}

const erroneous = (
  status: number,
  name: string,
  description: string,
  details: z.ZodType = anyDetails,
  kind?: string,
) => ({
  name,
  description,
  schema: error(status, z.literal(kind ?? `${name}Error`), details, `${name}Error`),
});

/** Answers that mean the same at every address. */
export const SHARED_ANSWERS: Readonly<Record<SharedStatus, SharedAnswer>> = {
  301: {
    name: 'Moved',
    description:
      'The item, or the one that a feed is of, has another slug now: `Location` is the address with it, and what else the query says stays.',
    schema: z.strictObject({ data: z.null(), meta: z.strictObject({ location: z.string() }) }).meta({ id: 'Moved' }),
    headers: ['Location'],
  },
  304: { name: 'NotModified', description: 'The client has this answer already.', schema: null },
  400: erroneous(
    400,
    'Validation',
    'A parameter, field or part of the address is unknown or cannot be used.',
    z.looseObject({ errors: z.array(fault).optional() }),
  ),
  401: erroneous(
    401,
    'Unauthorized',
    'Nobody is signed in, or not any more: `details.reason` says why a session has ended.',
  ),
  403: erroneous(403, 'Forbidden', 'Whoever asks may not do this; `message` says why.'),
  404: erroneous(404, 'NotFound', 'Nothing public has this address.', z.looseObject({ locales })),
  405: {
    ...erroneous(405, 'MethodNotAllowed', 'The address takes other methods only.', z.strictObject({ allowed })),
    headers: ['Allow'],
  },
  409: erroneous(409, 'NotRateable', 'The item takes no votes: its editors have closed it, or withdrawn it.'),
  410: erroneous(
    410,
    'Gone',
    'The item was public and has been taken back.',
    z.looseObject({ documentId: z.string(), collection: z.string(), deletedAt: z.iso.datetime().optional() }),
  ),
  413: erroneous(413, 'PayloadTooLarge', 'The body is too long.', z.strictObject({ limit: z.int() })),
  415: erroneous(415, 'UnsupportedMediaType', 'The body is not JSON.', z.strictObject({ allowed })),
  429: {
    ...erroneous(429, 'RateLimit', 'Too many for now; `Retry-After` says when to come again.'),
    headers: ['Retry-After'],
  },
  503: {
    ...erroneous(503, 'ServiceUnavailable', 'As many of these are being answered as the server takes at once.'),
    headers: ['Retry-After'],
  },
};
