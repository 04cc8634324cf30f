import type { Core } from '@strapi/strapi';
import type { Data } from '../rules/model';
import { addressesIn, leadsTo } from '../sections';

/** Where texts and links name files by their address, without a relation that the database knows of. */
const PLACES = [
  { uid: 'gazette.text', attribute: 'body' },
  { uid: 'gazette.html', attribute: 'html' },
  { uid: 'gazette.media', attribute: 'url' },
  { uid: 'gazette.source', attribute: 'url' },
  { uid: 'gazette.menu-item', attribute: 'url' },
  { uid: 'gazette.contact', attribute: 'url' },
];

/** A row of a component in which a file is named. */
export interface NamingText {
  uid: string;
  id: number;
  row: Data;
}

/** The last part of a file's hash is random and plain, so that it can be looked for whatever an address escapes. */
const randomPart = (hash: string): string => hash.slice(hash.lastIndexOf('_') + 1);

/** The rows of components whose text or link names a file, or a smaller format of it, by its address. */
export const textsNaming = async (strapi: Core.Strapi, { hash }: Data): Promise<NamingText[]> => {
  if (typeof hash !== 'string' || hash === '') return [];
  const found: NamingText[] = [];
  for (const { uid, attribute } of PLACES) {
    // Without regard to case: the one comparison that PostgreSQL makes with JSON, too.
    const rows: Data[] = await strapi.db
      .query(uid)
      .findMany({ where: { [attribute]: { $containsi: randomPart(hash) } } });
    found.push(
      ...rows
        .filter((row) => addressesIn(row).some(({ address }) => leadsTo(address, hash)))
        .map((row) => ({ uid, id: Number(row.id), row })),
    );
  }
  return found;
};
