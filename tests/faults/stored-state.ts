import type { TestStrapi } from '../support';

/** Tables of content and of what is public about it; the counters of a migration do not belong to them. */
const isContent = (table: string): boolean =>
  /^(gazette_|components_gazette_|delivery_)/.test(table) && table !== 'delivery_migrations';

/** Every row of every content table and of delivery's tables, in a fixed order. */
export const storedState = async (strapi: TestStrapi): Promise<Record<string, string[]>> => {
  const state: Record<string, string[]> = {};
  const tables = await strapi.db.dialect.schemaInspector.getTables();
  const linked = new Set([...strapi.db.metadata.values()].map(({ tableName }) => tableName));
  for (const table of tables
    .filter((name) => isContent(name) || (linked.has(name) && name.includes('gazette')))
    .sort()) {
    const rows: Record<string, unknown>[] = await strapi.db.connection(table);
    state[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return state;
};
