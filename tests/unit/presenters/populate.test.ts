import { componentSchemas } from '../../../src/plugins/gazette/server/src/components/component-schemas';
import { articles, directives, resolutions } from '../../../src/plugins/gazette/server/src/collections';
import { contentTypes } from '../../../src/plugins/gazette/server/src/content-types';

interface Attributes {
  [name: string]: { type: string; target?: string; component?: string; components?: string[] };
}

const schemas: Record<string, { attributes: Attributes }> = {
  ...Object.fromEntries(Object.entries(contentTypes).map(([name, { schema }]) => [`plugin::gazette.${name}`, schema])),
  ...Object.fromEntries(Object.entries(componentSchemas).map(([name, schema]) => [`gazette.${name}`, schema])),
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The query engine skips in silence what a schema does not have; these are the paths it would skip. */
const unknownPaths = (uid: string, populate: unknown, path = uid): string[] => {
  if (!isRecord(populate)) return [];
  return Object.entries(populate).flatMap(([name, value]) => {
    const attribute = schemas[uid]?.attributes[name];
    const here = `${path}.${name}`;
    if (!attribute || !['relation', 'component', 'dynamiczone', 'media'].includes(attribute.type)) return [here];
    if (!isRecord(value)) return [];
    if (attribute.type === 'dynamiczone') {
      const on = isRecord(value.on) ? value.on : {};
      const missing = (attribute.components ?? []).filter((component) => !(component in on));
      const nested = Object.entries(on).flatMap(([component, fragment]) =>
        attribute.components?.includes(component)
          ? unknownPaths(component, isRecord(fragment) ? fragment.populate : undefined, `${here}.${component}`)
          : [`${here}.${component}`],
      );
      return [...missing.map((component) => `${here} lacks ${component}`), ...nested];
    }
    return unknownPaths(attribute.target ?? attribute.component ?? '', value.populate, here);
  });
};

test.each([
  ['articles', articles.uid, articles.populate],
  ['links of articles', articles.uid, articles.edgesPopulate],
  ['directives', directives.uid, directives.populate],
  ['resolutions', resolutions.uid, resolutions.populate],
])('what is read for %s is in the schemas, every kind of section included', (_, uid, populate) => {
  expect(unknownPaths(uid, populate)).toEqual([]);
});

test('a path that no schema has is found', () => {
  const populate = { cover: { populate: { picture: true } }, body: { on: {} } };
  expect(unknownPaths(articles.uid, populate)).toContain('plugin::gazette.article.cover.picture');
  expect(unknownPaths(articles.uid, populate)).toContain('plugin::gazette.article.body lacks gazette.text');
});
