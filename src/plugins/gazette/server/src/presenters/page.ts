import type { z } from 'zod';
import type { PresentContext } from '@gazette/delivery/strapi-server';
import { presentSections, sectionsToHtml, sectionsToText } from '../sections';
import { presentSeo } from './references';
import type { PageRow } from './rows';
import type { pageSchema } from './schemas';
import { presentAncestors, presentChildren, presentSupporting } from './supporting';
import { statedMembers, textOrNull, wholeNumberOrNull } from './values';

/** Kinds of the edges of a page. */
export const PAGE_PARENT = 'page-parent';

/** A static page (trang tĩnh). */
export type PublicPage = z.infer<typeof pageSchema>;

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
