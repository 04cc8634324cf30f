import config from '../../../src/plugins/idle-timeout/server/src/config';

const refusal = (change: Record<string, unknown>) => () => config.validator({ ...config.default, ...change });

test('the defaults are valid, and so is everything switched off', () => {
  expect(refusal({})).not.toThrow();
  expect(refusal({ memberIdleSeconds: 0, editorIdleSeconds: 0, keepTypedHours: 0 })).not.toThrow();
  expect(refusal({ texts: { vi: { title: 'Anh/chị còn đó không?' } } })).not.toThrow();
});

test.each([
  ['a negative time', { memberIdleSeconds: -1 }, 'memberIdleSeconds: must be 0 (off) or a whole number'],
  ['what is no number', { editorIdleSeconds: NaN }, 'editorIdleSeconds: must be 0 (off)'],
  ['half a second', { memberIdleSeconds: 2.5 }, 'memberIdleSeconds'],
  ['a warning as long as the time', { memberIdleSeconds: 60 }, 'must be less than memberIdleSeconds (60)'],
  ['no warning', { warnBeforeSeconds: 0 }, 'warnBeforeSeconds'],
  ['a text that does not exist', { texts: { vi: { titel: 'x' } } }, 'texts.vi'],
  ['an option that does not exist', { idleSeconds: 5 }, 'idleSeconds'],
])('%s is refused by name', (_title, change, message) => {
  expect(refusal(change)).toThrow(message);
});
