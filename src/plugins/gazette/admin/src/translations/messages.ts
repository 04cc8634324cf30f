import { texts as vi } from './vi';

type Labels = Record<string, string>;

/** All texts of one language. */
export interface Texts {
  types: Record<string, Labels>;
  components: Record<string, Labels>;
  typeNames: Labels;
  componentNames: Labels;
  systemFields: Labels;
  options: Labels;
  typeHelp: Record<string, Labels>;
  componentHelp: Record<string, Labels>;
  lockedHelp: { text: string };
  conflict: Labels;
  refusal: Labels;
  'legal-status': Labels;
}

/** The message id of a help text; `owner` is a type (`article`) or a component's uid (`gazette.figure`). */
export const helpId = (owner: string, attribute: string): string => `gazette.help.${owner}.${attribute}`;

/** The message id of what a read-only field says in locales other than the default. */
export const LOCKED_HELP_ID = 'gazette.help.locked';

/** The message id of a content type's name, by its uid. */
export const vietnameseTypeName = (uid: string): string => {
  const names: Labels = vi.typeNames;
  return names[uid.replace('plugin::gazette.', '')] ?? uid;
};

const nested = (groups: Record<string, Labels>, idOf: (owner: string, attribute: string) => string): Labels =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([owner, labels]) =>
      Object.entries(labels).map(([attribute, label]) => [idOf(owner, attribute), label]),
    ),
  );

/**
 * The messages of one language under the ids that Strapi's admin asks for: labels of fields, the display names of
 * types (their Vietnamese name is the id), uids of components, raw values of choices, and our own help texts.
 */
export const messagesOf = (texts: Texts): Labels => ({
  ...nested(texts.types, (type, name) => `content-manager.content-types.plugin::gazette.${type}.${name}`),
  ...Object.fromEntries(
    Object.keys(texts.types).flatMap((type) =>
      Object.entries(texts.systemFields).map(([name, label]) => [
        `content-manager.content-types.plugin::gazette.${type}.${name}`,
        label,
      ]),
    ),
  ),
  ...nested(texts.components, (component, name) => `content-manager.components.gazette.${component}.${name}`),
  ...Object.fromEntries(
    Object.entries(vi.typeNames).map(([type, displayName]) => [displayName, texts.typeNames[type] ?? displayName]),
  ),
  ...Object.fromEntries(Object.entries(texts.componentNames).map(([name, label]) => [`gazette.${name}`, label])),
  gazette: 'Gazette',
  ...texts.options,
  ...nested(texts.typeHelp, helpId),
  ...nested(texts.componentHelp, (component, name) => helpId(`gazette.${component}`, name)),
  [LOCKED_HELP_ID]: texts.lockedHelp.text,
  ...nested(
    { conflict: texts.conflict, refusal: texts.refusal, 'legal-status': texts['legal-status'] },
    (owner, name) => `gazette.${owner}.${name}`,
  ),
});
