const loaded = new Map<string, Record<string, string>>();

/** Keeps the texts of a language for what is shown outside of the admin's own pages. */
export const keepMessages = (language: string, messages: Record<string, string>): void => {
  loaded.set(language, messages);
};

/** One of this plugin's texts; in English where there is none in the language. */
export const messageIn = (language: string, id: string): string =>
  loaded.get(language)?.[id] ?? loaded.get('en')?.[id] ?? id;

/** The text under one id in every language. */
export const messagesUnder = (id: string): string[] =>
  [...loaded.values()].flatMap((messages) => (messages[id] === undefined ? [] : [messages[id]]));
