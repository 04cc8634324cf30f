import type { Core } from '@strapi/strapi';

interface Owner {
  uid: string;
  id: number;
}

/** Tables that join components to what holds them, by the holder's uid. Strapi names them; its metadata tells. */
const joinTables = (strapi: Core.Strapi): { uid: string; table: string }[] =>
  [...strapi.db.metadata.values()].flatMap((model) => {
    const tables = Object.values(model.attributes).flatMap((attribute) =>
      'joinTable' in attribute && attribute.joinTable && attribute.joinTable.name.endsWith('_cmps')
        ? [attribute.joinTable.name]
        : [],
    );
    return [...new Set(tables)].map((table) => ({ uid: model.uid, table }));
  });

/** The rows of content types that hold a component row, directly or inside other components. */
export const componentOwners = async (strapi: Core.Strapi, componentUid: string, id: number): Promise<Owner[]> => {
  const owners: Owner[] = [];
  for (const { uid, table } of joinTables(strapi)) {
    const rows: { entity_id: number }[] = await strapi.db.transaction(({ trx }) =>
      strapi.db
        .getConnection(table)
        .transacting(trx)
        .where({ cmp_id: id, component_type: componentUid })
        .select('entity_id'),
    );
    for (const { entity_id: holder } of rows) {
      if (uid.includes('::')) owners.push({ uid, id: holder });
      else owners.push(...(await componentOwners(strapi, uid, holder)));
    }
  }
  return owners;
};
