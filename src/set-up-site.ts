import type { Core } from '@strapi/strapi';

const ENGLISH = { code: 'en', name: 'English (en)' };

/** What a new site starts with, done once: an administrator who changes it later keeps the change. */
export const setUpSite = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'core', name: 'gazette-site', key: 'set-up' });
  if ((await store.get({})) === true) return;

  const locales = strapi.plugin('i18n').service('locales');
  const vietnamese = await locales.findByCode('vi');
  if (vietnamese) await locales.update({ id: vietnamese.id }, { name: 'Tiếng Việt (vi)' });
  if (!(await locales.findByCode(ENGLISH.code))) await locales.create(ENGLISH);

  // Strapi lets anybody register; a district's site is opened to members by decision, not by default.
  const advanced = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const settings: unknown = await advanced.get({});
  if (typeof settings === 'object' && settings !== null) {
    await advanced.set({ value: { ...settings, allow_register: false } });
  }
  await store.set({ value: true });
};
