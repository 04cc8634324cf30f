import { getFetchClient } from '@strapi/strapi/admin';

interface Locale {
  code: string;
  isDefault: boolean;
}

let defaultLocale: string | null = null;

/** The code of the default content locale; null until it is loaded, or when it could not be. */
export const knownDefaultLocale = (): string | null => defaultLocale;

/** Asks the i18n plugin which locale is the default. Failing that, nothing is locked; the server's rules still hold. */
export const loadDefaultLocale = async (): Promise<void> => {
  try {
    const { data } = await getFetchClient().get<Locale[]>('/i18n/locales');
    defaultLocale = data.find(({ isDefault }) => isDefault)?.code ?? null;
  } catch {
    defaultLocale = null;
  }
};
