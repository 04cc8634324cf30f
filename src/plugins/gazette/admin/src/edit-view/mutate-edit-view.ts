import { decorateLayout } from './decorate-layout';
import { knownDefaultLocale } from './default-locale';
import { helpRenderer } from './help-renderer';
import type { EditLayout } from './layout-types';

/** Name of the content manager's hook over the edit view's layout. */
export const MUTATE_EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

// Every field of a form runs the hook again with the same configuration; its metadatas keep their identity.
const decorated = new WeakMap<object, Map<boolean, EditLayout>>();

const isLocked = (): boolean => {
  const locale = new URLSearchParams(window.location.search).get('plugins[i18n][locale]');
  const defaultLocale = knownDefaultLocale();
  return locale !== null && defaultLocale !== null && locale !== defaultLocale;
};

/**
 * Handler of the hook. The locale is read from the address, because the i18n plugin's own handler passes no query on.
 * "Configure the view" gets the plain layout: it would store our help texts and locks as an administrator's settings.
 */
export const mutateEditView = <Args extends { layout: EditLayout }>(args: Args): Args => {
  const { layout } = args;
  if (layout.options.gazette === undefined) return args;
  if (window.location.pathname.endsWith('/configurations/edit')) return args;

  const locked = isLocked();
  const byLock = decorated.get(layout.metadatas) ?? new Map<boolean, EditLayout>();
  const result = byLock.get(locked) ?? decorateLayout(layout, locked, helpRenderer);
  byLock.set(locked, result);
  decorated.set(layout.metadatas, byLock);
  return { ...args, layout: result };
};
