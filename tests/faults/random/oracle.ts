import type { TestApp } from '../../support';
import { rowsOf, text, type Row } from './published';
import { uidOf, type Type } from './world';

/** What an item is found by and shows, worked out from content tables without delivery. */
export interface Expected {
  documentId: string;
  collection: string;
  locale: string;
  slug: string;
  title: string;
  firstPublishedAt: string;
  facets: Record<string, string[]>;
  /** A few members of the item, as they must be. */
  shown: Record<string, unknown>;
}

const iso = (value: unknown): string => new Date(String(value)).toISOString();

const translated = (row: Row, name: string, locale: string): string => {
  const found = rowsOf(row.translations).find((one) => one.locale === locale);
  return text(found?.[name]) || text(row[name]);
};

const vietnameseYear = (instant: string): string =>
  String(new Date(Date.parse(instant) + 7 * 3_600_000).getUTCFullYear());

/** Supporting items by documentId, with their parents and predecessors. */
const support = async (app: TestApp, type: Type, populate: Record<string, unknown>): Promise<Map<string, Row>> => {
  const rows: Row[] = await app.strapi.db.query(uidOf(type)).findMany({ populate });
  return new Map(rows.map((row) => [row.documentId, row]));
};

/** Everything that is reached along some relations, itself included. */
const closure = (all: Map<string, Row>, start: string, names: string[]): Row[] => {
  const found = new Map<string, Row>();
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const row = all.get(id);
    if (!row || found.has(id)) continue;
    found.set(id, row);
    for (const name of names) for (const next of [row[name]].flat()) if (next) queue.push((next as Row).documentId);
  }
  return [...found.values()];
};

/** Issuers and authors have one slug for all languages. */
const slugOf = (row: Row, type: Type, locale: string): string =>
  type === 'issuer' ? text(row.slug) : translated(row, 'slug', locale);

const names = (row: Row, locale: string) => ({
  slug: translated(row, 'slug', locale),
  name: translated(row, 'name', locale),
});

/** What must be public of articles and documents. */
export const expectedItems = async (
  app: TestApp,
  type: 'article' | 'directive' | 'resolution',
): Promise<Expected[]> => {
  const topics = await support(app, 'topic', { translations: true, parent: true });
  const issuers = await support(app, 'issuer', { translations: true, parent: true, predecessors: true });
  const populate =
    type === 'article'
      ? {
          topics: true,
          tags: { populate: { translations: true } },
          authorships: { populate: { author: true } },
          withdrawal: true,
        }
      : { topics: true, issuer: true, signers: true, withdrawal: true };
  const rows: Row[] = await app.strapi.db.query(uidOf(type)).findMany({
    where: { publishedAt: { $notNull: true } },
    populate,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const byDocument = new Map<string, Row[]>();
  for (const row of rows) byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);

  return rows.map((row): Expected => {
    const { documentId, locale } = row;
    const siblings = byDocument.get(documentId) ?? [];
    const shared = siblings.find((one) => one.locale === 'vi') ?? siblings[0] ?? row;
    const tree = [
      ...new Map(
        rowsOf(shared.topics)
          .flatMap((topic) => closure(topics, topic.documentId, ['parent']))
          .map((topic) => [topic.documentId, topic]),
      ).values(),
    ];
    const firstPublishedAt = iso(shared.releasedAt);
    const common = {
      documentId,
      locale,
      slug: text(row.slug),
      title: text(row.title),
      firstPublishedAt,
    };
    const topicSlugs = tree.map((topic) => translated(topic, 'slug', locale));
    const shownTopics = rowsOf(shared.topics)
      .map((topic) => topics.get(topic.documentId))
      .flatMap((topic) => (topic ? [names(topic, locale)] : []));
    if (type === 'article') {
      const authors = rowsOf(shared.authorships).flatMap(({ author }) => (author ? [author as Row] : []));
      const tags = rowsOf(shared.tags).map((tag) => names(tag, locale));
      return {
        ...common,
        collection: 'articles',
        facets: {
          topic: topicSlugs,
          tag: tags.map(({ slug }) => slug),
          author: [...new Set(authors.map(({ slug }) => text(slug)))],
          featured: [String(shared.featured === true)],
          year: [vietnameseYear(firstPublishedAt)],
        },
        shown: {
          topics: shownTopics,
          tags,
          withdrawn: Boolean(row.withdrawal),
          authors: authors.map(({ name }) => name),
        },
      };
    }
    const issuer = issuers.get((shared.issuer as Row | null)?.documentId ?? '');
    return {
      ...common,
      collection: `${type}s`,
      facets: {
        topic: topicSlugs,
        kind: [text(shared.kind)],
        issuer: issuer ? [text(issuer.slug)] : [],
        level: issuer?.level ? [text(issuer.level)] : [],
        issuerTree: issuer
          ? closure(issuers, issuer.documentId, ['parent', 'predecessors']).map(({ slug }) => text(slug))
          : [],
        signer: [...new Set(rowsOf(shared.signers).map(({ name }) => text(name)))],
      },
      shown: {
        topics: shownTopics,
        symbol: shared.symbol,
        issuer: issuer ? translated(issuer, 'name', locale) : null,
        withdrawn: Boolean(row.withdrawal),
      },
    };
  });
};

/** What must be public of a tree of supporting items, in one language. */
export const expectedTree = async (app: TestApp, type: 'topic' | 'issuer', locale: string) => {
  const all = await support(app, type, { translations: true, parent: true });
  const collator = new Intl.Collator('vi');
  return [...all.values()].map((row) => {
    const ancestors = closure(all, row.documentId, ['parent']).slice(1).reverse();
    const children = [...all.values()].filter((one) => (one.parent as Row | null)?.documentId === row.documentId);
    return {
      documentId: row.documentId,
      slug: slugOf(row, type, locale),
      name: translated(row, 'name', locale),
      ancestors: ancestors.map((one) => slugOf(one, type, locale)),
      children: children.map((one) => translated(one, 'name', locale)).sort(collator.compare),
    };
  });
};
