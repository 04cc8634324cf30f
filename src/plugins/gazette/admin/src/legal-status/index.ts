import type { StrapiApp } from '@strapi/strapi/admin';
import { LegalStatusPanel } from './status-panel';

/** Adds to the content manager's edit view what the register says of an official document. */
export const addLegalStatus = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const { addEditViewSidePanel } = app.getPlugin('content-manager').apis;
  if (typeof addEditViewSidePanel === 'function')
    addEditViewSidePanel((panels: unknown[]) => [...panels, LegalStatusPanel]);
};
