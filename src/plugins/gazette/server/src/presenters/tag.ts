import type { PresentContext } from '@gazette/delivery/strapi-server';
import { translatedText } from './references';
import type { ItemRow, NamedRow } from './rows';
import { presentSupporting, SUPPORTING_ATTRIBUTES, type PublicSupporting } from './supporting';

export const TAG_ATTRIBUTES = [...SUPPORTING_ATTRIBUTES, 'name'] as const satisfies readonly (keyof PublicTag)[];

/** A free keyword (thẻ). */
export interface PublicTag extends PublicSupporting {
  name: string;
}

export const presentTag = (row: ItemRow<NamedRow>, { locale, url }: PresentContext<ItemRow<NamedRow>>): PublicTag => {
  const name = translatedText(row, 'name', locale) ?? row.name;
  const jsonLd = { '@context': 'https://schema.org', '@type': 'DefinedTerm', name, inLanguage: locale, url };
  return { ...presentSupporting(row, { title: name, jsonLd }), name };
};
