import { apiActionOf, isRecord } from '../store/api-action';

/** An item that uses what could not be deleted. */
export interface Use {
  uid: string;
  documentId: string;
  title: string;
}

const isUse = (value: unknown): value is Use =>
  isRecord(value) &&
  typeof value.uid === 'string' &&
  typeof value.documentId === 'string' &&
  typeof value.title === 'string';

/** What uses the thing that the server refused to delete; empty for any other action of the admin's store. */
export const usesOfRefusal = (action: unknown): Use[] => {
  const request = apiActionOf(action);
  if (request?.kind !== 'mutation' || request.phase !== 'rejected' || !isRecord(request.payload)) return [];
  const { details } = request.payload;
  return isRecord(details) && Array.isArray(details.usedBy) ? details.usedBy.filter(isUse) : [];
};
