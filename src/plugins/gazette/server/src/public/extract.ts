import type { Answer, Known, PublicRequest } from '@gazette/delivery/strapi-server';
import { z } from 'zod';
import { findBackReferences, findCitations } from '../citations';
import { citedDocument, keyOf } from '../presenters/citations';
import { matchCitation } from '../register/match-citation';
import { definitionOf, jsonAnswer, type RegisterHost } from './host';

/** Bytes of UTF-8 in a text. */
export const LONGEST_TEXT = 1_048_576;
/** A text may be written with six bytes a character in JSON. */
const LONGEST_BODY = 6 * LONGEST_TEXT + 1_024;

/** More than these no text of people cites; what is made of text to keep the server busy does. */
export const MOST_REFERENCES = 10_000;

/** What is sent. */
export const extractBody = z.strictObject({ text: z.string() });

/** The references in a text that is sent, with the documents that they mean. Nothing is kept of it. */
export const extractHandler =
  (host: RegisterHost) =>
  async (request: PublicRequest): Promise<Answer> => {
    const { reader } = host;
    const locales = await reader.locales();
    const definition = definitionOf(host, 'documents');
    const query = reader.query(request.queryString, '/citations/extract', ['locale'], definition, locales);
    const body = extractBody.safeParse(await request.json(LONGEST_BODY));
    if (!body.success)
      throw reader.error(400, 'ValidationError', 'Send {"text": "..."} and nothing else.', {
        errors: body.error.issues.map(({ path, message }) => ({ path, message, name: 'ValidationError' })),
      });
    const { text } = body.data;
    if (Buffer.byteLength(text) > LONGEST_TEXT)
      throw reader.error(413, 'PayloadTooLargeError', `text may have at most ${LONGEST_TEXT} bytes of UTF-8.`, {
        limit: LONGEST_TEXT,
      });

    const found = findCitations(text);
    if (found.length > MOST_REFERENCES)
      throw reader.error(
        413,
        'PayloadTooLargeError',
        `text may cite at most ${MOST_REFERENCES} documents, and cites ${found.length}; send it in parts.`,
        { limit: MOST_REFERENCES },
      );
    const keys = new Map([...new Set(found.map(({ symbol }) => symbol))].map((symbol) => [symbol, keyOf(symbol)]));
    const candidates = await candidatesFor(host, [...new Set(keys.values())], query.locale);
    const data = found.map((citation) => {
      const { document, ambiguous } = matchCitation(citation, candidates.get(keys.get(citation.symbol) ?? '') ?? []);
      return { ...citation, document: document && citedDocument(document), ambiguous };
    });
    // "Nghị quyết này", "văn bản trên": no symbols of their own, so they stand beside the citations.
    const backReferences = findBackReferences(text, found).map(({ start, end, text: words, refersTo }) => ({
      start,
      end,
      text: words,
      symbol: refersTo.symbol,
    }));
    const answer = jsonAnswer(host, request, JSON.stringify(data), { keys: [], meta: { backReferences } });
    return { ...answer, tag: null, cache: 'none' };
  };

/** The public documents by the keys of their symbols. */
const candidatesFor = async (
  { reader }: RegisterHost,
  keys: readonly string[],
  locale: string,
): Promise<Map<string, Known[]>> => {
  const { register } = reader.reader();
  const named = await register.named(keys);
  const ids = [...new Set(named.map(({ documentId }) => documentId))];
  const known = await register.known(ids, locale, (await reader.locales()).default);
  const candidates = new Map<string, Known[]>();
  for (const { name, documentId } of named) {
    const one = known.get(documentId);
    const others = candidates.get(name);
    if (one && others) others.push(one);
    else if (one) candidates.set(name, [one]);
  }
  return candidates;
};
