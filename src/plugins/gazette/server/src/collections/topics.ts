import { presentTopic, topicSchema, TOPIC_PARENT, type ItemRow, type PublicTopic, type TopicRow } from '../presenters';
import { dependenciesOn, TOPIC } from './dependencies';
import { edgesTo } from './edges';
import { slugValues } from './facet-values';
import { namedPopulate, parentEdgesPopulate } from './populate';
import { supportingSearchText } from './search-texts';
import { byTranslations, supporting } from './supporting';

/** The tree of subjects. */
export const topics = supporting<ItemRow<TopicRow>, PublicTopic>({
  name: 'topics',
  uid: TOPIC,
  populate: namedPopulate,
  edgesPopulate: parentEdgesPopulate,
  itemName: 'Topic',
  itemSchema: topicSchema,
  hasPosition: true,
  inEveryLocale: byTranslations('name'),
  present: presentTopic,
  // `parent` is what items of the topic depend on too: it decides of which trees they are.
  reference: ({ name, parent, position }) => ({ name, parent: parent?.documentId ?? null, position }),
  facetNames: ['parent'],
  facetSlugs: { parent: 'topics' },
  facets: ({ parent }) => ({ parent: parent === null ? [] : slugValues([parent]) }),
  searchText: supportingSearchText(
    () => [],
    ({ description }) => [description],
  ),
  embeds: [TOPIC],
  // All its ancestors, whose names it shows; children come by edges.
  dependsOn: ({ documentId }, { reachable }) => dependenciesOn(TOPIC, reachable(documentId)),
  edges: (row) => edgesTo(TOPIC_PARENT, TOPIC, [row.parent]),
  backlinks: [TOPIC_PARENT],
  walks: { kinds: [TOPIC_PARENT], from: ({ documentId }) => [documentId] },
});
