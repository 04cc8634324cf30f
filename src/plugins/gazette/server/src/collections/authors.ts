import {
  authorSchema,
  presentAuthorItem,
  ownSlug,
  type ItemRow,
  type AuthorRow,
  type PublicAuthor,
} from '../presenters';
import { AUTHOR, dependenciesOn, FILE } from './dependencies';
import { authorPopulate } from './populate';
import { supportingSearchText } from './search-texts';
import { supporting } from './supporting';

/** People who write. A name needs no translation. */
export const authors = supporting<ItemRow<AuthorRow>, PublicAuthor>({
  name: 'authors',
  uid: AUTHOR,
  populate: authorPopulate,
  itemName: 'Author',
  itemSchema: authorSchema,
  inEveryLocale: { slug: ownSlug, isTranslated: () => true },
  present: presentAuthorItem,
  reference: ({ name, role, unit }) => ({ name, role, unit }),
  searchText: supportingSearchText(
    () => [],
    ({ role, unit }) => [role, unit],
  ),
  embeds: [FILE],
  dependsOn: ({ avatar }) => dependenciesOn(FILE, [avatar]),
});
