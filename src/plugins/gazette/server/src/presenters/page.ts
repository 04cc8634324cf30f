import type { PresentContext } from '@gazette/delivery/strapi-server';
import { presentSections, sectionsToHtml, sectionsToText, type PublicSection } from '../sections';
import { presentSeo } from './references';
import type { PageRow } from './rows';
import {
  presentAncestors,
  presentChildren,
  presentSupporting,
  SUPPORTING_ATTRIBUTES,
  type PublicSupporting,
  type TreeReference,
} from './supporting';
import { statedMembers, textOrNull, wholeNumberOrNull } from './values';

/** Kinds of the edges of a page. */
export const PAGE_PARENT = 'page-parent';

export const PAGE_ATTRIBUTES = [
  ...SUPPORTING_ATTRIBUTES,
  'position',
  'parent',
  'ancestors',
  'children',
  'body',
  'bodyHtml',
  'bodyText',
] as const satisfies readonly (keyof PublicPage)[];

/** A static page (trang tĩnh). */
export interface PublicPage extends PublicSupporting {
  position: number;
  parent: TreeReference | null;
  /** The root first. */
  ancestors: TreeReference[];
  children: TreeReference[];
  body: PublicSection[];
  bodyHtml: string;
  bodyText: string;
}

/** One locale of a page. Localized attributes come from `entry`, all others and every relation from `context.shared`. */
export const presentPage = (entry: PageRow, context: PresentContext<PageRow>): PublicPage => {
  const { shared, locale, url } = context;
  const title = textOrNull(entry.title) ?? '';
  const body = presentSections(entry.body ?? [], context);
  const seo = presentSeo(entry.seo);
  const ancestors = presentAncestors(context, PAGE_PARENT, entry.documentId);
  const common = presentSupporting(shared, {
    title,
    seo,
    jsonLd: statedMembers({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      name: title,
      description: seo.metaDescription,
      inLanguage: locale,
      url,
    }),
  });
  return {
    ...common,
    position: wholeNumberOrNull(shared.position) ?? 0,
    parent: ancestors.at(-1) ?? null,
    ancestors,
    children: presentChildren(context.linking(PAGE_PARENT)),
    body,
    bodyHtml: sectionsToHtml(body, locale),
    bodyText: sectionsToText(body),
  };
};
