import type { Core } from '@strapi/strapi';
import type { ComponentSchema } from '../content-types/schema-types';
import { componentSchemas } from './component-schemas';

const CATEGORY = 'gazette';

/** A component as Strapi's registry holds it. */
export interface RegisteredComponent extends ComponentSchema {
  __schema__: ComponentSchema;
  uid: string;
  category: string;
  modelType: 'component';
  modelName: string;
  globalId: string;
}

const pascalCase = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** The plugin's components by uid (`gazette.figure`), each with what Strapi's own loader adds to a schema file. */
export const registeredComponents = (): Record<string, RegisteredComponent> =>
  Object.fromEntries(
    Object.entries(componentSchemas).map(([name, schema]) => {
      const uid = `${CATEGORY}.${name}`;
      return [
        uid,
        {
          ...structuredClone(schema),
          __schema__: structuredClone(schema),
          uid,
          category: CATEGORY,
          modelType: 'component',
          modelName: name,
          globalId: `ComponentGazette${pascalCase(name)}`,
        },
      ];
    }),
  );

/**
 * Adds the plugin's components to Strapi's registry. Call it once, in the plugin's `register()`: Strapi reads the
 * registry when it builds its database models, right after.
 *
 * @throws Error from Strapi when the host already has a component of the same uid
 */
export const registerComponents = (strapi: Core.Strapi): void => {
  strapi.get('components').add(registeredComponents());
};
