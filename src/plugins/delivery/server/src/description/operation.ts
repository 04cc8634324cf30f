import type { z } from 'zod';

/** A parameter of an operation. What it takes is read by hand-written readers; the schema says the same. */
export interface ParameterDescription {
  name: string;
  in: 'query' | 'path' | 'header';
  description: string;
  schema: z.ZodType;
  required?: boolean;
  deprecated?: boolean;
  /** Several values stand in one text, with commas between them. */
  commas?: boolean;
  /** An object whose members are parameters of their own: `filters[topic]=x`. */
  deep?: boolean;
  example?: unknown;
}

/** Headers that answers carry; what each means stands with the components. */
export type HeaderName =
  | 'ETag'
  | 'Last-Modified'
  | 'Cache-Control'
  | 'Surrogate-Key'
  | 'Link'
  | 'Location'
  | 'Retry-After'
  | 'Set-Cookie'
  | 'Allow';

/** An answer that only this operation gives. */
export interface AnswerDescription {
  description: string;
  /** Schemas by media type. */
  content?: Readonly<Record<string, z.ZodType>>;
  /** What one line of the content is, where it is made of lines of JSON. */
  line?: z.ZodType;
  headers?: readonly HeaderName[];
}

/** Answers that are the same everywhere: where an item moved to, nothing new, and errors in Strapi's shape. */
export type SharedStatus = 301 | 304 | 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 429 | 503;

/** What one method of one address does, as a client sees it. */
export interface Operation {
  /** Unique in the whole description; what generated clients call it. */
  operationId: string;
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below the API's prefix, with parts that vary in braces: `/things/{id}`. */
  path: string;
  tag: string;
  /** One line. */
  summary: string;
  description?: string;
  parameters?: readonly ParameterDescription[];
  body?: { description: string; schema: z.ZodType };
  answers: Readonly<Record<number, AnswerDescription>>;
  /** The shared answers that it may give besides. */
  others: readonly SharedStatus[];
  /** Names of security schemes, of which any one is enough; without them, it takes no credentials. */
  security?: readonly string[];
  /** Whether it answers those too who send none of them. */
  isOpen?: boolean;
}

/** A group of operations, in the order in which they are read. */
export interface TagDescription {
  name: string;
  description: string;
}

/** How clients show who they are. */
export interface SecurityScheme {
  name: string;
  description: string;
  scheme: { type: 'http'; scheme: 'bearer' } | { type: 'apiKey'; in: 'header' | 'cookie'; name: string };
}

/** What a plugin, or a route, tells of its public addresses. */
export interface Description {
  operations: readonly Operation[];
  tags?: readonly TagDescription[];
  security?: readonly SecurityScheme[];
}
