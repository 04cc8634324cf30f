/** Where the administration panel keeps the language of its interface: the bare language code, not JSON. */
const LANGUAGE_KEY = 'strapi-admin-language';

/**
 * Makes Vietnamese the language of the administration panel in a browser which has none stored yet.
 *
 * Strapi falls back to English there. A stored language is what the user chose (in the login page or the profile) and
 * stays. Does nothing where the browser refuses storage: the panel then starts in English.
 */
export const presetLanguage = (storage: Pick<Storage, 'getItem' | 'setItem'>): void => {
  try {
    if (storage.getItem(LANGUAGE_KEY) === null) storage.setItem(LANGUAGE_KEY, 'vi');
  } catch {
    // Private windows of some browsers throw when storage is full or switched off.
  }
};
