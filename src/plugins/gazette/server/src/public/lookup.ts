import type { Answer, PublicRequest } from '@gazette/delivery/strapi-server';
import { findCitations } from '../citations';
import { readFacts, type DocumentFacts } from '../register/facts';
import { sameIssuer } from '../register/same-issuer';
import { parseSymbol, registerKey } from '../symbols';
import { definitionOf, jsonAnswer, viewOf, type RegisterHost } from './host';

export const PARAMETERS = ['symbol', 'issuer', 'issuedOn', 'locale', 'fallback', 'asOf'] as const;
export const LONGEST = 300;

/** The documents with a symbol in any spelling, with its noun or without. @throws the reason why a text is none */
const documentsWith = async ({ reader }: RegisterHost, text: string): Promise<string[]> => {
  const { register } = reader.reader();
  const idsOf = async (key: string) => (await register.named([key])).map(({ documentId }) => documentId);
  const parsed = parseSymbol(text);
  if (parsed.ok) return idsOf(parsed.symbol.key);
  const cited = new Set(findCitations(text).map(({ symbol }) => symbol));
  const [only] = cited;
  const found = cited.size === 1 && only !== undefined ? parseSymbol(only) : parsed;
  if (found.ok) return idsOf(found.symbol.key);
  // Old and foreign documents carry symbols of no known form.
  const freeForm = registerKey(text);
  const ids = freeForm === null ? [] : await idsOf(freeForm);
  if (ids.length > 0) return ids;
  throw reader.error(400, 'ValidationError', `symbol: ${found.reason.en}`, {
    errors: [
      { path: ['symbol'], name: 'ValidationError', message: found.reason.en, reason: found.reason, code: found.code },
    ],
  });
};

const textOf = ({ reader }: RegisterHost, name: string, value: unknown): string | null => {
  if (value === undefined) return null;
  if (typeof value !== 'string' || value === '' || value.length > LONGEST)
    throw reader.refusal(name, `${name} takes one text of 1 to ${LONGEST} characters.`);
  return value;
};

const isOf = ({ issuers, issuerCodes, issuerNames }: DocumentFacts, issuer: string): boolean =>
  issuers.includes(issuer) ||
  issuerCodes.some((code) => code.toLocaleUpperCase('vi') === issuer.toLocaleUpperCase('vi')) ||
  sameIssuer(issuer, issuerNames) === 'same';

/** The documents that carry a symbol, the newest first: a Party symbol recurs in every term. */
export const lookupHandler =
  (host: RegisterHost) =>
  async (request: PublicRequest): Promise<Answer> => {
    const { reader } = host;
    const locales = await reader.locales();
    const query = reader.query(
      request.queryString,
      '/documents/lookup',
      PARAMETERS,
      definitionOf(host, 'documents'),
      locales,
    );
    const symbol = textOf(host, 'symbol', query.values.symbol);
    if (symbol === null) throw reader.refusal('symbol', 'symbol is missing; for example symbol=57-KL/TW.');
    const issuer = textOf(host, 'issuer', query.values.issuer);
    const issuedOn = textOf(host, 'issuedOn', query.values.issuedOn);
    if (issuedOn !== null && reader.dayOf(issuedOn) === null)
      throw reader.refusal('issuedOn', 'issuedOn takes a day of the calendar, for example issuedOn=2023-06-15.');

    const ids = await documentsWith(host, symbol);
    const known = await reader.reader().register.known(ids, query.locale, locales.default);
    const found = [...known]
      .map(([documentId, one]) => ({ documentId, facts: readFacts(one) }))
      .filter(({ facts }) => issuer === null || isOf(facts, issuer))
      .filter(({ facts }) => issuedOn === null || facts.issuedOn === issuedOn)
      .sort((a, b) => {
        const [x, y] = [a, b].map(({ documentId, facts }) => `${facts.issuedOn ?? ''} ${documentId}`);
        return (x ?? '') > (y ?? '') ? -1 : 1;
      });
    const summaries = await reader.summaries(
      found.map(({ documentId }) => documentId),
      viewOf(query, locales.default),
    );
    return jsonAnswer(host, request, `[${summaries.join(',')}]`, { keys: ['documents'], until: reader.turnOf(query) });
  };
