/** A field of a row, and its width in twelfths of the row. */
export type LayoutField = readonly [name: string, size: number];

/** How the admin shows one content type or component. */
export interface AdminLayout {
  /** The attribute that names an entry in lists, relations and headings. */
  mainField: string;
  /** Rows of fields, in the order in which an editor fills them in. */
  edit: readonly (readonly LayoutField[])[];
  /** Columns of the list view; none for a component. */
  list?: readonly string[];
  /** The order of the list view. */
  sort?: readonly [field: string, order: 'ASC' | 'DESC'];
  /** Attributes that the software keeps: shown, if an administrator adds them, but not editable. */
  readOnly?: readonly string[];
}
