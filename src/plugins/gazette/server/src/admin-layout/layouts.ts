import { articleLayout, pageLayout, siteLayout } from './article-layouts';
import { directiveLayout, resolutionLayout } from './document-layouts';
import type { AdminLayout } from './layout-types';
import { authorLayout, dossierLayout, issuerLayout, tagLayout, topicLayout } from './supporting-layouts';

/** The layout of each content type, by its uid. */
export const layouts: Record<string, AdminLayout> = {
  'plugin::gazette.article': articleLayout,
  'plugin::gazette.directive': directiveLayout,
  'plugin::gazette.resolution': resolutionLayout,
  'plugin::gazette.issuer': issuerLayout,
  'plugin::gazette.topic': topicLayout,
  'plugin::gazette.dossier': dossierLayout,
  'plugin::gazette.tag': tagLayout,
  'plugin::gazette.author': authorLayout,
  'plugin::gazette.page': pageLayout,
  'plugin::gazette.site': siteLayout,
};
