import { startApp, type TestApp } from '../support';
import { createRegister } from './register';

interface Verifier {
  all(report: (difference: { where: string; what: string }) => void): Promise<number>;
}

describe('what is kept of the register beside snapshots', () => {
  let app: TestApp;
  let old: string;
  let act: string;
  beforeAll(async () => {
    app = await startApp();
    const register = await createRegister(app);
    old = await register.document('10-KL/TW');
    act = await register.document('11-KL/TW', {
      issuedOn: '2024-02-01',
      relations: [{ type: 'repeals', targetSymbol: '10-KL/TW' }],
    });
  });
  afterAll(() => app.stop());

  const table = (name: string) => app.strapi.db.connection(`delivery_${name}`);
  const differences = async (): Promise<string[]> => {
    const found: string[] = [];
    await app.strapi
      .plugin('delivery')
      .service<Verifier>('verify')
      .all(({ where, what }) => found.push(`${where}: ${what}`));
    return found;
  };
  const snapshotId = async () => (await table('snapshots').where({ document_id: old }).first()).id;
  const nowhere = 'zzzzzzzzzzzzzzzzzzzzzzzz';

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['a lost name', () => table('names').where({ document_id: old }).del(), /mentions lack name/],
    ['a name too many', () => table('names').insert({ name: 'x', document_id: old }), /mentions have name x/],
    ['a name of nothing', () => table('names').insert({ name: 'x', document_id: nowhere }), /delivery_names z.*1 rows/],
    ['a lost link', () => table('links').where({ source_id: act }).del(), /mentions lack link/],
    [
      'a link that says something else',
      () => table('links').where({ source_id: act }).update({ data: '{"type":"amends"}' }),
      /mentions have link/,
    ],
    [
      'a link of nothing',
      async () => table('links').insert({ ...(await table('links').first()), source_id: nowhere }),
      /delivery_links z.*1 rows/,
    ],
    [
      'lost periods',
      async () =>
        table('periods')
          .where({ snapshot_id: await snapshotId() })
          .del(),
      /periods .* lack/,
    ],
    [
      'a period with another value',
      async () =>
        table('periods')
          .where({ snapshot_id: await snapshotId(), value: 'expired' })
          .update({ value: 'unknown' }),
      /periods .* have from 2024-02-01 unknown/,
    ],
    [
      'a period with other reasons',
      async () =>
        table('periods')
          .where({ snapshot_id: await snapshotId() })
          .update({ members: ',"status":{"code":1' }),
      /periods .* have/,
    ],
    [
      'a period of nothing',
      () => table('periods').insert({ snapshot_id: 987654, from_day: '', value: 'expired', members: '', fill: '' }),
      /delivery_periods 987654: has 1 rows/,
    ],
    [
      'a facet that ends on another day',
      async () =>
        table('dated_facets').where({ document_id: old, value: 'in-force' }).update({ until_day: '2024-03-01' }),
      /periods .* have .*in-force.*2024-03-01/,
    ],
    [
      'a facet of another document',
      async () => table('dated_facets').where({ document_id: old }).update({ document_id: nowhere }),
      /periods .* lack/,
    ],
    [
      'a facet of nothing',
      async () =>
        table('dated_facets').insert({ ...(await table('dated_facets').first()), snapshot_id: 987654, value: 'x' }),
      /delivery_dated_facets 987654: has 1 rows/,
    ],
  ])('is compared with content: %s is found, and mended by a rebuild', async (_name, damage, report) => {
    expect(await differences()).toEqual([]);
    await damage();
    expect((await differences()).filter((line) => report.test(line))).not.toEqual([]);
    await app.strapi.plugin('delivery').service<{ all(): Promise<unknown> }>('rebuild').all();
    expect(await differences()).toEqual([]);
  });
});
