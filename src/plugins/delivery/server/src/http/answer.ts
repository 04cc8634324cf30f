import type { Encoding } from './etag';

/** The pieces of a streamed body, in order. */
export type Body = Iterable<string | Buffer> | AsyncIterable<string | Buffer>;

/** What the answer shows, in another form. */
export interface Alternate {
  url: string;
  /** Its content type. */
  type: string;
}

/** An answer before it is fitted to a request: what it says, and how it may be kept. */
export interface Answer {
  status: number;
  /** Complete text, or its UTF-8; '' for an answer without a body. */
  body: string | Buffer;
  /** The body in other encodings, where it never changes and is worth being kept; others are made anew. */
  encoded?: Partial<Readonly<Record<Encoding, string | Buffer>>>;
  contentType: string;
  /** Identifies the body before encoding; the ETag adds the encoding. Null where the answer has none. */
  tag: string | null;
  lastModified?: Date;
  /** How long shared caches may keep it; `none` is no-store. */
  cache: 'shared' | 'none';
  /** When the answer becomes another one by itself; shared caches keep it no longer. */
  until?: Date;
  /** What the answer depends on (ASCII); named in Surrogate-Key. */
  keys: string[];
  /** Links by relation. */
  links: Record<string, string>;
  alternates?: readonly Alternate[];
  headers?: Record<string, string>;
  /** A body that is made while it is sent, in place of `body`. Called at most once. */
  stream?: () => Body;
  /** Called where `stream` never is, or when it is over. */
  abandon?: () => void;
  /** The handler saw by the tag alone that the client has this answer, in this encoding: no body was made. */
  unmodified?: Encoding;
}

/** What a handler may know of a request. */
export interface PublicRequest {
  /** Values of the path's parameters, decoded. */
  params: Record<string, string>;
  /** Without its question mark. */
  queryString: string;
  /** Path and query as sent, without the host that an absolute-form request names. */
  originalUrl: string;
  /** Whether the request is conditional, so that a look at the tag may save reading the body. */
  isConditional: boolean;
  /** The encoding in which the client has the answer with this tag; null where it has not. */
  held(tag: string): Encoding | null;
  /** Whether only the headers of the answer are asked for. */
  isHead: boolean;
  /** Comes when the client is gone; for answers that take their time. */
  closed(): AbortSignal;
  /** The JSON that the request carries. @param limit bytes @throws PublicError 400, 413, 415 */
  json(limit: number): Promise<unknown>;
}

export type Handler = (request: PublicRequest) => Promise<Answer>;

export const JSON_TYPE = 'application/json; charset=utf-8';
