import { useForm } from '@strapi/strapi/admin';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { onDocumentMutation } from '../store/document-mutations';
import { currentAddress, rememberForm, takeForm } from './interrupted-forms';
import { closeConflict, conflictKey, openConflict } from './open-conflicts';
import { storedRevisionOf, type StoredRevision } from './stored-revision';

const CONSUMER = 'GazetteKeptValues';
const SAVES = new Set(['createDocument', 'updateDocument', 'publishDocument']);

/** The form that this is called in. */
export interface EditedDocument {
  model: string;
  documentId: string | undefined;
  activeTab: string | null;
}

/**
 * Keeps what an editor typed through a save that the server refuses. The content manager asks for the stored version
 * after such a save and resets the form to it; from the start of a save until one succeeds, every reset is undone. A
 * save refused for an outdated revision is also published as the document's open conflict.
 */
export const useKeptValues = ({ model, documentId, activeTab }: EditedDocument): void => {
  const values = useForm(CONSUMER, (form) => form.values);
  const initialValues = useForm(CONSUMER, (form) => form.initialValues);
  const getValues = useForm(CONSUMER, (form) => form.getValues);
  const setValues = useForm(CONSUMER, (form) => form.setValues);
  /** The values last seen that the editor made; null while the form may be reset. */
  const kept = useRef<object | null>(null);

  useEffect(() => {
    const key = conflictKey(model, documentId);
    let open: { stored: StoredRevision; address: string } | null = null;
    const release = () => {
      kept.current = null;
      open = null;
      closeConflict(key);
    };
    const report = (stored: StoredRevision) => {
      open = { stored, address: currentAddress() };
      openConflict(key, { stored, release });
    };

    const interrupted = takeForm(key);
    if (interrupted !== null) {
      kept.current = interrupted.values;
      setValues(interrupted.values);
      report(interrupted.stored);
    }

    const stopListening = onDocumentMutation((mutation) => {
      if (!model.startsWith('plugin::gazette.')) return;
      if (mutation.model !== model || mutation.documentId !== documentId) return;
      const isSave = SAVES.has(mutation.endpoint);
      if (mutation.phase === 'fulfilled' || (mutation.phase === 'pending' && !isSave)) return release();
      if (mutation.phase === 'pending') {
        kept.current = getValues();
        return;
      }
      const stored = isSave ? storedRevisionOf(mutation.error) : null;
      if (stored !== null) report(stored);
    });
    return () => {
      stopListening();
      if (kept.current !== null && open !== null) {
        rememberForm(key, { values: kept.current, stored: open.stored }, open.address);
      }
      release();
    };
  }, [model, documentId, activeTab, getValues, setValues]);

  // The form gives its initial values and its values the same identity when it resets, and at no other time.
  useLayoutEffect(() => {
    if (kept.current === null) return;
    if (values === initialValues && values !== kept.current) setValues(kept.current);
    else kept.current = values;
  }, [values, initialValues, setValues]);
};
