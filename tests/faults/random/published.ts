import type { TestApp } from '../../support';
import { uidOf } from './world';

/** A row as the database has it. */
export interface Row {
  [name: string]: unknown;
  id: number;
  documentId: string;
  locale: string;
}

export const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value : []);
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const orNull = (value: unknown): string | null => text(value) || null;
export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** A published article or document: all its languages, and the one that what is not translated is read from. */
export interface Published {
  documentId: string;
  collection: 'articles' | 'directives' | 'resolutions';
  rows: Map<string, Row>;
  shared: Row;
}

const COLLECTIONS = [
  ['articles', 'article'],
  ['directives', 'directive'],
  ['resolutions', 'resolution'],
] as const;

export const readPublished = async (app: TestApp): Promise<Published[]> => {
  const issuer = { populate: { translations: true } };
  const found: Published[] = [];
  for (const [collection, type] of COLLECTIONS) {
    const rows: Row[] = await app.strapi.db.query(uidOf(type)).findMany({
      where: { publishedAt: { $notNull: true } },
      populate: type === 'article' ? { body: true } : { body: true, relations: true, issuer, coIssuers: issuer },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    for (const documentId of new Set(rows.map((row) => row.documentId))) {
      const own = new Map(rows.filter((row) => row.documentId === documentId).map((row) => [row.locale, row]));
      const [oldest] = own.values();
      const shared = own.get('vi') ?? oldest;
      if (shared) found.push({ documentId, collection, rows: own, shared });
    }
  }
  return found;
};

export const symbolOf = ({ shared }: Published): string => text(shared.symbol);

const issuersOf = ({ shared }: Published): Row[] =>
  [shared.issuer, ...rowsOf(shared.coIssuers)].flatMap((issuer) => (issuer ? [issuer as Row] : []));

export const issuerNames = (document: Published): string[] =>
  issuersOf(document).flatMap((issuer) => [
    text(issuer.name),
    ...rowsOf(issuer.translations).map(({ name }) => text(name)),
  ]);

/** Decisions and resolutions with a year in the symbol, of the State. */
export const isNormative = ({ shared }: Published): boolean =>
  ['decision', 'council'].includes(text(shared.kind)) &&
  /^\d+\/\d{4}\//.test(text(shared.symbol)) &&
  (shared.issuer as Row | null)?.branch !== 'party';

export const wordsOf = (row: Row): string[] => {
  const paragraphs = rowsOf(row.body).flatMap(({ body }) => rowsOf(body));
  const body = paragraphs
    .map(({ children }) =>
      rowsOf(children)
        .map((child) => text(child.text))
        .join(''),
    )
    .join('\n');
  return [text(row.title), text(row.lead ?? row.summary), body];
};

/** What a document is known as in one language, else in Vietnamese, else in any. */
export const referenceOf = (document: Published, locale: string) => {
  const row = document.rows.get(locale) ?? document.shared;
  return {
    documentId: document.documentId,
    collection: document.collection,
    slug: text(row.slug),
    title: text(row.title),
    issuedOn: orNull(document.shared.issuedOn),
  };
};

/** The documents that editors picked for articles. Content too, which only delivery keeps. */
export const readPicked = async (app: TestApp): Promise<Map<string, string[]>> => {
  const edges: { source_id: string; target_id: string }[] = await app.strapi.db
    .connection('delivery_edges')
    .where({ kind: 'document' })
    .orderBy('position');
  const picked = new Map<string, string[]>();
  for (const { source_id: source, target_id: target } of edges)
    picked.set(source, [...(picked.get(source) ?? []), target]);
  return picked;
};
