import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

/** Name of the content manager's hook over the columns of a list. */
export const INJECT_COLUMN_IN_TABLE = 'Admin/CM/pages/ListView/inject-column-in-table';

/** A column, as far as this reads or changes it. */
export interface ListColumn {
  name: string;
  attribute: { type: string };
  cellFormatter?: (row: Record<string, unknown>, column: { name: string }) => ReactNode;
}

interface ListColumns {
  displayedHeaders: ListColumn[];
  layout: { options: { gazette?: object } };
}

/** The labels of choices have the raw value as their id, as in the edit view. */
const choiceCell: ListColumn['cellFormatter'] = (row, { name }) => {
  const value = row[name];
  return (
    <Typography textColor="neutral800" maxWidth="30rem" ellipsis>
      {typeof value === 'string' && value !== '' ? <FormattedMessage id={value} defaultMessage={value} /> : '-'}
    </Typography>
  );
};

/** Handler of the hook: choices are shown by their labels, where Strapi shows the stored codes. */
export const labelChoices = <Args extends ListColumns>(args: Args): Args => {
  if (args.layout.options.gazette === undefined) return args;
  const displayedHeaders = args.displayedHeaders.map((column) =>
    column.attribute.type === 'enumeration' && column.cellFormatter === undefined
      ? { ...column, cellFormatter: choiceCell }
      : column,
  );
  return { ...args, displayedHeaders };
};
