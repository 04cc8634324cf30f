/** What a request tells of itself. */
export interface RequestLine {
  method: string;
  path: string;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Writes that the admin's page sends by itself, or that are about the session and decide for themselves. */
const BY_ITSELF = /\/(access-token|renew-token|logout|idle-timeout\/session(\/.*)?)$/;

/**
 * Whether a request to the admin's API is something that the editor did. The page reads by itself (it polls, and reads
 * again what has become old), but it writes only for the editor. Reading a page or typing is told by `keep-alive`.
 */
export const isDoneByUser = (request: RequestLine | undefined): boolean =>
  request !== undefined && !READS.has(request.method.toUpperCase()) && !BY_ITSELF.test(request.path);
