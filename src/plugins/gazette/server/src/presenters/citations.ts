import type { PresentContext, Reference } from '@gazette/delivery/strapi-server';
import type { z } from 'zod';
import { summariseCitations, type FoundCitation } from '../citations';
import { matchCitation } from '../register/match-citation';
import { registerKey } from '../symbols';
import type { citationSchema, citedDocumentSchema } from './schemas';
import { dayOrNull, textOrNull } from './values';

/** A cited document of the register. */
export type CitedDocument = z.infer<typeof citedDocumentSchema>;

/** One distinct symbol that an item cites. */
export type PublicCitation = z.infer<typeof citationSchema>;

/** The key under which documents are looked up by symbol; '' for what names none. */
export const keyOf = (symbol: string): string => registerKey(symbol) ?? '';

export const citedDocument = ({ documentId, collection, slug, url, title, issuedOn }: Reference): CitedDocument => ({
  documentId,
  collection,
  slug,
  url,
  title: textOrNull(title),
  issuedOn: dayOrNull(issuedOn),
});

/**
 * One entry per distinct symbol, with the document that is meant.
 * @param left keys of symbols that are none here: what the editor dismissed, a document's own
 * @param picked documentIds that the editor picked by hand
 */
export const presentCitations = (
  found: readonly FoundCitation[],
  { left, picked }: { left: ReadonlySet<string>; picked: ReadonlySet<string> },
  context: Pick<PresentContext, 'named'>,
): PublicCitation[] =>
  summariseCitations(found.filter(({ symbol }) => !left.has(keyOf(symbol)))).map((summary) => {
    const { document, ambiguous } = matchCitation(summary, context.named(keyOf(summary.symbol)), picked);
    return { ...summary, document: document && citedDocument(document), ambiguous };
  });

/** The keys of symbols in an editor's list. */
export const dismissedKeys = (dismissed: unknown): Set<string> =>
  new Set((Array.isArray(dismissed) ? dismissed : []).filter((text) => typeof text === 'string').map(keyOf));
