import type { StoreMiddleware } from './api-action';
import { interfaceLanguage } from './interface-language';

/** What the server reads to answer in the language that the admin is shown in; see `rules/language.ts`. */
const COOKIE = 'gazette-language';

let told: string | null = null;

/**
 * Tells the server which language the interface has. Someone who chose it on the login page has none in the profile,
 * and the admin sends no header of its own; a cookie goes with each of its requests.
 */
export const tellLanguage: StoreMiddleware =
  () =>
  ({ getState }) =>
  (next) =>
  (action) => {
    const result = next(action);
    const language = interfaceLanguage(getState());
    if (language !== told) {
      const secure = window.location.protocol === 'https:' ? '; Secure' : '';
      document.cookie = `${COOKIE}=${language}; Path=/; SameSite=Strict${secure}`;
      told = language;
    }
    return result;
  };
