import type { LegalEffect, RegisterDocument } from '../../../src/plugins/gazette/server/src/legal-status';
import { isRelationType } from '../../../src/plugins/gazette/server/src/legal-status';
import type { TestApp } from '../../support';
import {
  isNormative,
  issuerNames,
  orNull,
  readPicked,
  readPublished,
  referenceOf,
  rowsOf,
  symbolOf,
  text,
  texts,
  wordsOf,
  type Published,
  type Row,
} from './published';
import { isIssuer, keyOf, readCited } from './sentences';

/** A relation of a document, with what it leads to. */
interface Stated {
  source: Published;
  target: Published | null;
  symbol: string;
  type: string;
  scope: string | null;
  effectiveOn: string | null;
  until: string | null;
}

const firstDay = (document: Published): string | null =>
  orNull(document.shared.effectiveFrom) ?? (isNormative(document) ? null : orNull(document.shared.issuedOn));

/** A relation as an item shows it, as far as it is compared. */
export interface ExpectedRelation {
  direction: 'out' | 'in';
  type: string;
  scope: string | null;
  effectiveOn: string | null;
  until: string | null;
  symbol: string;
  document: ReturnType<typeof referenceOf> | null;
}

export interface ExpectedCitation {
  symbol: string;
  text: string;
  occurrences: number;
  date: string | null;
  issuerName: string | null;
  document: ReturnType<typeof referenceOf> | null;
  ambiguous: boolean;
}

/** One language of an article or a document, with what the register makes of it. */
export interface RegisterItem {
  documentId: string;
  collection: Published['collection'];
  locale: string;
  citations: ExpectedCitation[];
  /** Empty for articles. */
  relations: ExpectedRelation[];
  /** The documents that it cites, or shows beside itself. */
  cites: Set<string>;
  /** Keys of the symbols that the filter `cites` of articles finds it by. */
  citedSymbols: Set<string>;
  issuedOn: string | null;
  symbol: string;
}

/** Everything that the register must show, worked out from content: every document is compared with every other. */
export interface ExpectedRegister {
  items: RegisterItem[];
  documents: RegisterDocument[];
  effects: LegalEffect[];
  /** Every day on which something happens by the word of a document or of a relation. */
  days: string[];
}

