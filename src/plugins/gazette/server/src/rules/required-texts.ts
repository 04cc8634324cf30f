import type { Core } from '@strapi/strapi';
import { RuleError } from '../errors';
import { attributesOf, type AttributeSchema, type Data } from './model';
import { mapAttributes, type Path } from './walk';

const TEXTS: ReadonlySet<string> = new Set(['string', 'text']);

const isRequiredText = ({ type, required }: AttributeSchema): boolean => required === true && TEXTS.has(type);

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** @throws RuleError where a text is missing or blank; Strapi takes an empty one for a text that is there */
export const refuseBlank = (path: Path, value: unknown): void => {
  if (!isBlank(value)) return;
  throw new RuleError(path, { vi: 'Trường này không được để trống.', en: 'This must not be empty.' });
};

/** @throws RuleError where a required text of an item itself is missing or blank */
export const checkRequiredTexts = (strapi: Core.Strapi, uid: string, row: Data): void => {
  for (const [name, attribute] of Object.entries(attributesOf(strapi, uid))) {
    if (isRequiredText(attribute)) refuseBlank([name], row[name]);
  }
};

/**
 * The same for a save of what is public at once, the components in it included.
 * @param data what is sent
 * @param merged the item as it will be
 */
export const checkRequiredTextsOnSave = (strapi: Core.Strapi, uid: string, data: Data, merged: Data): void => {
  checkRequiredTexts(strapi, uid, merged);
  mapAttributes(strapi, uid, data, {
    attribute({ path, attribute, value }) {
      if (isRequiredText(attribute)) refuseBlank(path, value);
    },
  });
};
