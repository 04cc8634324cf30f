/** What decides whether a page may use a visitor's cookie. */
export interface OriginQuestion {
  /** The header `Origin`; empty where the browser sends none: no page of another site asks then. */
  origin: string;
  /** The host that was asked. */
  host: string;
  /** What CORS allows, `*` included. */
  allowed: readonly string[];
}

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
};

/**
 * Whether a request that is signed in by a cookie alone comes from a page that may do so: one of this host, or of a site
 * that CORS names. `*` names nobody: it lets everyone read what is public, not act for a visitor.
 */
export const isTrusted = ({ origin, host, allowed }: OriginQuestion): boolean =>
  origin === '' || hostOf(origin) === host || (allowed.includes(origin) && origin !== '*');
