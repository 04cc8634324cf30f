import type { ReactNode } from 'react';

/** A field of the edit view, as far as this plugin reads or changes it. */
export interface EditField {
  name: string;
  type?: string;
  attribute: {
    type: string;
    component?: string;
    components?: string[];
    pluginOptions?: { i18n?: { localized?: boolean } };
  };
  disabled?: boolean;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
}

export type EditRow = EditField[];

/** The layout that the content manager hands to `mutate-edit-view-layout`: panels of rows of fields. */
export interface EditLayout {
  layout: EditRow[][];
  components: Record<string, { layout: EditRow[] }>;
  metadatas: object;
  options: { i18n?: { localized?: boolean }; gazette?: { type: string; translated?: string[] } };
}

/** How a help text is shown: below a field, or, where Strapi shows none there, beside its label. */
export interface HelpRenderer {
  hint(id: string): ReactNode;
  besideLabel(id: string, existing: ReactNode): ReactNode;
}
