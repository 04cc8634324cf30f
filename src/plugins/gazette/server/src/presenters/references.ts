import type { z } from 'zod';
import type {
  ArticleRow,
  AuthorRow,
  DossierRow,
  IssuerRow,
  NamedRow,
  PublicationRow,
  Text,
  TranslationRow,
} from './rows';
import { safeLinkAddress } from '../sections';
import type {
  authorReferenceSchema,
  changeSchema,
  correctionSchema,
  issuerReferenceSchema,
  namedReferenceSchema,
  seoSchema,
  sourceSchema,
  withdrawalSchema,
} from './schemas';
import { instantOrNull, isRecord, textOrNull } from './values';

/** A topic, tag or dossier as an item shows it; the slug is that of the item's own language. */
export type NamedReference = z.infer<typeof namedReferenceSchema>;

export type AuthorReference = z.infer<typeof authorReferenceSchema>;

/** `code` as in symbols (UBND); `level` as in the content model (district). */
export type IssuerReference = z.infer<typeof issuerReferenceSchema>;

export type Source = z.infer<typeof sourceSchema>;

export type Seo = z.infer<typeof seoSchema>;

export type Change = z.infer<typeof changeSchema>;

export type Correction = z.infer<typeof correctionSchema>;

export type Withdrawal = z.infer<typeof withdrawalSchema>;

interface Translated {
  documentId: string;
  slug?: Text;
  translations?: TranslationRow[] | null;
}

type TranslatedText = Exclude<keyof TranslationRow, 'locale'>;

/** A text of a supporting item in one language, else nothing. */
export const translatedText = (row: Translated, attribute: TranslatedText, locale: string): string | null =>
  textOrNull(row.translations?.find((translation) => translation.locale === locale)?.[attribute]);

/** The slug of an item that has one for all languages; an item without a slug is found by its documentId. */
export const ownSlug = (row: Translated): string => textOrNull(row.slug) ?? row.documentId;

/** The slug of an item that is translated, slug and all. */
export const slugIn = (row: Translated, locale: string): string => translatedText(row, 'slug', locale) ?? ownSlug(row);

/** A topic or a tag. */
export const presentNamed = (row: NamedRow, locale: string): NamedReference => ({
  slug: slugIn(row, locale),
  name: translatedText(row, 'name', locale) ?? row.name,
});

export const presentDossier = (row: DossierRow, locale: string): NamedReference => ({
  slug: slugIn(row, locale),
  name: translatedText(row, 'title', locale) ?? row.title,
});

/** `position` is the one held when the text was written; without it, the author's present role. */
export const presentAuthor = (row: AuthorRow, position: unknown, locale: string): AuthorReference => ({
  slug: ownSlug(row),
  name: row.name,
  position: textOrNull(position) ?? translatedText(row, 'role', locale) ?? textOrNull(row.role),
  unit: textOrNull(row.unit),
});

export const presentIssuer = (row: IssuerRow, locale: string): IssuerReference => ({
  slug: ownSlug(row),
  code: textOrNull(row.code),
  name: translatedText(row, 'name', locale) ?? row.name,
  level: textOrNull(row.level),
});

/** Null where neither a name nor a safe address is known. */
export const presentSource = (source: ArticleRow['source']): Source | null => {
  const name = textOrNull(source?.name);
  const url = safeLinkAddress(source?.url);
  return name === null && url === null ? null : { name, url };
};

export const presentSeo = (seo: PublicationRow['seo']): Seo => ({
  metaTitle: textOrNull(seo?.metaTitle),
  metaDescription: textOrNull(seo?.metaDescription),
  noIndex: seo?.noIndex === true,
});

/** What was said about each major update; entries without a time or a note are left out. */
export const presentChangeHistory = (history: unknown): Change[] =>
  (Array.isArray(history) ? history : []).filter(isRecord).flatMap((change) => {
    const at = instantOrNull(change.at);
    const note = textOrNull(change.note);
    return at === null || note === null ? [] : [{ at, note }];
  });

export const presentCorrections = (corrections: PublicationRow['corrections']): Correction[] =>
  (corrections ?? []).flatMap((correction) => {
    const at = instantOrNull(correction.at);
    const text = textOrNull(correction.text);
    return at === null || text === null ? [] : [{ at, text }];
  });

/** A withdrawal counts even where its time or reason is missing: hiding the notice would mislead. */
export const presentWithdrawal = (withdrawal: PublicationRow['withdrawal']): Withdrawal | null =>
  withdrawal ? { at: instantOrNull(withdrawal.at), reason: textOrNull(withdrawal.reason) } : null;
