export { addConflictHandling } from './add-conflict-handling';
