import { darkTheme, DesignSystemProvider, lightTheme } from '@strapi/design-system';
import { createRoot } from 'react-dom/client';
import type { AdminState, StoreMiddleware } from '../store/api-action';
import { adminPath } from '../store/admin-path';
import { interfaceLanguage } from '../store/interface-language';
import { messageIn } from '../translations/loaded';
import { vietnameseTypeName } from '../translations/messages';
import { usesOfRefusal, type Use } from './uses';
import { UsesDialog } from './uses-dialog';

const isDark = ({ admin_app }: AdminState): boolean => {
  const { currentTheme } = admin_app.theme;
  if (currentTheme === 'dark' || currentTheme === 'light') return currentTheme === 'dark';
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
};

/** Shows the dialog in a React root of its own: a refusal can come on any page, and a plugin has no place on all of them. */
const show = (uses: Use[], state: AdminState): void => {
  const language = interfaceLanguage(state);
  const say = (id: string) => messageIn(language, id);
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const close = () => {
    root.unmount();
    host.remove();
  };
  root.render(
    <DesignSystemProvider locale={language} theme={isDark(state) ? darkTheme : lightTheme}>
      <UsesDialog
        uses={uses}
        texts={{
          title: say('gazette.refusal.title'),
          advice: say('gazette.refusal.advice'),
          close: say('gazette.refusal.close'),
        }}
        typeName={(uid) => say(vietnameseTypeName(uid))}
        adminPath={adminPath()}
        onClose={close}
      />
    </DesignSystemProvider>,
  );
};

/** Opens the list of uses whenever the server refuses to delete something that is used. Observes only. */
export const showUses: StoreMiddleware =
  () =>
  ({ getState }) =>
  (next) =>
  (action) => {
    const uses = usesOfRefusal(action);
    if (uses.length > 0) show(uses, getState());
    return next(action);
  };
