import type { AdminState } from './api-action';

/** The language of the admin's interface. */
export const interfaceLanguage = ({ admin_app }: AdminState): string => admin_app.language.locale;
