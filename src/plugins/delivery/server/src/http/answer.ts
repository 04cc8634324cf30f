/** An answer before it is fitted to a request: what it says, and how it may be kept. */
export interface Answer {
  status: number;
  /** Complete text; '' for an answer without a body. */
  body: string;
  contentType: string;
  /** Identifies the body before encoding; the ETag adds the encoding. Null where the answer has none. */
  tag: string | null;
  lastModified?: Date;
  /** How long shared caches may keep it; `none` is no-store. */
  cache: 'shared' | 'none';
  /** What the answer depends on (ASCII); named in Surrogate-Key. */
  keys: string[];
  /** Links by relation. */
  links: Record<string, string>;
  headers?: Record<string, string>;
}

/** What a handler may know of a request. */
export interface PublicRequest {
  /** Values of the path's parameters, decoded. */
  params: Record<string, string>;
  /** Without its question mark. */
  queryString: string;
  /** Path and query as sent, without the host that an absolute-form request names. */
  originalUrl: string;
}

export type Handler = (request: PublicRequest) => Promise<Answer>;

export const JSON_TYPE = 'application/json; charset=utf-8';
