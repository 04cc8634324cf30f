import type { EntryRow } from '@gazette/delivery/strapi-server';
import { findCitations, type FoundCitation } from '../citations';
import { presentSections, sectionsToText, type PublicSection, type RawSection } from '../sections';

interface Body {
  body: PublicSection[];
  bodyText: string;
}

type WithBody = EntryRow & { body?: RawSection[] | null };
type Addresses = Parameters<typeof presentSections>[1];

/** A row is presented once for what it mentions and once for good; both times from the same object. */
const bodies = new WeakMap<EntryRow, Body>();
const citations = new WeakMap<EntryRow, FoundCitation[]>();

/** The body of a row and its text. */
export const bodyOf = (entry: WithBody, context: Addresses): Body => {
  const known = bodies.get(entry);
  if (known) return known;
  const body = presentSections(entry.body ?? [], context);
  const made = { body, bodyText: sectionsToText(body) };
  bodies.set(entry, made);
  return made;
};

/** Each text is read by itself, so that the end of one and the start of the next make no symbol together. */
export const citedIn = (entry: EntryRow, texts: readonly (string | null | undefined)[]): FoundCitation[] => {
  const known = citations.get(entry);
  if (known) return known;
  const found = texts.flatMap((text) => (text ? findCitations(text) : []));
  citations.set(entry, found);
  return found;
};
