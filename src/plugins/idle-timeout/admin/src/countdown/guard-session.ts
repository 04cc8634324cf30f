import { triggerSessionExpired, type StrapiApp } from '@strapi/strapi/admin';
import { onActivity } from './activity';
import { hideCountdown, hideEnded, showCountdown, showEnded, type Look } from './dialogs';
import { askServer, isRefusal, keepAlive } from './server';
import { openTabs } from './tabs';
import { createWatch } from './watch';

type StoreMiddleware = Parameters<StrapiApp['addMiddlewares']>[0][number];
type AdminState = ReturnType<Parameters<ReturnType<StoreMiddleware>>[0]['getState']>;

const TICK_MS = 1_000;

const lookOf = ({ admin_app: { language, theme } }: AdminState): Look => ({
  language: language.locale,
  isDark:
    theme.currentTheme === 'dark' ||
    (theme.currentTheme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches),
});

/** Watches over one sign-in. Returns what ends it. */
const guard = (look: () => Look, onEnd: () => void): (() => void) => {
  const tabs = openTabs((until) => watch.heard(until));
  const watch = createWatch({
    now: () => Date.now(),
    ask: askServer,
    keepAlive,
    isRefusal,
    showCountdown: (seconds) => showCountdown(look(), seconds, () => void watch.stay()),
    hideCountdown,
    ended: onEnd,
    tell: tabs.tell,
  });
  const stopListening = onActivity(watch.activity);
  const timer = setInterval(() => void watch.tick(), TICK_MS);
  void watch.start();
  return () => {
    clearInterval(timer);
    stopListening();
    tabs.close();
    hideCountdown();
  };
};

/**
 * Guards the session from sign-in to sign-out, which it reads off the admin's store. Where the server has refused, it
 * tells the admin, which asks about unsaved text and leads to the login page; there it says why.
 */
export const guardSession: StoreMiddleware = () => {
  let stop: (() => void) | null = null;
  let hasEnded = false;
  return ({ getState }) =>
    (next) =>
    (action) => {
      const result = next(action);
      const isSignedIn = Boolean(getState().admin_app.token);
      const look = () => lookOf(getState());
      if (isSignedIn && stop === null) {
        hasEnded = false;
        hideEnded();
        stop = guard(look, () => {
          hasEnded = true;
          triggerSessionExpired();
        });
      }
      if (!isSignedIn && stop !== null) {
        stop();
        stop = null;
        if (hasEnded) showEnded(look());
      }
      return result;
    };
};
