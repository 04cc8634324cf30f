/** What an editor does, as the browser tells of it. Moving the mouse is not among it: a table that is knocked does that. */
const EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input', 'paste'] as const;

/** Calls `listener` whenever the editor does something in this tab. Returns what ends it. */
export const onActivity = (listener: () => void): (() => void) => {
  const options = { passive: true, capture: true };
  EVENTS.forEach((name) => window.addEventListener(name, listener, options));
  return () => EVENTS.forEach((name) => window.removeEventListener(name, listener, options));
};
