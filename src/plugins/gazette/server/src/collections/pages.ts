import { pageSchema, PAGE_PARENT, presentPage, type PageRow, type PublicPage } from '../presenters';
import { dependenciesOn, FILE, filesOfBody, PAGE } from './dependencies';
import { edgesTo } from './edges';
import { slugValues } from './facet-values';
import { pagePopulate, parentEdgesPopulate } from './populate';
import { pageSearchText } from './search-texts';
import { supporting } from './supporting';

/** Static pages. */
export const pages = supporting<PageRow, PublicPage>({
  name: 'pages',
  uid: PAGE,
  populate: pagePopulate,
  edgesPopulate: parentEdgesPopulate,
  itemName: 'Page',
  itemSchema: pageSchema,
  hasPosition: true,
  present: presentPage,
  reference: ({ title, parent, position }) => ({ title, parent: parent?.documentId ?? null, position }),
  facetNames: ['parent'],
  facetSlugs: { parent: 'pages' },
  facets: ({ parent }) => ({ parent: parent === null ? [] : slugValues([parent]) }),
  searchText: pageSearchText,
  embeds: [FILE, PAGE],
  dependsOn: (entry, { reachable }) => [
    ...dependenciesOn(FILE, filesOfBody(entry.body)),
    ...dependenciesOn(PAGE, reachable(entry.documentId)),
  ],
  edges: (draft) => edgesTo(PAGE_PARENT, PAGE, [draft.parent]),
  backlinks: [PAGE_PARENT],
  walks: { kinds: [PAGE_PARENT], from: ({ documentId }) => [documentId] },
});
