import { useIntl } from 'react-intl';
import { hasLegalStatus } from './status-inspection';
import { StatusReport } from './status-report';

interface EditedDocument {
  model: string;
  documentId: string | undefined;
}

/** A side panel of the edit view: what the register says of an official document, and what in it contradicts itself. */
export const LegalStatusPanel = ({ model, documentId }: EditedDocument) => {
  const { formatMessage } = useIntl();
  if (!hasLegalStatus(model) || documentId === undefined) return null;
  return {
    title: formatMessage({ id: 'gazette.legal-status.title' }),
    content: <StatusReport documentId={documentId} />,
  };
};
