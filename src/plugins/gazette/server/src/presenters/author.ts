import type { z } from 'zod';
import type { PresentContext } from '@gazette/delivery/strapi-server';
import { presentImage } from '../sections';
import { translatedText } from './references';
import type { ItemRow, AuthorRow } from './rows';
import type { authorSchema } from './schemas';
import { presentSupporting } from './supporting';
import { statedMembers, textOrNull } from './values';

/** A person who writes (tác giả). */
export type PublicAuthor = z.infer<typeof authorSchema>;

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
