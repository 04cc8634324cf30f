/** Words for an editor, in both languages of the admin. */
export interface EditorMessage {
  vi: string;
  en: string;
}

/**
 * A body that is not of the right shape. `path` names the place inside the value given, dotted ("0.children.2.url";
 * empty for the value itself); `messages` says what is wrong and what is allowed. `message` is the English text.
 */
export class SectionError extends Error {
  readonly name = 'SectionError';

  constructor(
    readonly path: string,
    readonly messages: EditorMessage,
  ) {
    super(`${path === '' ? 'value' : path}: ${messages.en}`);
  }

  /** The same error seen from a value that holds this one at `prefix`. */
  within(prefix: string): SectionError {
    return new SectionError(joinPath(prefix, this.path), this.messages);
  }
}

/** Joins the parts of a dotted path, leaving out empty ones. */
export const joinPath = (...parts: (string | number)[]): string => parts.filter((part) => part !== '').join('.');
