import { holdsSecrets } from '../../../src/plugins/idle-timeout/admin/src/typed/secrets';
import { saveOf } from '../../../src/plugins/idle-timeout/admin/src/typed/saves';
import {
  dropOld,
  dropTyped,
  keepTyped,
  typedText,
  type TypedKey,
} from '../../../src/plugins/idle-timeout/admin/src/typed/typed-texts';

/** A browser's storage with room for so many characters. */
const createStorage = (room = 1_000_000) => {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem(name: string, text: string) {
      const others = [...items].filter(([other]) => other !== name).reduce((sum, [, value]) => sum + value.length, 0);
      if (others + text.length > room) throw new Error('QuotaExceededError');
      items.set(name, text);
    },
    removeItem: (name: string) => void items.delete(name),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
};

const key = (change: Partial<TypedKey> = {}): TypedKey => ({
  user: '1',
  model: 'api::a.a',
  documentId: 'x',
  locale: 'vi',
  ...change,
});
const text = (title: string, at = 0) => ({ values: { title }, at, savedAt: '' });

test('a text is kept for one editor, item and language', () => {
  const storage = createStorage();
  keepTyped(storage, key(), text('Chưa lưu'));
  expect(typedText(storage, key())).toEqual(text('Chưa lưu'));
  for (const other of [{ user: '2' }, { documentId: '' }, { locale: 'en' }, { model: 'api::a' }])
    expect(typedText(storage, key(other))).toBeNull();
  dropTyped(storage, key());
  expect(typedText(storage, key())).toBeNull();
});

test('what is older than it may be goes, and nothing of others', () => {
  const storage = createStorage();
  storage.setItem('jwtToken', 'x');
  keepTyped(storage, key({ documentId: 'old' }), text('Cũ', 0));
  keepTyped(storage, key(), text('Mới', 3_600_000));
  dropOld(storage, 2, 3 * 3_600_000 - 1);
  expect([typedText(storage, key({ documentId: 'old' })), typedText(storage, key())?.values]).toEqual([
    null,
    { title: 'Mới' },
  ]);
  dropOld(storage, 0, 0);
  expect([typedText(storage, key()), storage.getItem('jwtToken')]).toEqual([null, 'x']);
});

test('where there is no room, the oldest other text makes room', () => {
  const storage = createStorage(250);
  expect(keepTyped(storage, key({ documentId: '1' }), text('a'.repeat(50), 1))).toBe(true);
  expect(keepTyped(storage, key({ documentId: '2' }), text('b'.repeat(50), 2))).toBe(true);
  expect(keepTyped(storage, key({ documentId: '3' }), text('c'.repeat(50), 3))).toBe(true);
  expect(typedText(storage, key({ documentId: '1' }))).toBeNull();
  expect(typedText(storage, key({ documentId: '2' }))).not.toBeNull();
  expect(keepTyped(storage, key(), text('d'.repeat(500)))).toBe(false);
});

test('what is no text of ours is none', () => {
  const storage = createStorage();
  keepTyped(storage, key(), text('x'));
  storage.setItem(storage.key(0) ?? '', '{"values":');
  expect(typedText(storage, key())).toBeNull();
});

test('forms with passwords are told apart', () => {
  const plain = { title: { type: 'string' } };
  expect(holdsSecrets(plain, { 'a.b': { attributes: plain } })).toBe(false);
  expect(holdsSecrets({ ...plain, password: { type: 'password' } }, {})).toBe(true);
  expect(holdsSecrets(plain, { 'a.b': { attributes: { pin: { type: 'password' } } } })).toBe(true);
});

test('only what the server has accepted counts as saved', () => {
  const action = (type: string, endpointName = 'updateDocument') => ({
    type: `adminApi/${type}`,
    meta: { arg: { endpointName, originalArgs: { model: 'api::a.a', documentId: 'x' } } },
  });
  expect(saveOf(action('executeMutation/fulfilled'))).toEqual({ model: 'api::a.a', documentId: 'x' });
  expect(saveOf(action('executeMutation/pending'))).toBeNull();
  expect(saveOf(action('executeMutation/rejected'))).toBeNull();
  expect(saveOf(action('executeQuery/fulfilled', 'getDocument'))).toBeNull();
  expect(saveOf(null)).toBeNull();
});
