import { useIntl } from 'react-intl';
import { ConflictNotice } from './conflict-notice';
import { conflictKey, useConflict } from './open-conflicts';
import type { EditedDocument } from './use-kept-values';

/** A side panel of the edit view, shown while the document has an open conflict. */
export const ConflictPanel = ({ model, documentId }: EditedDocument) => {
  const { formatMessage } = useIntl();
  const key = conflictKey(model, documentId);
  const conflict = useConflict(key);
  if (conflict === undefined) return null;
  return {
    title: formatMessage({ id: 'gazette.conflict.title' }),
    content: <ConflictNotice conflictKey={key} />,
  };
};