export const expectedRegister = async (app: TestApp): Promise<ExpectedRegister> => {
  const published = await readPublished(app);
  const picked = await readPicked(app);
  const documents = published.filter(({ collection }) => collection !== 'articles');
  const byId = new Map(documents.map((document) => [document.documentId, document]));
  const carrying = (symbol: string) => documents.filter((one) => keyOf(symbolOf(one)) === keyOf(symbol));

  const citedIn = (item: Published, row: Row) => {
    const none = new Set(texts(item.shared.dismissedCitations).map(keyOf));
    if (item.collection !== 'articles') none.add(keyOf(symbolOf(item)));
    return wordsOf(row)
      .flatMap(readCited)
      .filter(({ symbol }) => !none.has(keyOf(symbol)));
  };

  /** The one that is meant; several where nothing tells them apart. */
  const meant = (symbol: string, date: string | null, issuer: string | null, byHand: string[]): Published[] => {
    const all = carrying(symbol);
    const chosen = all.filter(({ documentId }) => byHand.includes(documentId));
    if (chosen.length === 1) return chosen;
    const answer = (one: Published) => (issuer === null ? 'unknown' : isIssuer(issuer, issuerNames(one)));
    const isDated = (one: Published) => date !== null && one.shared.issuedOn === date;
    let left = (chosen.length > 0 ? chosen : all)
      .filter((one) => answer(one) !== 'other')
      .filter((one) => date === null || one.shared.issuedOn === date);
    if (left.some((one) => answer(one) === 'same')) left = left.filter((one) => answer(one) === 'same');
    if (left.some(isDated)) left = left.filter(isDated);
    return left;
  };

  const statedBy = (source: Published, row: Row): Stated[] =>
    rowsOf(source.shared.relations).flatMap((relation): Stated[] => {
      const id = orNull(relation.targetDocumentId);
      const named = orNull(relation.targetSymbol);
      const bySymbol = named === null ? [] : carrying(named).filter((one) => one !== source);
      const target = id !== null ? (byId.get(id) ?? null) : bySymbol.length === 1 ? (bySymbol[0] ?? null) : null;
      if (target === source) return [];
      const symbol = target ? symbolOf(target) : named;
      if (symbol === null) return [];
      const isNamedInText = citedIn(source, row).some((one) => keyOf(one.symbol) === keyOf(symbol));
      if (target === null && id !== null && !isNamedInText) return [];
      return [
        {
          source,
          target,
          symbol,
          type: text(relation.type),
          scope: orNull(relation.scope),
          effectiveOn: orNull(relation.effectiveOn),
          until: orNull(relation.until),
        },
      ];
    });

  const allStated = documents.flatMap((document) => statedBy(document, document.shared));

  const relationsOf = (document: Published, row: Row, locale: string): ExpectedRelation[] => {
    const shown = ({ source, type, scope, effectiveOn, until }: Stated) => ({
      type,
      scope,
      effectiveOn: effectiveOn ?? firstDay(source),
      until,
    });
    const out = statedBy(document, row).map((one): ExpectedRelation => ({
      direction: 'out',
      ...shown(one),
      symbol: one.symbol,
      document: one.target && referenceOf(one.target, locale),
    }));
    const incoming = new Map<string, ExpectedRelation>();
    for (const one of allStated.filter(({ target }) => target === document)) {
      const { source, type, scope, effectiveOn, until } = one;
      // What is stated twice in the same words is stated once.
      incoming.set(JSON.stringify([source.documentId, type, scope, effectiveOn, until]), {
        direction: 'in',
        ...shown(one),
        symbol: symbolOf(source),
        document: referenceOf(source, locale),
      });
    }
    return [...out, ...incoming.values()];
  };

  const items = published.flatMap((item) =>
    [...item.rows].map(([locale, row]): RegisterItem => {
      const isArticle = item.collection === 'articles';
      const beside = isArticle ? (picked.get(item.documentId) ?? []).filter((id) => byId.has(id)) : [];
      const byHand = isArticle ? beside : statedBy(item, row).flatMap(({ target }) => target?.documentId ?? []);
      const cited = citedIn(item, row);
      const keys = [...new Set(cited.map(({ symbol }) => keyOf(symbol)))];
      const citations = keys.map((key): ExpectedCitation => {
        const all = cited.filter(({ symbol }) => keyOf(symbol) === key);
        const date = all.find((one) => one.date !== null)?.date ?? null;
        const issuerName = all.find((one) => one.issuerName !== null)?.issuerName ?? null;
        const found = meant(key, date, issuerName, byHand);
        return {
          symbol: all[0]?.symbol ?? '',
          text: all[0]?.text ?? '',
          occurrences: all.length,
          date,
          issuerName,
          document: found.length === 1 && found[0] ? referenceOf(found[0], locale) : null,
          ambiguous: found.length > 1,
        };
      });
      return {
        documentId: item.documentId,
        collection: item.collection,
        locale,
        citations,
        relations: isArticle ? [] : relationsOf(item, row, locale),
        cites: new Set([...citations.flatMap(({ document }) => document?.documentId ?? []), ...beside]),
        citedSymbols: new Set([
          ...keys,
          ...beside.flatMap((id) => [byId.get(id)].flatMap((one) => (one ? keyOf(symbolOf(one)) : []))),
        ]),
        issuedOn: orNull(item.shared.issuedOn),
        symbol: symbolOf(item),
      };
    }),
  );

  const effects = allStated.flatMap(({ source, target, type, scope, effectiveOn, until }): LegalEffect[] =>
    target && isRelationType(type)
      ? [{ source: source.documentId, target: target.documentId, type, scope, effectiveOn, until }]
      : [],
  );
  const register = documents.map((document): RegisterDocument => ({
    id: document.documentId,
    issuedOn: orNull(document.shared.issuedOn),
    effectiveFrom: orNull(document.shared.effectiveFrom),
    effectiveTo: orNull(document.shared.effectiveTo),
    normative: isNormative(document),
  }));
  const days = [
    ...register.flatMap(({ issuedOn, effectiveFrom, effectiveTo }) => [issuedOn, effectiveFrom, effectiveTo]),
    ...effects.flatMap(({ effectiveOn, until }) => [effectiveOn, until]),
  ];
  return {
    items,
    documents: register,
    effects,
    days: [...new Set(days.filter((day) => day !== null))].sort(),
  };
};
