import { dossierSchema, presentDossierItem, type ItemRow, type DossierRow, type PublicDossier } from '../presenters';
import { dependenciesOn, DOSSIER, TOPIC, withAncestors } from './dependencies';
import { topicValues } from './facet-values';
import { dossierPopulate } from './populate';
import { supportingSearchText } from './search-texts';
import { byTranslations, supporting } from './supporting';

/** Running stories. */
export const dossiers = supporting<ItemRow<DossierRow>, PublicDossier>({
  name: 'dossiers',
  uid: DOSSIER,
  populate: dossierPopulate,
  itemName: 'Dossier',
  itemSchema: dossierSchema,
  inEveryLocale: byTranslations('title'),
  present: presentDossierItem,
  reference: ({ name }) => ({ name }),
  facetNames: ['topic'],
  facetSlugs: { topic: 'topics' },
  facets: (_item, { shared, locale }) => ({ topic: topicValues(shared.topics, locale) }),
  searchText: supportingSearchText(
    () => [],
    ({ summary }) => [summary],
  ),
  embeds: [TOPIC],
  dependsOn: (row) => dependenciesOn(TOPIC, withAncestors(row.topics)),
});
