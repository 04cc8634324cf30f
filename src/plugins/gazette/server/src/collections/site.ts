import type { CollectionDefinition } from '@gazette/delivery/strapi-server';
import { MENU, presentSite, siteSchema, type PublicSite, type SiteRow } from '../presenters';
import { AUTHOR, dependenciesOn, DOSSIER, FILE, ISSUER, PAGE, TAG, TOPIC } from './dependencies';
import { FRAME_FIELDS, VERSION_FIELD } from './fields';
import { siteEdgesPopulate, sitePopulate } from './populate';

const FIELDS = [...FRAME_FIELDS, ...Object.keys(siteSchema.shape), VERSION_FIELD];

/** What a menu item may lead to, by the collection that it names. */
const TARGETS: Readonly<Record<string, string>> = {
  articles: 'plugin::gazette.article',
  directives: 'plugin::gazette.directive',
  resolutions: 'plugin::gazette.resolution',
  topics: TOPIC,
  dossiers: DOSSIER,
  issuers: ISSUER,
  authors: AUTHOR,
  tags: TAG,
  pages: PAGE,
};

/** The site itself. */
export const site: CollectionDefinition<SiteRow, PublicSite, object> = {
  name: 'site',
  uid: 'plugin::gazette.site',
  itemName: 'Site',
  itemSchema: siteSchema,
  // No list shows it.
  summarySchema: siteSchema.pick({}),
  single: true,
  populate: sitePopulate,
  edgesPopulate: siteEdgesPopulate,
  present: presentSite,
  summarise: () => ({}),
  reference: ({ name }) => ({ name }),
  facetNames: [],
  facets: () => ({}),
  sortKinds: { title: 'text' },
  sortKeys: ({ name }) => ({ title: name }),
  ranges: [],
  defaultSort: { key: 'title', direction: 'asc' },
  embeds: [FILE],
  dependsOn: (_entry, { shared }) => dependenciesOn(FILE, [shared.logo]),
  // Menus differ from language to language; what any of them leads to is linked.
  edges: (_shared, rows) => {
    const items = rows.flatMap(({ menus }) => (menus ?? []).flatMap((menu) => menu.items ?? []));
    const targets = items.flatMap(({ targetCollection, targetDocumentId }) => {
      const targetUid = TARGETS[targetCollection ?? ''];
      return targetUid && targetDocumentId ? [{ kind: MENU, targetUid, targetDocumentId }] : [];
    });
    return [...new Map(targets.map((target) => [target.targetDocumentId, target])).values()];
  },
  itemFields: FIELDS,
  summaryFields: FIELDS,
};
