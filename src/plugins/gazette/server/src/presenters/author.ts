import type { PresentContext } from '@gazette/delivery/strapi-server';
import { presentImage, type PublicImage } from '../sections';
import { translatedText } from './references';
import type { ItemRow, AuthorRow } from './rows';
import { presentSupporting, SUPPORTING_ATTRIBUTES, type PublicSupporting } from './supporting';
import { statedMembers, textOrNull } from './values';

export const AUTHOR_ATTRIBUTES = [
  ...SUPPORTING_ATTRIBUTES,
  'name',
  'role',
  'unit',
  'avatar',
] as const satisfies readonly (keyof PublicAuthor)[];

/** A person who writes (tác giả). */
export interface PublicAuthor extends PublicSupporting {
  name: string;
  /** The position held now. */
  role: string | null;
  unit: string | null;
  avatar: PublicImage | null;
}

export const presentAuthorItem = (
  row: ItemRow<AuthorRow>,
  context: PresentContext<ItemRow<AuthorRow>>,
): PublicAuthor => {
  const { locale, url } = context;
  const role = translatedText(row, 'role', locale) ?? textOrNull(row.role);
  const unit = textOrNull(row.unit);
  const avatar = presentImage(row.avatar, null, context);
  return {
    ...presentSupporting(row, {
      title: row.name,
      jsonLd: statedMembers({
        '@context': 'https://schema.org',
        '@type': 'Person',
        name: row.name,
        jobTitle: role,
        worksFor: unit === null ? null : { '@type': 'Organization', name: unit },
        image: avatar?.url,
        url,
      }),
    }),
    name: row.name,
    role,
    unit,
    avatar,
  };
};
