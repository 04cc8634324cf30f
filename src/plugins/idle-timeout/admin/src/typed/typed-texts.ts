/** What an editor typed into a form and did not save. */
export interface TypedText {
  values: object;
  /** When, in milliseconds. */
  at: number;
  /** When the version that was edited had been saved; '' where there was none. */
  savedAt: string;
}

/** Whose text it is, and of what. */
export interface TypedKey {
  user: string;
  model: string;
  /** '' for an item that is being made. */
  documentId: string;
  locale: string;
}

/** What is used of the browser's storage. */
interface Store {
  readonly length: number;
  key(index: number): string | null;
  getItem(name: string): string | null;
  /** @throws where there is no room */
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

const PREFIX = 'idle-timeout:typed:';
const HOUR = 3_600_000;

const nameOf = ({ user, model, documentId, locale }: TypedKey): string =>
  PREFIX + [user, model, documentId, locale].map(encodeURIComponent).join(':');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const parse = (text: string | null): TypedText | null => {
  if (text === null) return null;
  try {
    const found: unknown = JSON.parse(text);
    if (!isRecord(found) || !isRecord(found.values)) return null;
    return { values: found.values, at: Number(found.at) || 0, savedAt: String(found.savedAt ?? '') };
  } catch {
    return null;
  }
};

const names = (store: Store): string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((name) => name.startsWith(PREFIX));

/** Takes away what is older than may be kept, whoever typed it. */
export const dropOld = (store: Store, hours: number, now: number): void => {
  for (const name of names(store)) {
    const found = parse(store.getItem(name));
    if (found === null || hours === 0 || now - found.at > hours * HOUR) store.removeItem(name);
  }
};

/** What was typed under a key; null where there is nothing. */
export const typedText = (store: Store, key: TypedKey): TypedText | null => parse(store.getItem(nameOf(key)));

export const dropTyped = (store: Store, key: TypedKey): void => store.removeItem(nameOf(key));

/** Keeps a text; where the browser has no room, in place of the oldest other one. Returns whether it is kept. */
export const keepTyped = (store: Store, key: TypedKey, text: TypedText): boolean => {
  const own = nameOf(key);
  const others = names(store)
    .filter((name) => name !== own)
    .sort((a, b) => (parse(store.getItem(a))?.at ?? 0) - (parse(store.getItem(b))?.at ?? 0));
  for (;;) {
    try {
      store.setItem(own, JSON.stringify(text));
      return true;
    } catch {
      const oldest = others.shift();
      if (oldest === undefined) return false;
      store.removeItem(oldest);
    }
  }
};
