const SINGLE_TYPES = new Set(['plugin::gazette.site']);

/**
 * Where the admin edits an item.
 * @param adminPath where the admin is, `/admin` for one
 */
export const editAddressOf = ({ uid, documentId }: { uid: string; documentId: string }, adminPath: string): string =>
  SINGLE_TYPES.has(uid)
    ? `${adminPath}/content-manager/single-types/${uid}`
    : `${adminPath}/content-manager/collection-types/${uid}/${documentId}`;
