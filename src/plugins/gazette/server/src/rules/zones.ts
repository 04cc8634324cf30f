import { RuleError } from '../errors';
import { isRecord, type AttributeSchema } from './model';
import type { Path } from './walk';

/** @throws RuleError for a section of a component that its zone does not hold; Strapi would drop it without a word, or fail */
export const checkZone = (path: Path, { components = [] }: AttributeSchema, value: unknown): void => {
  if (!Array.isArray(value)) return;
  value.forEach((section: unknown, index) => {
    const name = isRecord(section) ? section.__component : undefined;
    if (components.some((component) => component === name)) return;
    throw new RuleError([...path, index, '__component'], {
      vi: `Loại phần nội dung ${JSON.stringify(name ?? null)} không dùng được ở đây. Các loại được dùng: ${components.join(', ')}.`,
      en: `A section of the component ${JSON.stringify(name ?? null)} cannot stand here. Allowed: ${components.join(', ')}.`,
    });
  });
};
