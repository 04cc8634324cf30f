import type { Chance } from './chance';
import type { Reader } from './reader';
import type { ExpectedRegister, RegisterItem } from './register-oracle';

/** What the checks need, once the editors are done. */
export interface CheckedRegister {
  reader: Reader;
  expected: ExpectedRegister;
  chance: Chance;
}

export const LISTS = ['documents', 'directives', 'resolutions'] as const;
export const LOCALES = ['vi', 'en'] as const;

/** The documents that a list must show in one language. */
export const documentsIn = (
  { expected }: CheckedRegister,
  list: (typeof LISTS)[number],
  locale: string,
): RegisterItem[] =>
  expected.items.filter(
    (item) =>
      item.locale === locale && (list === 'documents' ? item.collection !== 'articles' : item.collection === list),
  );
