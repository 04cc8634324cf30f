import { decorateLayout } from '../../../src/plugins/gazette/admin/src/edit-view/decorate-layout';
import type { EditField, EditLayout } from '../../../src/plugins/gazette/admin/src/edit-view/layout-types';
import { texts as en } from '../../../src/plugins/gazette/admin/src/translations/en';
import { messagesOf } from '../../../src/plugins/gazette/admin/src/translations/messages';
import { texts as vi } from '../../../src/plugins/gazette/admin/src/translations/vi';
import { layouts } from '../../../src/plugins/gazette/server/src/admin-layout';
import { registeredComponents } from '../../../src/plugins/gazette/server/src/components';
import { contentTypes } from '../../../src/plugins/gazette/server/src/content-types';

const components = registeredComponents();
const languages = [
  ['Vietnamese', messagesOf(vi)],
  ['English', messagesOf(en)],
] as const;

const askedFor = [
  ...Object.entries(contentTypes).flatMap(([type, { schema }]) => [
    schema.info.displayName,
    ...Object.keys(schema.attributes).map((name) => `content-manager.content-types.plugin::gazette.${type}.${name}`),
  ]),
  ...Object.entries(components).flatMap(([uid, schema]) => [
    uid,
    ...Object.keys(schema.attributes).map((name) => `content-manager.components.${uid}.${name}`),
  ]),
  ...[...Object.values(contentTypes).map(({ schema }) => schema), ...Object.values(components)].flatMap((schema) =>
    Object.values(schema.attributes).flatMap((attribute) => (attribute.type === 'enumeration' ? attribute.enum : [])),
  ),
];

describe('the labels of the admin', () => {
  it.each(languages)('name every type, component, attribute and choice in %s', (_language, messages) => {
    expect(askedFor.filter((id) => !messages[id]?.trim())).toEqual([]);
  });

  it('have the same ids in both languages, and none for an attribute that is gone', () => {
    expect(Object.keys(languages[0][1]).sort()).toEqual(Object.keys(languages[1][1]).sort());
    const paths = (groups: Record<string, object>) =>
      Object.entries(groups).flatMap(([owner, labels]) => Object.keys(labels).map((name) => `${owner}.${name}`));
    const existing = new Set([
      ...paths(Object.fromEntries(Object.entries(contentTypes).map(([type, { schema }]) => [type, schema.attributes]))),
      ...paths(Object.fromEntries(Object.entries(components).map(([uid, { attributes }]) => [uid, attributes]))).map(
        (path) => path.replace('gazette.', ''),
      ),
    ]);
    const labelled = [vi.types, vi.components, vi.typeHelp, vi.componentHelp].flatMap(paths);
    expect(labelled.filter((path) => !existing.has(path))).toEqual([]);
  });

  const isSentence = (id: string) => /^gazette\.(conflict|legal-status)\./.test(id);

  it('hold nothing that the message format would read as an argument', () => {
    for (const [, messages] of languages) {
      const labels = Object.entries(messages).filter(([id]) => !isSentence(id));
      expect(labels.filter(([, text]) => /[{}<>]/.test(text))).toEqual([]);
    }
  });

  it('take the same arguments in both languages where they are sentences', () => {
    const [vietnamese, english] = languages.map(([, messages]) =>
      Object.entries(messages)
        .filter(([id]) => isSentence(id))
        .map(([id, text]) => [id, [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort()])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    expect(vietnamese).toEqual(english);
    expect(vietnamese?.length).toBeGreaterThan(0);
  });
});

const editLayoutOf = (type: keyof typeof contentTypes): EditLayout => {
  const { attributes, pluginOptions } = contentTypes[type].schema;
  const field = (name: string, attribute: EditField['attribute']): EditField => ({ name, attribute, disabled: false });
  return {
    layout: [layouts[`plugin::gazette.${type}`].edit.map((row) => row.map(([name]) => field(name, attributes[name])))],
    components: Object.fromEntries(
      Object.entries(components).map(([uid, schema]) => [
        uid,
        { layout: Object.entries(schema.attributes).map(([name, attribute]) => [field(name, attribute)]) },
      ]),
    ),
    metadatas: {},
    options: pluginOptions,
  };
};

const help = { hint: (id: string) => id, besideLabel: (id: string) => id };
const fieldsOf = (layout: EditLayout) =>
  Object.fromEntries(layout.layout.flat(2).map((field): [string, EditField] => [field.name, field]));

describe('the edit view', () => {
  it('leaves the types of other plugins alone', () => {
    const layout: EditLayout = { layout: [], components: {}, metadatas: {}, options: {} };
    expect(decorateLayout(layout, true, help)).toBe(layout);
  });

  it('explains fields below them, and components beside their label', () => {
    const fields = fieldsOf(decorateLayout(editLayoutOf('article'), false, help));
    expect(fields.slug.hint).toBe('gazette.help.article.slug');
    expect(fields.authorships.labelAction).toBe('gazette.help.article.authorships');
    expect(fields.topics.hint).toBe('gazette.help.article.topics');
    expect(Object.values(fields).filter(({ disabled }) => disabled)).toEqual([]);
  });

  it.each(['article', 'directive', 'resolution'] as const)(
    'explains every field that an editor fills in: %s',
    (type) => {
      const fields = Object.values(fieldsOf(decorateLayout(editLayoutOf(type), false, help)));
      expect(fields.filter(({ hint, labelAction }) => !hint && !labelAction).map(({ name }) => name)).toEqual([]);
    },
  );

  it("keeps an administrator's own description", () => {
    const layout = editLayoutOf('article');
    for (const field of layout.layout.flat(2)) field.hint = 'Của quản trị viên';
    expect(fieldsOf(decorateLayout(layout, false, help)).slug.hint).toBe('Của quản trị viên');
  });

  it('locks what is not localized, inside components too, in another locale', () => {
    const decorated = decorateLayout(editLayoutOf('directive'), true, help);
    const locked = Object.values(fieldsOf(decorated)).filter(({ disabled }) => disabled);
    expect(locked.every(({ attribute }) => attribute.pluginOptions?.i18n?.localized === false)).toBe(true);
    expect(locked.map(({ name }) => name)).toEqual(expect.arrayContaining(['symbol', 'issuer', 'relations', 'tasks']));
    expect(fieldsOf(decorated).issuer.hint).toBe('gazette.help.locked');
    expect(fieldsOf(decorated).title.disabled).toBe(false);

    const disabledIn = (uid: string) => decorated.components[uid].layout.flat().some(({ disabled }) => disabled);
    expect(['gazette.signer', 'gazette.task', 'gazette.legal-relation'].map(disabledIn)).toEqual([true, true, true]);
    expect(['gazette.figure', 'gazette.correction', 'gazette.text'].map(disabledIn)).toEqual([false, false, false]);
  });

  it('offers in a translation only what the type has, and locks nothing where there are no locales', () => {
    const decorated = decorateLayout(editLayoutOf('topic'), true, help);
    const offered = decorated.components['gazette.translation'].layout.flat().map(({ name }) => name);
    expect(offered).toEqual(['locale', 'name', 'slug', 'description']);
    expect(Object.values(fieldsOf(decorated)).filter(({ disabled }) => disabled)).toEqual([]);
  });
});
