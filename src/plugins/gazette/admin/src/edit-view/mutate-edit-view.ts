import { decorateLayout } from './decorate-layout';
import { knownDefaultLocale } from './default-locale';
import { helpRenderer } from './help-renderer';
import type { EditLayout } from './layout-types';
import { isLocked } from './lock';

/** Name of the content manager's hook over the edit view's layout. */
export const MUTATE_EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

// Every field of a form runs the hook again with the same configuration; its metadatas keep their identity.
const decorated = new WeakMap<object, EditLayout>();

/**
 * The layout with its locks as they are whenever a form reads it. The hook runs once, before the document is loaded, and
 * only the document tells whether its shared fields are locked.
 */
const withLocks = (layout: EditLayout, model: string): EditLayout => {
  const open = decorateLayout(layout, false, helpRenderer);
  const locked = decorateLayout(layout, true, helpRenderer);
  const current = () => (isLocked(model, window.location, knownDefaultLocale()) ? locked : open);
  return {
    ...open,
    get layout() {
      return current().layout;
    },
    get components() {
      return current().components;
    },
  };
};

/**
 * Handler of the hook. The locale is read from the address, because the i18n plugin's own handler passes no query on.
 * "Configure the view" gets the plain layout: it would store our help texts and locks as an administrator's settings.
 */
export const mutateEditView = <Args extends { layout: EditLayout }>(args: Args): Args => {
  const { layout } = args;
  const { gazette } = layout.options;
  if (gazette === undefined) return args;
  if (window.location.pathname.endsWith('/configurations/edit')) return args;

  const result = decorated.get(layout.metadatas) ?? withLocks(layout, `plugin::gazette.${gazette.type}`);
  decorated.set(layout.metadatas, result);
  return { ...args, layout: result };
};
