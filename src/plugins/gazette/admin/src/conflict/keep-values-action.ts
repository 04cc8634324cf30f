import { useKeptValues, type EditedDocument } from './use-kept-values';

/**
 * A document action without a button. The content manager runs actions inside every form that edits a document (the
 * edit view, the preview, a relation's window), which is where typed text has to be kept.
 */
export const KeepValuesAction = ({ model, documentId, activeTab }: EditedDocument): null => {
  useKeptValues({ model, documentId, activeTab });
  return null;
};

KeepValuesAction.position = ['panel', 'preview', 'relation-modal'];
