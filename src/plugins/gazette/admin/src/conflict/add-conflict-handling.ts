import type { StrapiApp } from '@strapi/strapi/admin';
import { ConflictPanel } from './conflict-panel';
import { KeepValuesAction } from './keep-values-action';

/** Adds to the content manager's edit view what keeps typed text through a refused save. */
export const addConflictHandling = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const { addEditViewSidePanel, addDocumentAction } = app.getPlugin('content-manager').apis;
  if (typeof addDocumentAction === 'function') {
    addDocumentAction((actions: unknown[]) => [...actions, KeepValuesAction]);
  }
  if (typeof addEditViewSidePanel === 'function') {
    // Below the buttons that save, above all other panels.
    addEditViewSidePanel(([buttons, ...panels]: unknown[]) => [buttons, ConflictPanel, ...panels]);
  }
};
