import { startApp, type TestApp } from '../support';
import { directives } from './management';

const TOPIC = 'plugin::gazette.topic';
const DIRECTIVE = 'plugin::gazette.directive';
const ISSUER = 'plugin::gazette.issuer';

/** Every form in which Strapi takes one linked item. */
const FORMS: [string, (documentId: string) => unknown][] = [
  ['"id"', (documentId) => documentId],
  ['["id"]', (documentId) => [documentId]],
  ['[["id"]]', (documentId) => [[documentId]]],
  ['{documentId}', (documentId) => ({ documentId })],
  ['[{documentId}]', (documentId) => [{ documentId }]],
  ['{connect: "id"}', (documentId) => ({ connect: documentId })],
  ['{connect: ["id"]}', (documentId) => ({ connect: [documentId] })],
  ['{connect: {documentId}}', (documentId) => ({ connect: { documentId } })],
  ['{connect: [{documentId}]}', (documentId) => ({ connect: [{ documentId, position: { end: true } }] })],
  ['{set: "id"}', (documentId) => ({ set: documentId })],
  ['{set: ["id"]}', (documentId) => ({ set: [documentId] })],
  ['{set: {documentId}}', (documentId) => ({ set: { documentId } })],
  ['{set: [{documentId}]}', (documentId) => ({ set: [{ documentId }] })],
  ['{set: null, connect}', (documentId) => ({ set: null, connect: { documentId } })],
  ['{documentId, connect}', (documentId) => ({ documentId, connect: [] })],
];

describe('a relation in every form', () => {
  let app: TestApp;
  let issuer: string;
  let directiveData: ReturnType<typeof directives>;

  beforeAll(async () => {
    app = await startApp();
    issuer = (await app.strapi.documents(ISSUER).create({ data: { name: 'Huyện uỷ', code: 'HU' } })).documentId;
    directiveData = directives(issuer);
  });

  afterAll(() => app.stop());

  const topic = (name: string, parent: unknown = null) =>
    app.strapi.documents(TOPIC).create({ data: { name, parent } });

  const parentOf = async (documentId: string) =>
    (await app.strapi.documents(TOPIC).findOne({ documentId, populate: { parent: true } }))?.parent;

  it.each(FORMS)('sets a parent: %s', async (_form, link) => {
    const [top, low] = [await topic('Trên'), await topic('Dưới')];
    await app.strapi.documents(TOPIC).update({ documentId: low.documentId, data: { parent: link(top.documentId) } });
    expect(await parentOf(low.documentId)).toMatchObject({ documentId: top.documentId });
  });

  it.each(FORMS)('is refused where it closes a circle: %s', async (_form, link) => {
    const top = await topic('Trên');
    const low = await topic('Dưới', top.documentId);
    for (const target of [low, top]) {
      const update = app.strapi
        .documents(TOPIC)
        .update({ documentId: top.documentId, data: { parent: link(target.documentId) } });
      await expect(update).rejects.toMatchObject({ details: { errors: [{ path: ['parent'] }] } });
    }
    expect(await parentOf(top.documentId)).toBeNull();
  });

  it.each(FORMS)('belongs to the identity of a document: %s', async (_form, link) => {
    const data = directiveData({ issuer: link(issuer) });
    await app.strapi.documents(DIRECTIVE).create({ data });
    await expect(app.strapi.documents(DIRECTIVE).create({ data: { ...data, issuer } })).rejects.toMatchObject({
      details: { errors: [{ path: ['symbol'] }] },
    });
    const other = await app.strapi.documents(ISSUER).create({ data: { name: 'Tỉnh uỷ' } });
    const { documentId } = await app.strapi
      .documents(DIRECTIVE)
      .create({ data: { ...data, issuer: other.documentId } });
    const change = { connect: undefined, disconnect: undefined, ...asChange(link(issuer), other.documentId) };
    await expect(app.strapi.documents(DIRECTIVE).update({ documentId, data: { issuer: change } })).rejects.toThrow(
      /đã có văn bản/,
    );
  });

  it.each([
    ['{disconnect: "id"}', (documentId: string) => ({ disconnect: documentId })],
    ['{disconnect: {documentId}}', (documentId: string) => ({ disconnect: { documentId } })],
    ['{disconnect: [{documentId}]}', (documentId: string) => ({ disconnect: [{ documentId }] })],
    ['{set: []}', () => ({ set: [] })],
    ['null', () => null],
  ])('is taken away: %s', async (_form, unlink) => {
    const data = directiveData();
    const { documentId } = await app.strapi.documents(DIRECTIVE).create({ data });
    await app.strapi.documents(DIRECTIVE).update({ documentId, data: { issuer: unlink(issuer) } });
    await expect(app.strapi.documents(DIRECTIVE).create({ data })).resolves.toBeDefined();
  });

  it.each([
    ['the number of a row', 1],
    ['the same as a text', ' 1'],
    ['a text that begins with a number', '1abc'],
    ['the same in connect', { connect: { id: 1 } }],
    ['the same in a list', { set: [[1]] }],
    ['an empty text', ''],
    ['two items for one', ['a', 'b']],
    ['true', true],
  ])('is refused where no rule can follow it: %s', async (_form, parent) => {
    await expect(topic('Lạ', parent)).rejects.toMatchObject({ details: { errors: [{ path: ['parent'] }] } });
  });
});

/** A form of a link as a change of one that is stored: what only adds also takes the old one away. */
const asChange = (link: unknown, old: string): object => {
  if (typeof link === 'object' && link !== null && 'connect' in link && !('documentId' in link)) {
    return { ...link, disconnect: [old] };
  }
  return typeof link === 'object' && link !== null && 'set' in link ? link : { set: link };
};
