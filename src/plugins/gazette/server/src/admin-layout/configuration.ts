import { createHash } from 'node:crypto';
import type { AdminLayout } from './layout-types';

interface EditMetadata {
  [setting: string]: unknown;
}

/** What the content manager stores for one content type. */
export interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: EditMetadata; list: Record<string, unknown> }>;
  layouts: { edit: { name: string; size: number }[][]; list: string[] };
}

/** The stored configuration with a layout put in; labels and settings that the layout does not name stay. */
export const withLayout = (stored: Configuration, layout: AdminLayout): Configuration => ({
  settings: {
    ...stored.settings,
    mainField: layout.mainField,
    defaultSortBy: layout.sort?.[0] ?? layout.mainField,
    defaultSortOrder: layout.sort?.[1] ?? 'ASC',
  },
  metadatas: Object.fromEntries(
    Object.entries(stored.metadatas).map(([name, metadata]) => [
      name,
      layout.readOnly?.includes(name) ? { ...metadata, edit: { ...metadata.edit, editable: false } } : metadata,
    ]),
  ),
  layouts: {
    edit: layout.edit.map((row) => row.map(([name, size]) => ({ name, size }))),
    list: layout.list === undefined ? stored.layouts.list : [...layout.list],
  },
});

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
};

/** A digest of a plain value; the order of object keys does not count. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');

/** The part of a configuration in which an administrator's own choice shows. */
export const choicesOf = ({ settings, layouts }: Configuration): unknown => ({ settings, layouts });
