/** What URL leaves as it is and RFC 3986 does not allow in a part of an address. */
const FORBIDDEN = /[[\]{}|^`\\"<># ]|%(?![0-9a-f]{2})/gi;

const encode = (part: string): string => part.replace(FORBIDDEN, encodeURIComponent);

const encodeAfterMark = (part: string): string => part.slice(0, 1) + encode(part.slice(1));

/**
 * An absolute http, https or mailto address in the form of RFC 3986, which JSON Feed's schema asks for and which is stricter than what browsers take.
 * A user name or password in it is dropped.
 * Undefined for a text that is no such address.
 */
export const webAddress = (text: string | null | undefined): string | undefined => {
  if (!text) return undefined;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const { protocol, host, pathname, search, hash } = url;
  const rest = encode(pathname) + encodeAfterMark(search) + encodeAfterMark(hash);
  if (protocol === 'mailto:') return pathname === '' ? undefined : `${protocol}${rest}`;
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return `${protocol}//${host.startsWith('[') ? host : encode(host)}${rest}`;
};
