import { createWatch, type SessionTimes } from '../../../src/plugins/idle-timeout/admin/src/countdown/watch';

/** A page and a server whose clock stands still until a test moves it. */
const createPage = (idleTimeoutSeconds = 100) => {
  const page = {
    now: 0,
    ends: idleTimeoutSeconds * 1000,
    asked: 0,
    kept: 0,
    shown: null as number | null,
    isOver: false,
    told: 0,
  };
  const state = { fails: false, refuses: false };
  const answer = (): SessionTimes => {
    if (state.fails) throw new Error('network');
    if (state.refuses || page.now >= page.ends) throw new Error('401');
    return { idleTimeoutSeconds, warnBeforeSeconds: 10, remainingSeconds: Math.floor((page.ends - page.now) / 1000) };
  };
  const watch = createWatch({
    now: () => page.now,
    ask: async () => {
      page.asked += 1;
      return answer();
    },
    keepAlive: async () => {
      page.kept += 1;
      answer();
      page.ends = page.now + idleTimeoutSeconds * 1000;
      return answer();
    },
    isRefusal: (error) => error instanceof Error && error.message === '401',
    showCountdown: (seconds) => (page.shown = seconds),
    hideCountdown: () => (page.shown = null),
    ended: () => (page.isOver = true),
    tell: (until) => (page.told = until),
  });
  const pass = async (seconds: number) => {
    for (let index = 0; index < seconds; index += 1) {
      page.now += 1000;
      await watch.tick();
    }
  };
  return { page, state, watch, pass };
};

test('an editor who does nothing sees the countdown, and is told when the server refuses', async () => {
  const { page, watch, pass } = createPage();
  await watch.start();
  await pass(89);
  expect(page.shown).toBeNull();
  await pass(1);
  expect(page.shown).toBe(10);
  await pass(5);
  expect(page.shown).toBe(5);
  expect(page.isOver).toBe(false);
  await pass(5);
  expect([page.shown, page.isOver, page.kept]).toEqual([null, true, 0]);
});

test('activity is reported now and then, and never seen in a countdown', async () => {
  const { page, watch, pass } = createPage();
  await watch.start();
  for (let index = 0; index < 300; index += 1) {
    watch.activity();
    await pass(1);
  }
  expect(page.shown).toBeNull();
  expect(page.kept).toBeGreaterThan(5);
  expect(page.kept).toBeLessThan(25);
});

test('activity just before the countdown is reported in place of it', async () => {
  const { page, watch, pass } = createPage();
  await watch.start();
  watch.activity();
  await pass(20);
  expect(page.kept).toBe(1);
  watch.activity();
  await pass(1);
  await pass(100 - 12);
  expect([page.kept, page.shown]).toEqual([2, null]);
});

test('behind the countdown only the button counts', async () => {
  const { page, watch, pass } = createPage();
  await watch.start();
  await pass(92);
  watch.activity();
  await pass(1);
  expect([page.shown, page.kept]).toEqual([7, 0]);
  await watch.stay();
  expect([page.shown, page.kept, page.told]).toEqual([null, 1, 193_000]);
  await pass(80);
  expect(page.shown).toBeNull();
});

test('another tab that was told of takes the countdown away', async () => {
  const { page, watch, pass } = createPage();
  await watch.start();
  await pass(92);
  page.ends = 190_000;
  watch.heard(190_000);
  expect(page.shown).toBeNull();
  await pass(87);
  expect([page.shown, page.isOver]).toEqual([null, false]);
});

test('another window that was not told of is known to the server', async () => {
  const { page, watch, pass } = createPage();
  await watch.start();
  page.ends = 190_000;
  await pass(95);
  expect([page.shown, page.asked]).toEqual([null, 2]);
});

test('a page that slept past the end says so at once', async () => {
  const { page, watch, pass } = createPage();
  await watch.start();
  page.now = 5_000_000;
  await pass(1);
  expect([page.shown, page.isOver]).toEqual([null, true]);
});

test('a network that is down ends nothing, and is tried again', async () => {
  const { page, state, watch, pass } = createPage();
  state.fails = true;
  await watch.start();
  await pass(2);
  state.fails = false;
  await pass(5);
  watch.activity();
  state.fails = true;
  await pass(30);
  expect(page.isOver).toBe(false);
  state.fails = false;
  await pass(5);
  expect(page.isOver).toBe(false);
  expect(page.told).toBeGreaterThan(130_000);
});

test('without an idle time nothing is asked again', async () => {
  const { page } = createPage();
  const quiet = createWatch({
    now: () => page.now,
    ask: async () => {
      page.asked += 1;
      return { idleTimeoutSeconds: 0, warnBeforeSeconds: 10, remainingSeconds: null };
    },
    keepAlive: async () => {
      throw new Error('not here');
    },
    isRefusal: () => false,
    showCountdown: () => undefined,
    hideCountdown: () => undefined,
    ended: () => undefined,
    tell: () => undefined,
  });
  await quiet.start();
  quiet.activity();
  for (let index = 0; index < 50; index += 1) await quiet.tick();
  expect(page.asked).toBe(1);
});
