import type { StoredRevision } from './stored-revision';

/** What a form held when the content manager replaced it by its loading page. */
export interface InterruptedForm {
  values: object;
  stored: StoredRevision;
}

/** Longer than any loading of a document, shorter than a walk through other pages and back. */
const LIFETIME_MS = 30_000;

/** The page's address now, to tell later whether the editor has left it. */
export const currentAddress = (): string => window.location.pathname + window.location.search;

let interrupted: (InterruptedForm & { key: string; address: string; until: number }) | null = null;

/**
 * Remembers a form in conflict that goes away while the editor stays at its address: a language that did not exist when
 * the form opened is loaded behind the loading page, and comes back in a new form.
 * @param openedAt the address at which the conflict arose; an editor who has left it gets nothing back
 */
export const rememberForm = (key: string, form: InterruptedForm, openedAt: string): void => {
  interrupted =
    currentAddress() === openedAt ? { ...form, key, address: openedAt, until: Date.now() + LIFETIME_MS } : null;
};

/** Takes back what was remembered for a document at this address, once; null when there is nothing. */
export const takeForm = (key: string): InterruptedForm | null => {
  const found = interrupted;
  interrupted = null;
  if (found === null || found.key !== key || found.address !== currentAddress() || Date.now() > found.until)
    return null;
  return found;
};
