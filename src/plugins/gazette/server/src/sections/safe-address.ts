const LINK_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);
const IMAGE_SCHEMES: ReadonlySet<string> = new Set(['http', 'https']);

/**
 * The address that a link may have, or null. Allowed: http, https, mailto, tel, relative addresses and `#anchor`.
 * Control characters go first, since browsers skip them when they read a scheme; `//host` becomes `https://host`.
 */
export const safeLinkAddress = (address: unknown): string | null => safeAddress(address, LINK_SCHEMES);

/** The address that an image, a video or a sound may have, or null: http, https or relative. */
export const safeImageAddress = (address: unknown): string | null => safeAddress(address, IMAGE_SCHEMES);

function safeAddress(address: unknown, schemes: ReadonlySet<string>): string | null {
  if (typeof address !== 'string') return null;
  const bare = address.replace(/\p{Cc}/gu, '').trim();
  if (bare === '') return null;
  if (/^[/\\]{2}/.test(bare)) return `https://${bare.replace(/^[/\\]+/, '')}`;

  // Whatever stands before a colon in the first path segment counts as a scheme, whether or not it is spelled like one.
  const segment = bare.slice(0, endOfFirstSegment(bare));
  const colon = segment.indexOf(':');
  if (colon === -1) return bare;
  return schemes.has(segment.slice(0, colon).toLowerCase()) ? bare : null;
}

function endOfFirstSegment(address: string): number {
  const end = address.search(/[/?#]/);
  return end === -1 ? address.length : end;
}
