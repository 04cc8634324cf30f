import type { EntryRow } from '@gazette/delivery/strapi-server';
import type { RawSection } from '../sections';

/** A text as the database gives it; an empty one is no text. */
export type Text = string | null;

/** Attributes of `gazette.translation`: one other language of a supporting item. */
export interface TranslationRow {
  locale: string;
  name?: Text;
  shortName?: Text;
  title?: Text;
  slug?: Text;
  summary?: Text;
  description?: Text;
  role?: Text;
}

/** A supporting item as others hold it: populated, without the columns that only its own collection needs. */
interface SupportingRow {
  documentId: string;
  slug?: Text;
  createdAt?: string | Date | null;
  translations?: TranslationRow[] | null;
}

/** A supporting item as its own collection reads it. */
export type ItemRow<Row extends SupportingRow> = EntryRow & Row;

/** A topic or a tag; a topic's ancestors stand in its `parent`. */
export interface NamedRow extends SupportingRow {
  name: string;
  parent?: NamedRow | null;
}

export interface TopicRow extends NamedRow {
  description?: Text;
  position?: number | null;
}

export interface DossierRow extends SupportingRow {
  title: string;
  summary?: Text;
  topics?: NamedRow[] | null;
}

export interface AuthorRow extends SupportingRow {
  name: string;
  role?: Text;
  unit?: Text;
  avatar?: FileRow | null;
}

export interface IssuerRow extends SupportingRow {
  name: string;
  shortName?: Text;
  code?: Text;
  level?: Text;
  branch?: Text;
  parent?: IssuerRow | null;
  predecessors?: IssuerRow[] | null;
  validFrom?: string | Date | null;
  validTo?: string | Date | null;
  contact?: unknown;
}

export interface PageRow extends EntryRow {
  createdAt?: string | Date | null;
  title: string;
  position?: number | null;
  parent?: { documentId: string } | null;
  body?: RawSection[] | null;
  seo?: { metaTitle?: Text; metaDescription?: Text; noIndex?: boolean | null } | null;
}

export interface MenuItemRow {
  label: string;
  url?: Text;
  targetCollection?: Text;
  targetDocumentId?: Text;
}

export interface SiteRow extends EntryRow {
  name: string;
  tagline?: Text;
  logo?: FileRow | null;
  contacts?: unknown[] | null;
  menus?: { title: string; items?: MenuItemRow[] | null }[] | null;
}

/** An uploaded file. Strapi keeps `size` in kilobytes of 1,000 bytes, with two decimals. */
export interface FileRow {
  documentId?: string;
  name?: Text;
  url?: Text;
  mime?: Text;
  size?: number | string | null;
  sha256?: Text;
  byteSize?: number | string | null;
}

export interface FigureRow {
  image?: FileRow | null;
  alternativeText?: Text;
  caption?: Text;
  credit?: Text;
}

/** What articles and official documents have in common. */
export interface PublicationRow extends EntryRow {
  title: string;
  body?: RawSection[] | null;
  topics?: NamedRow[] | null;
  releasedAt?: string | Date | null;
  publicUpdatedAt?: string | Date | null;
  changeHistory?: unknown;
  corrections?: { at: string | Date; text?: Text }[] | null;
  withdrawal?: { at: string | Date; reason?: Text } | null;
  seo?: { metaTitle?: Text; metaDescription?: Text; noIndex?: boolean | null } | null;
}

export interface ArticleRow extends PublicationRow {
  kicker?: Text;
  lead?: Text;
  cover?: FigureRow | null;
  dossiers?: DossierRow[] | null;
  tags?: NamedRow[] | null;
  authorships?: { author?: AuthorRow | null; position?: Text }[] | null;
  byline?: Text;
  source?: { name?: Text; url?: Text } | null;
  dismissedCitations?: unknown;
  allowRating?: boolean | null;
  featured?: boolean | null;
  pinnedUntil?: string | Date | null;
  /** Populated in drafts only, for edges. */
  directives?: { documentId: string }[] | null;
  resolutions?: { documentId: string }[] | null;
  related?: { documentId: string }[] | null;
}

export interface AttachmentRow {
  file?: FileRow | null;
  title?: Text;
  official?: boolean | null;
  accessible?: boolean | null;
  pages?: number | null;
}

/** A directive or a resolution. */
export interface DocumentRow extends PublicationRow {
  symbol: string;
  number?: Text;
  year?: number | null;
  kind?: Text;
  issuer?: IssuerRow | null;
  coIssuers?: IssuerRow[] | null;
  signers?: { name: string; position?: Text; capacity?: Text }[] | null;
  issuedOn?: string | Date | null;
  effectiveFrom?: string | Date | null;
  effectiveTo?: string | Date | null;
  summary?: Text;
  attachments?: AttachmentRow[] | null;
  dismissedCitations?: unknown;
  relations?:
    | {
        type: string;
        targetSymbol?: Text;
        targetCollection?: Text;
        targetDocumentId?: Text;
        scope?: Text;
        effectiveOn?: string | Date | null;
        until?: string | Date | null;
        note?: Text;
      }[]
    | null;
}

export interface TaskRow {
  title: string;
  leadIssuer?: IssuerRow | null;
  supportingIssuers?: IssuerRow[] | null;
  dueOn?: string | Date | null;
  status?: Text;
  doneOn?: string | Date | null;
  note?: Text;
}

export interface DirectiveRow extends DocumentRow {
  tasks?: TaskRow[] | null;
}

export interface ResolutionRow extends DocumentRow {
  meeting?: Text;
  term?: Text;
  adoptedOn?: string | Date | null;
  votesFor?: number | null;
  votesAgainst?: number | null;
  votesAbstained?: number | null;
}
