import type { DeliveryServices } from '@gazette/delivery/strapi-server';
import { articles } from './articles';
import { authors } from './authors';
import { CITED_BY, CITES_DOCUMENT, CITING } from './citing';
import { directives } from './directives';
import { dossiers } from './dossiers';
import { issuers } from './issuers';
import { pages } from './pages';
import { resolutions } from './resolutions';
import { site } from './site';
import { tags } from './tags';
import { legalStatus } from '../register/legal-status-member';
import { topics } from './topics';

/** Hands every collection of this plugin to delivery. What others show comes before those that show it. */
export const registerCollections = ({ define, union }: DeliveryServices['collections']): void => {
  define(topics);
  define(issuers);
  define(dossiers);
  define(tags);
  define(authors);
  define(directives);
  define(resolutions);
  define(articles);
  define(pages);
  define(site);
  union('documents', ['directives', 'resolutions'], { itemName: 'Document' });
  // By this name delivery serves it as /search, and as nothing else.
  union(
    'search',
    ['articles', 'directives', 'resolutions', 'pages', 'topics', 'dossiers', 'issuers', 'authors', 'tags'],
    {
      served: false,
      itemName: 'Searched',
      defaultSort: { key: 'firstPublishedAt', direction: 'desc' },
      facetNames: ['type', 'topic', 'year', 'kind', 'issuer'],
      hiddenFacets: [],
      translatedFacets: ['topic'],
      facetReaders: { ...directives.facetReaders },
      wideFacets: {},
      sortKinds: { firstPublishedAt: 'instant', title: 'text' },
      ranges: ['firstPublishedAt'],
      counted: {},
    },
  );
  union(CITING, ['articles', 'directives', 'resolutions'], {
    served: false,
    itemName: 'Citing',
    dated: legalStatus,
    counted: { citedBy: { ...CITED_BY, collections: ['directives', 'resolutions'] } },
    defaultSort: { key: 'firstPublishedAt', direction: 'desc' },
    facetNames: [],
    hiddenFacets: [CITES_DOCUMENT],
    wideFacets: {},
    sortKinds: { firstPublishedAt: 'instant' },
    ranges: [],
  });
};
