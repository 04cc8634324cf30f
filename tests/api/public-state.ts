import type { TestApp } from '../support';

/** One entry of the change log, as a test compares it. */
export interface LoggedChange {
  seq: number;
  event: string;
  major: boolean;
  documentId: string;
  locale: string;
  slug: string;
  version: number;
  etag: string;
}

export interface StoredSnapshot {
  locale: string;
  slug: string;
  version: number;
  withdrawn: boolean;
  item: Record<string, unknown>;
}

/** The snapshots of a document, by locale, as delivery stores them. */
export const snapshotsOf = async ({ strapi }: TestApp, documentId: string): Promise<StoredSnapshot[]> => {
  const rows: { locale: string; slug: string; version: number; withdrawn: unknown; item: string }[] = await strapi.db
    .connection('delivery_snapshots')
    .where({ document_id: documentId })
    .orderBy('locale');
  return rows.map(({ locale, slug, version, withdrawn, item }) => ({
    locale,
    slug,
    version,
    withdrawn: Boolean(withdrawn),
    item: JSON.parse(`${item}}`),
  }));
};

/** The public JSON of one locale of a document; fails where it is not public. */
export const publicItem = async (app: TestApp, documentId: string, locale = 'vi'): Promise<Record<string, unknown>> => {
  const found = (await snapshotsOf(app, documentId)).find((snapshot) => snapshot.locale === locale);
  if (!found) throw new Error(`Nothing of ${documentId} is public in "${locale}".`);
  return found.item;
};

/** The change log, in its order: all of it, or that of one document. */
export const changesOf = async ({ strapi }: TestApp, documentId?: string): Promise<LoggedChange[]> => {
  const rows: Record<string, unknown>[] = await strapi.db
    .connection('delivery_changes')
    .where(documentId === undefined ? {} : { document_id: documentId })
    .orderBy('seq');
  return rows.map((row) => ({
    seq: Number(row.seq),
    event: String(row.event),
    major: Boolean(row.major),
    documentId: String(row.document_id),
    locale: String(row.locale),
    slug: String(row.slug),
    version: Number(row.version),
    etag: String(row.etag),
  }));
};

/** `vi published 1`, one line a log entry. */
export const lines = (changes: LoggedChange[]): string[] =>
  changes.map(({ locale, event, version }) => `${locale} ${event} ${version}`);

/** `vi 1`, one line a snapshot. */
export const versions = (snapshots: StoredSnapshot[]): string[] =>
  snapshots.map(({ locale, version }) => `${locale} ${version}`);
