import { join } from 'node:path';
import { componentSchemas } from '../../../src/plugins/gazette/server/src/components/component-schemas';
import { contentTypes } from '../../../src/plugins/gazette/server/src/content-types';
import type { SchemaAttribute } from '../../../src/plugins/gazette/server/src/content-types/schema-types';
import { isKindCode, KINDS } from '../../../src/plugins/gazette/server/src/kinds';
import { cleanHtml } from '../../../src/plugins/gazette/server/src/sections';
import { parseSymbol } from '../../../src/plugins/gazette/server/src/symbols';
import { readSampleContent } from '../../../src/sample/read-sample-content';
import { COLLECTIONS, isMedia, isRecord, isReference } from '../../../src/sample/sample-entry';

type Attributes = Record<string, SchemaAttribute>;

const content = readSampleContent(join(__dirname, '../../../database/sample'));
const schemas = {
  tags: contentTypes.tag.schema,
  topics: contentTypes.topic.schema,
  issuers: contentTypes.issuer.schema,
  authors: contentTypes.author.schema,
  dossiers: contentTypes.dossier.schema,
  resolutions: contentTypes.resolution.schema,
  directives: contentTypes.directive.schema,
  articles: contentTypes.article.schema,
  pages: contentTypes.page.schema,
  site: contentTypes.site.schema,
};

const componentAttributes = (uid: unknown): Attributes => {
  const schema = componentSchemas[String(uid).replace('gazette.', '')];
  if (schema === undefined) throw new Error(`no component ${String(uid)}`);
  return schema.attributes;
};

/** What in the data does not fit the attributes of the type, as readable lines. */
function misfits(data: Record<string, unknown>, attributes: Attributes, place: string): string[] {
  const missing = Object.entries(attributes)
    .filter(([name, { required }]) => required === true && data[name] === undefined)
    .map(([name]) => `${place}.${name} is required`);
  const faulty = Object.entries(data).flatMap(([name, value]) => {
    const attribute = attributes[name];
    if (attribute === undefined) return [`${place}.${name} is no attribute`];
    return misfitsOf(value, attribute, `${place}.${name}`);
  });
  return [...missing, ...faulty];
}

function misfitsOf(value: unknown, attribute: SchemaAttribute, place: string): string[] {
  const unless = (fits: boolean): string[] =>
    fits ? [] : [`${place} is no ${attribute.type}: ${JSON.stringify(value)}`];
  const each = (check: (item: Record<string, unknown>, index: number) => string[]): string[] =>
    Array.isArray(value)
      ? value.flatMap((item, index) => (isRecord(item) ? check(item, index) : unless(false)))
      : unless(false);
  switch (attribute.type) {
    case 'string':
    case 'text':
    case 'email':
      // A menu item keeps a document id as plain text.
      return unless(
        isReference(value) || (typeof value === 'string' && value.length <= (attribute.maxLength ?? Infinity)),
      );
    case 'uid':
      return unless(typeof value === 'string' && /^[a-z0-9-]{1,120}$/.test(value));
    case 'integer':
      return unless(Number.isInteger(value));
    case 'boolean':
      return unless(typeof value === 'boolean');
    case 'date':
      return unless(typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value.length === 10);
    case 'datetime':
      return unless(typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value.endsWith('+07:00'));
    case 'enumeration':
      return unless(typeof value === 'string' && attribute.enum.includes(value));
    case 'media':
      return unless(isMedia(value));
    case 'relation':
      if (attribute.relation === 'manyToOne') return unless(isReference(value));
      return unless(Array.isArray(value) && value.every(isReference));
    case 'component':
      if (!attribute.repeatable) {
        return isRecord(value) ? misfits(value, componentAttributes(attribute.component), place) : unless(false);
      }
      return each((item, index) => misfits(item, componentAttributes(attribute.component), `${place}[${index}]`));
    case 'dynamiczone':
      return each(({ __component, ...section }, index) =>
        misfits(section, componentAttributes(__component), `${place}[${index}]`),
      );
    case 'blocks':
      return each((block) => unless(typeof block.type === 'string' && Array.isArray(block.children)));
    case 'json':
      return [];
  }
}

describe('the sample content and the content model', () => {
  it.each(COLLECTIONS)('%s fit the attributes of their type', (collection) => {
    const { attributes } = schemas[collection];
    const faults = content[collection].flatMap(({ key, data }) => misfits(data, attributes, `${collection}/${key}`));
    expect(faults).toEqual([]);
  });

  it.each(COLLECTIONS)('other languages of %s hold localized attributes only', (collection) => {
    const attributes: Attributes = Object.fromEntries(
      Object.entries(schemas[collection].attributes).filter(([, { pluginOptions }]) => pluginOptions?.i18n.localized),
    );
    const faults = content[collection].flatMap(({ key, locales }) =>
      Object.entries(locales).flatMap(([locale, data]) =>
        misfits(data, attributes, `${collection}/${key} (${locale})`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('writes every symbol in the official form, with the type code of its kind', () => {
    const faults = [...content.directives, ...content.resolutions].flatMap(({ key, data }) => {
      const result = parseSymbol(String(data.symbol));
      const codes: readonly string[] =
        typeof data.kind === 'string' && isKindCode(data.kind) ? KINDS[data.kind].typeCodes : [];
      if (!result.ok) return [`${key}: ${data.symbol} is no symbol`];
      const { canonical, type } = result.symbol;
      if (canonical !== data.symbol) return [`${key}: ${canonical} is the official form of ${data.symbol}`];
      return type === null || codes.includes(type) ? [] : [`${key}: ${type} is no code of ${data.kind}`];
    });
    expect(faults).toEqual([]);
  });

  it('has HTML that the allow-list leaves as it is', () => {
    const sections = [...content.articles, ...content.directives, ...content.pages]
      .flatMap(({ data }) => (Array.isArray(data.body) ? data.body.filter(isRecord) : []))
      .flatMap(({ html }) => (typeof html === 'string' ? [html] : []));
    expect(sections.length).toBeGreaterThan(4);
    for (const html of sections) expect(cleanHtml(html)).toBe(html);
  });
});
