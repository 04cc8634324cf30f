import { texts as english } from './en';

type Texts = Record<string, string>;

const loaded = new Map<string, Texts>([['en', english]]);
let overrides: Record<string, Texts> = {};

/** Keeps the texts of a language for what is shown outside of the admin's own pages. */
export const keepTexts = (language: string, texts: Texts): void => {
  loaded.set(language, texts);
};

/** Takes the host's own wording, by language. */
export const overrideTexts = (texts: Record<string, Texts>): void => {
  overrides = texts;
};

/**
 * One text in a language, in English where there is none in it.
 * @param values filled in for `{name}`
 */
export const textIn = (language: string, name: string, values: Record<string, string | number> = {}): string => {
  const text = overrides[language]?.[name] ?? loaded.get(language)?.[name] ?? english[name] ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
};
