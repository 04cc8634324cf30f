import type { Edge } from '@gazette/delivery/strapi-server';

type Target = { documentId: string } | null | undefined;

/** Edges to these documents, each once, in their order. */
export const edgesTo = (kind: string, targetUid: string, targets: readonly Target[] | null | undefined): Edge[] =>
  [...new Set((targets ?? []).flatMap((target) => target?.documentId ?? []))].map((targetDocumentId) => ({
    kind,
    targetUid,
    targetDocumentId,
  }));
