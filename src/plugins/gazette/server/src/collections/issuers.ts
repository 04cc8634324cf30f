import {
  issuerSchema,
  ISSUER_PARENT,
  ISSUER_PREDECESSOR,
  ownSlug,
  presentIssuerItem,
  type ItemRow,
  type IssuerRow,
  type PublicIssuer,
} from '../presenters';
import { dependenciesOn, ISSUER } from './dependencies';
import { edgesTo } from './edges';
import { slugValues } from './facet-values';
import { issuerEdgesPopulate, issuerPopulate } from './populate';
import { supportingSearchText } from './search-texts';
import { byTranslations, supporting } from './supporting';

const labelled = (value: string | null, label: string | null) =>
  value === null ? [] : [{ value, label: label ?? value }];

/** Authorities, in their tree, with what they came from and became. */
export const issuers = supporting<ItemRow<IssuerRow>, PublicIssuer>({
  name: 'issuers',
  uid: ISSUER,
  populate: issuerPopulate,
  edgesPopulate: issuerEdgesPopulate,
  itemName: 'Issuer',
  itemSchema: issuerSchema,
  // Its name is translated, its slug is not.
  inEveryLocale: { ...byTranslations('name'), slug: ownSlug },
  present: presentIssuerItem,
  // Documents show the first four; the rest decides of which trees they are.
  reference: ({ name, code, level, branch, parent, predecessors }) => ({
    name,
    code,
    level,
    branch,
    parent: parent?.documentId ?? null,
    predecessors: predecessors.map(({ documentId }) => documentId),
  }),
  facetNames: ['level', 'branch', 'parent'],
  facetSlugs: { parent: 'issuers' },
  facets: ({ level, levelLabel, branch, branchLabel, parent }) => ({
    level: labelled(level, levelLabel),
    branch: labelled(branch, branchLabel),
    parent: parent === null ? [] : slugValues([parent]),
  }),
  searchText: supportingSearchText(({ shortName, code }) => [shortName, code]),
  embeds: [ISSUER],
  dependsOn: ({ documentId }, { reachable }) => dependenciesOn(ISSUER, reachable(documentId)),
  edges: (row) => [
    ...edgesTo(ISSUER_PARENT, ISSUER, [row.parent]),
    ...edgesTo(ISSUER_PREDECESSOR, ISSUER, row.predecessors),
  ],
  backlinks: [ISSUER_PARENT, ISSUER_PREDECESSOR],
  walks: { kinds: [ISSUER_PARENT], from: ({ documentId }) => [documentId] },
});
