import type { Core } from '@strapi/strapi';
import { possibleHashes } from '../sections';

/** Where Strapi serves what the media library keeps on this server. */
const UPLOADS = '/uploads/';

/** The addresses under which this site is reached. */
const ownAddresses = (strapi: Core.Strapi): string[] =>
  [
    strapi.config.get<string>('plugin::delivery.publicApiUrl', ''),
    strapi.config.get<string>('plugin::delivery.publicSiteUrl', ''),
    strapi.config.get<string>('server.absoluteUrl', ''),
  ].filter((address) => URL.canParse(address));

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Whether an address, relative or absolute, is below `/uploads/` of one of the sites. */
const isBelowUploads = (address: string, sites: string[]): boolean =>
  sites.some((site) => {
    const base = new URL(site);
    if (!URL.canParse(address, site)) return false;
    const { host, pathname } = new URL(address, base);
    const path = decoded(pathname).toLowerCase();
    const below = decoded(base.pathname).replace(/\/+$/, '').toLowerCase();
    return host === base.host && (path.startsWith(UPLOADS) || path.startsWith(`${below}${UPLOADS}`));
  });

/**
 * Whether an address leads to an uploaded file: one of this site's own addresses, or one of any host that names a file of
 * the media library (another name of this server, or a store of its own for files).
 */
export const leadsToUpload = async (strapi: Core.Strapi, address: string): Promise<boolean> => {
  if (isBelowUploads(address, ['http://this.site.invalid', ...ownAddresses(strapi)])) return true;
  const hashes = possibleHashes(address);
  if (hashes.length === 0) return false;
  return (await strapi.db.query('plugin::upload.file').count({ where: { hash: { $in: hashes } } })) > 0;
};
