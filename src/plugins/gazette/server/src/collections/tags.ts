import { presentTag, tagSchema, type ItemRow, type NamedRow, type PublicTag } from '../presenters';
import { TAG } from './dependencies';
import { namedPopulate } from './populate';
import { byTranslations, supporting } from './supporting';

/** Free keywords. */
export const tags = supporting<ItemRow<NamedRow>, PublicTag>({
  name: 'tags',
  uid: TAG,
  populate: namedPopulate,
  itemName: 'Tag',
  itemSchema: tagSchema,
  inEveryLocale: byTranslations('name'),
  present: presentTag,
  reference: ({ name }) => ({ name }),
  embeds: [],
  dependsOn: () => [],
});
