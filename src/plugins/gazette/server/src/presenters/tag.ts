import type { z } from 'zod';
import type { PresentContext } from '@gazette/delivery/strapi-server';
import { translatedText } from './references';
import type { ItemRow, NamedRow } from './rows';
import type { tagSchema } from './schemas';
import { presentSupporting } from './supporting';

/** A free keyword (thẻ). */
export type PublicTag = z.infer<typeof tagSchema>;

export const presentTag = (row: ItemRow<NamedRow>, { locale, url }: PresentContext<ItemRow<NamedRow>>): PublicTag => {
  const name = translatedText(row, 'name', locale) ?? row.name;
  const jsonLd = { '@context': 'https://schema.org', '@type': 'DefinedTerm', name, inLanguage: locale, url };
  return { ...presentSupporting(row, { title: name, jsonLd }), name };
};
