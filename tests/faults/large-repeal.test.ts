import { setTimeout as wait } from 'node:timers/promises';
import { createRegister, type TestRegister } from '../api/register';
import { startApp, type TestApp } from '../support';

/** More than one transaction brings up to date. `GAZETTE_REPEALED=1000` for more. */
const REPEALED = Number(process.env.GAZETTE_REPEALED ?? 150);

interface Services {
  jobs: { list(): Promise<{ state: string }[]> };
  verify: { all(report: (difference: { where: string; what: string }) => void): Promise<number> };
}

describe('one document that repeals many others', () => {
  let app: TestApp;
  let register: TestRegister;
  const symbols: string[] = [];

  beforeAll(async () => {
    app = await startApp();
    register = await createRegister(app);
    for (let number = 1; number <= REPEALED; number += 1) {
      symbols.push(`${number}-KL/TW`);
      await register.document(`${number}-KL/TW`, { issuedOn: '2020-01-02', effectiveFrom: '2020-01-02' });
    }
  });
  afterAll(() => app.stop());

  const service = <Name extends keyof Services>(name: Name) =>
    app.strapi.plugin('delivery').service<Services[Name]>(name);

  const totals = async () => {
    const totalOf = async (status: string, day = '') =>
      (await register.get(`/documents?filters[status]=${status}${day && `&asOf=${day}`}`)).body.meta.pagination.total;
    return {
      inForce: await totalOf('in-force'),
      repealed: await totalOf('expired'),
      before: await totalOf('in-force', '2024-02-29'),
    };
  };

  const settled = async (): Promise<void> => {
    for (
      let left = 1_200;
      (await service('jobs').list()).some(({ state }) => state === 'waiting') && left > 0;
      left -= 1
    )
      await wait(100);
    const differences: string[] = [];
    await service('verify').all(({ where, what }) => differences.push(`${where}: ${what}`));
    expect(differences).toEqual([]);
  };

  const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const start = Date.now();
    const result = await work();
    process.stdout.write(`${REPEALED} documents ${what} in ${((Date.now() - start) / 1_000).toFixed(1)} s.\n`);
    return result;
  };

  it('changes the status of all of them at once, and gives it back', async () => {
    expect(await totals()).toEqual({ inForce: REPEALED, repealed: 0, before: REPEALED });
    const act = await timed('repealed', () =>
      register.document('9999-KL/TW', {
        issuedOn: '2024-03-01',
        effectiveFrom: '2024-03-01',
        relations: symbols.map((targetSymbol) => ({ type: 'repeals', targetSymbol })),
      }),
    );
    // No job needs to have run: what holds is no half of it.
    expect(await totals()).toEqual({ inForce: 1, repealed: REPEALED, before: REPEALED });
    await settled();
    expect(await totals()).toEqual({ inForce: 1, repealed: REPEALED, before: REPEALED });
    const { body } = await register.get(`/documents/lookup?symbol=${encodeURIComponent(symbols.at(-1) ?? '')}`);
    expect(body.data[0].status).toMatchObject({ code: 'expired' });

    await timed('in force again', () => register.unpublish(act));
    expect(await totals()).toEqual({ inForce: REPEALED, repealed: 0, before: REPEALED });
    await settled();
  });
});
