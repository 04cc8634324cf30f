/** An address below the API's prefix that ratings answer. */
export interface RouteMatch {
  kind: 'summary' | 'mine';
  collection: string;
  id: string;
}

const decode = (segment: string): string | null => {
  try {
    const decoded = decodeURIComponent(segment);
    // PostgreSQL has no text that holds a NUL.
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
};

/** @param path below `/ratings`, for example `/articles/tin-moi/mine` @returns null where nothing of ratings is meant */
export const matchRoute = (path: string): RouteMatch | 'malformed' | null => {
  const [first, collection, id, below, ...rest] = path.replace(/\/$/, '').split('/');
  if (first !== '' || !collection || !id || rest.length > 0) return null;
  if (below !== undefined && below !== 'mine') return null;
  const [name, address] = [decode(collection), decode(id)];
  if (name === null || address === null) return 'malformed';
  return { kind: below === 'mine' ? 'mine' : 'summary', collection: name, id: address };
};

export const METHODS = {
  summary: ['GET', 'HEAD', 'OPTIONS'],
  mine: ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'],
} as const;
