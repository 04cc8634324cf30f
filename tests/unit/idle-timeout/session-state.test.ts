import {
  endOf,
  timesOf,
  unwrittenMs,
  type Session,
} from '../../../src/plugins/idle-timeout/server/src/sessions/session-state';

const session = (change: Partial<Session> = {}): Session => ({
  id: 'a',
  origin: 'users-permissions',
  userId: '1',
  lastSeen: 1_000_000,
  endsAt: null,
  endedBecause: null,
  now: 1_000_000,
  ...change,
});

test.each([
  ['just used', {}, 60_000, null],
  ['a moment before the end', { now: 1_059_999 }, 60_000, null],
  ['at the end', { now: 1_060_000 }, 60_000, 'idle'],
  ['long unused, with no idle time', { now: 9_000_000 }, 0, null],
  ['older than it may become', { endsAt: 1_000_000 }, 60_000, 'expired'],
  ['ended before it was idle', { endedBecause: 'blocked' as const, now: 9_000_000 }, 60_000, 'blocked'],
])('a session %s', (_name, change, idleMs, reason) => {
  expect(endOf(session(change), idleMs)).toBe(reason);
});

test('the time that remains is whole seconds to whichever end comes first', () => {
  const settings = { idleTimeoutSeconds: 60, warnBeforeSeconds: 10 };
  expect(timesOf(session({ now: 1_000_001 }), settings)).toEqual({
    ...settings,
    expiresAt: new Date(1_060_000).toISOString(),
    remainingSeconds: 59,
  });
  expect(timesOf(session({ endsAt: 1_005_000 }), settings).remainingSeconds).toBe(5);
  expect(timesOf(session(), { ...settings, idleTimeoutSeconds: 0 }).remainingSeconds).toBeNull();
});

test('activity goes unwritten for five seconds at most, and for less where the idle time is short', () => {
  expect([1_800_000, 20_000, 2_000, 0].map(unwrittenMs)).toEqual([5_000, 1_000, 100, 5_000]);
});
