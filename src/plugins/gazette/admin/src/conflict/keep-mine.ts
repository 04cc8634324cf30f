/** An attribute of a content type or component, as far as this reads it. */
export interface Attribute {
  type: string;
  component?: string;
}

export type Attributes = Record<string, Attribute>;

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : isRow(value) ? [value] : []);

/**
 * Form values without the ids of component rows that the stored version no longer has, because the server refuses a
 * save that names such a row. Rows without an id are stored as new ones. Everything else stays as it is.
 */
const withoutLostRows = (
  mine: Row,
  stored: Row,
  attributes: Attributes,
  components: Record<string, Attributes>,
): Row => {
  const keep = (row: unknown, uid: string, candidates: Row[]): unknown => {
    if (!isRow(row)) return row;
    const match = row.id === undefined ? undefined : candidates.find(({ id }) => id === row.id);
    const { id, ...content } = withoutLostRows(row, match ?? {}, components[uid] ?? {}, components);
    return match === undefined || id === undefined ? content : { ...content, id };
  };

  const keepIn = (name: string, { type, component }: Attribute): unknown => {
    const value = mine[name];
    const candidates = rowsOf(stored[name]);
    if (type === 'dynamiczone' && Array.isArray(value)) {
      return value.map((row: unknown) => {
        const uid = isRow(row) ? String(row.__component) : '';
        return keep(
          row,
          uid,
          candidates.filter(({ __component }) => __component === uid),
        );
      });
    }
    if (type !== 'component' || component === undefined) return value;
    if (Array.isArray(value)) return value.map((row: unknown) => keep(row, component, candidates));
    return keep(value, component, candidates);
  };

  const kept = Object.entries(attributes)
    .filter(([name]) => name in mine)
    .map(([name, attribute]) => [name, keepIn(name, attribute)]);
  return { ...mine, ...Object.fromEntries(kept) };
};

/**
 * The editor's values as the next save can store them, over the version that was saved meanwhile.
 * @param mine the form's values
 * @param stored the stored version's values
 * @param revision the stored version's revision
 * @param attributes of the content type
 * @param components attributes of each component, by uid
 */
export const keepMine = (
  mine: object,
  stored: object,
  revision: number,
  attributes: Attributes,
  components: Record<string, Attributes>,
): object => ({ ...withoutLostRows({ ...mine }, { ...stored }, attributes, components), revision });
