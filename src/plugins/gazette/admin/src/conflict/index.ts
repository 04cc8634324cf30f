export { addConflictHandling } from './add-conflict-handling';
export { observeDocumentMutations } from './document-mutations';
