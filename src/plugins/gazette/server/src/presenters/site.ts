import type { z } from 'zod';
import type { PresentContext, Reference } from '@gazette/delivery/strapi-server';
import { presentImage, safeLinkAddress } from '../sections';
import { presentContact } from './contact';
import type { MenuItemRow, SiteRow } from './rows';
import type { menuItemSchema, siteSchema } from './schemas';
import { statedMembers, textOrNull } from './values';

/** The kind of the edges from the site to what its menus show. */
export const MENU = 'menu';

export type MenuItem = z.infer<typeof menuItemSchema>;

/** The site itself: its name, contacts and menus. */
export type PublicSite = z.infer<typeof siteSchema>;

export const presentSite = (entry: SiteRow, context: PresentContext<SiteRow>): PublicSite => {
  const { shared, locale, url } = context;
  const targets = new Map(context.linked(MENU).map((reference) => [reference.documentId, reference]));
  const name = textOrNull(entry.name) ?? '';
  const tagline = textOrNull(entry.tagline);
  const logo = presentImage(shared.logo, null, context);
  return {
    name,
    tagline,
    logo,
    contacts: (shared.contacts ?? []).flatMap((contact) => presentContact(contact) ?? []),
    menus: (entry.menus ?? []).map(({ title, items }) => ({
      title,
      items: (items ?? []).flatMap((item) => presentMenuItem(item, targets)),
    })),
    jsonLd: statedMembers({
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name,
      description: tagline,
      image: logo?.url,
      inLanguage: locale,
      url,
    }),
  };
};

/** Left out while it leads nowhere: its target is not public, or its address is not safe. */
const presentMenuItem = (item: MenuItemRow, targets: ReadonlyMap<string, Reference>): MenuItem[] => {
  const { label, targetDocumentId } = item;
  if (targetDocumentId) {
    const reference = targets.get(targetDocumentId);
    if (!reference) return [];
    const { documentId, collection, slug, url } = reference;
    return [{ label, url, target: { documentId, collection, slug } }];
  }
  const url = safeLinkAddress(item.url);
  return url === null ? [] : [{ label, url, target: null }];
};
