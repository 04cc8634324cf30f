import { usesOfRefusal } from '../../../src/plugins/gazette/admin/src/refusals/uses';
import { editAddressOf } from '../../../src/plugins/gazette/admin/src/store/edit-address';

const use = { uid: 'plugin::gazette.article', documentId: 'abc', title: 'Tin' };

const action = (phase: string, payload: unknown, kind = 'Mutation') => ({
  type: `adminApi/execute${kind}/${phase}`,
  meta: { arg: { endpointName: 'bulkDeleteItems', originalArgs: { fileIds: [1] } } },
  payload,
});

describe('what uses a thing that could not be deleted', () => {
  it('is read from the refusal', () => {
    const refused = action('rejected', { status: 400, details: { usedBy: [use, { title: 'no address' }] } });
    expect(usesOfRefusal(refused)).toEqual([use]);
  });

  it.each([
    ['a deletion that went well', action('fulfilled', { details: { usedBy: [use] } })],
    ['another refusal', action('rejected', { status: 400, details: { errors: [] } })],
    ['a refusal without an answer', action('rejected', undefined)],
    ['a question', action('rejected', { details: { usedBy: [use] } }, 'Query')],
    ['any other action', { type: 'admin/setLocale' }],
    ['no action', () => undefined],
  ])('is nothing after %s', (_case, other) => {
    expect(usesOfRefusal(other)).toEqual([]);
  });

  it('has an address in the admin', () => {
    expect(editAddressOf(use, '/admin')).toBe('/admin/content-manager/collection-types/plugin::gazette.article/abc');
    expect(editAddressOf({ ...use, uid: 'plugin::gazette.site' }, '/admin')).toBe(
      '/admin/content-manager/single-types/plugin::gazette.site',
    );
  });
});
