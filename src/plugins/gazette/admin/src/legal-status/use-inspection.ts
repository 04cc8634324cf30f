import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { onDocumentMutation } from '../store/document-mutations';
import type { StatusInspection } from './status-inspection';

/** What is known of a document's legal status. */
export type Inspection = 'loading' | 'broken' | 'unpublished' | StatusInspection;

/** Asks the server for a document's legal status, and again whenever an editor changed a document on this page. */
export const useInspection = (documentId: string): Inspection => {
  const { get } = useFetchClient();
  const [inspection, setInspection] = useState<Inspection>('loading');
  useEffect(() => {
    let isOpen = true;
    const read = async () => {
      try {
        const { data } = await get<{ data: StatusInspection | null }>(
          `/gazette/legal-status/${encodeURIComponent(documentId)}`,
        );
        if (isOpen) setInspection(data.data ?? 'unpublished');
      } catch {
        if (isOpen) setInspection('broken');
      }
    };
    void read();
    const stop = onDocumentMutation(({ phase }) => {
      if (phase === 'fulfilled') void read();
    });
    return () => {
      isOpen = false;
      stop();
    };
  }, [get, documentId]);
  return inspection;
};
