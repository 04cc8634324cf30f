import { layouts } from '../../../src/plugins/gazette/server/src/admin-layout';
import { componentSchemas, registeredComponents } from '../../../src/plugins/gazette/server/src/components';
import { contentTypes } from '../../../src/plugins/gazette/server/src/content-types';
import type { ContentTypeSchema } from '../../../src/plugins/gazette/server/src/content-types/schema-types';

const schemas: Record<string, ContentTypeSchema> = Object.fromEntries(
  Object.entries(contentTypes).map(([name, { schema }]) => [name, schema]),
);

const words = (text: string) => text.trim().split(/\s+/).sort();

const publication = {
  localized: 'changeNote changeHistory corrections withdrawal seo revision',
  shared: 'releasedAt publicUpdatedAt updateType dismissedCitations',
};
const document = {
  localized: `title slug summary body ${publication.localized}`,
  shared: `symbol symbolFreeform number year kind issuer coIssuers signers issuedOn effectiveFrom effectiveTo
    classification attachments topics relations recipients ${publication.shared}`,
};

const LOCALIZED_TYPES: [type: string, localized: string, shared: string][] = [
  [
    'article',
    `title slug kicker lead body cover byline ${publication.localized}`,
    `topics dossiers tags authorships source directives resolutions related allowRating featured pinnedUntil imported
      ${publication.shared}`,
  ],
  ['directive', document.localized, `${document.shared} tasks`],
  ['resolution', document.localized, `${document.shared} meeting term adoptedOn votesFor votesAgainst votesAbstained`],
  ['page', 'title slug body seo revision', 'parent position'],
  ['site', 'name tagline menus', 'logo contacts'],
];

const SUPPORTING_TYPES: [type: string, attributes: string][] = [
  ['issuer', 'name shortName code slug level branch parent predecessors validFrom validTo contact translations'],
  ['topic', 'name slug description parent position translations'],
  ['dossier', 'title slug summary topics translations'],
  ['tag', 'name slug translations'],
  ['author', 'name slug role unit avatar translations'],
];

const everyAttribute = [...Object.entries(schemas), ...Object.entries(componentSchemas)].flatMap(([owner, schema]) =>
  Object.entries(schema.attributes).map(([name, attribute]) => ({ path: `${owner}.${name}`, attribute })),
);

describe('the content model', () => {
  it.each(LOCALIZED_TYPES)('gives %s its localized and its shared attributes', (type, localized, shared) => {
    const { attributes, pluginOptions } = schemas[type];
    const named = (flag: boolean) =>
      Object.keys(attributes)
        .filter((name) => attributes[name].pluginOptions?.i18n.localized === flag)
        .sort();
    expect(pluginOptions.i18n).toEqual({ localized: true });
    expect(named(true)).toEqual(words(localized));
    expect(named(false)).toEqual(words(shared));
    expect(Object.keys(attributes)).toHaveLength(words(localized).length + words(shared).length);
  });

  it.each(SUPPORTING_TYPES)('gives %s its attributes, without i18n or drafts', (type, attributes) => {
    const schema = schemas[type];
    expect(Object.keys(schema.attributes).sort()).toEqual(words(attributes));
    expect(schema.options.draftAndPublish).toBe(false);
    expect(schema.pluginOptions.i18n).toBeUndefined();
  });

  it('has drafts for articles, documents and pages, and for nothing else', () => {
    const drafted = Object.keys(schemas).filter((type) => schemas[type].options.draftAndPublish);
    expect(drafted).toEqual(['article', 'directive', 'resolution', 'page']);
  });

  it('repeats in translations only what the translation component holds and the type has', () => {
    for (const { attributes, pluginOptions } of Object.values(schemas)) {
      expect('translations' in attributes).toBe(pluginOptions.gazette.translated !== undefined);
      for (const name of pluginOptions.gazette.translated ?? []) {
        expect(Object.keys(attributes)).toContain(name);
        expect(Object.keys(componentSchemas.translation.attributes)).toContain(name);
      }
    }
  });

  it('lets the revision travel with the form: in no layout, but neither private nor invisible', () => {
    for (const type of ['article', 'directive', 'resolution', 'page']) {
      const { attributes, config } = schemas[type];
      expect(attributes.revision.private).toBeUndefined();
      expect(attributes.revision).not.toHaveProperty('visible');
      // Strapi leaves hidden attributes out of what it sends to the form.
      expect(config?.attributes.revision).toBeUndefined();
    }
  });

  it('names no attribute firstPublishedAt, which Strapi would null', () => {
    expect(everyAttribute.filter(({ path }) => path.endsWith('.firstPublishedAt'))).toEqual([]);
  });

  it('points every relation and component at something that exists, and never from a component to a localized type', () => {
    const uids = Object.keys(schemas).map((type) => `plugin::gazette.${type}`);
    const components = Object.keys(registeredComponents());
    for (const { attribute } of everyAttribute) {
      if (attribute.type === 'relation') expect(uids).toContain(attribute.target);
      if (attribute.type === 'component') expect(components).toContain(attribute.component);
      if (attribute.type === 'dynamiczone') for (const uid of attribute.components) expect(components).toContain(uid);
    }
    for (const component of Object.values(componentSchemas)) {
      for (const attribute of Object.values(component.attributes)) {
        if (attribute.type !== 'relation') continue;
        const target = schemas[attribute.target.replace('plugin::gazette.', '')];
        expect(target.pluginOptions.i18n).toBeUndefined();
      }
    }
  });

  it('gives the database room for every text as long as its limit', () => {
    for (const { path, attribute } of everyAttribute) {
      if (attribute.type !== 'string') continue;
      const room = attribute.column?.args[0] ?? 255;
      expect({ path, fits: (attribute.maxLength ?? 0) <= room }).toEqual({ path, fits: true });
    }
  });

  it('knows the fifteen types of legal relations', () => {
    const { type } = componentSchemas['legal-relation'].attributes;
    expect(type.type === 'enumeration' && type.enum).toHaveLength(15);
  });
});

describe('the layouts of the admin', () => {
  it.each(Object.keys(schemas))('%s shows each attribute once, except what the software keeps', (type) => {
    const schema = schemas[type];
    const layout = layouts[`plugin::gazette.${type}`];
    const shown = layout.edit.flatMap((row) => row.map(([name]) => name));
    const kept = [...Object.keys(schema.config?.attributes ?? {}), ...(layout.readOnly ?? [])];
    expect([...shown].sort()).toEqual(
      Object.keys(schema.attributes)
        .filter((name) => !kept.includes(name))
        .sort(),
    );
  });

  it.each(Object.keys(schemas))('%s fills no row beyond twelve columns and keeps its body alone', (type) => {
    for (const row of layouts[`plugin::gazette.${type}`].edit) {
      const wide = row.filter(([name]) =>
        ['component', 'dynamiczone', 'json'].includes(schemas[type].attributes[name].type),
      );
      expect(row.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(12);
      if (wide.length > 0) expect(row).toEqual([[wide[0][0], 12]]);
    }
  });

  it.each(Object.keys(schemas))('%s lists and sorts by attributes that it has', (type) => {
    const known = [...Object.keys(schemas[type].attributes), 'createdAt', 'updatedAt'];
    const { list = [], sort, mainField } = layouts[`plugin::gazette.${type}`];
    for (const name of [...list, ...(sort ? [sort[0]] : []), mainField]) expect(known).toContain(name);
  });
});
