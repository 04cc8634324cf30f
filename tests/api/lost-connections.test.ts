import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { openPostgres, type ReadConnection } from '../../src/plugins/delivery/server/src/reader/connection';
import { testClient } from '../support/test-database';

const describeOnPostgres = testClient() === 'postgres' ? describe : describe.skip;
const ADDRESS = new URL(process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres');

const SLOW = { sql: 'SELECT 1 AS one FROM pg_sleep(20)', values: [] };
const ONE = { sql: 'SELECT 1 AS one', values: [] };

/** What a host sees when its database fails over, or a cable is pulled: no word of farewell. */
describeOnPostgres('connections for public reads that are lost while they are asked', () => {
  let proxy: Server;
  let reads: ReadConnection;
  const sockets = new Set<Socket>();
  const errors: Error[] = [];

  beforeAll(async () => {
    proxy = createServer((client) => {
      const server = connect(Number(ADDRESS.port || 5432), ADDRESS.hostname);
      for (const [from, to] of [
        [client, server],
        [server, client],
      ] as const) {
        sockets.add(from);
        from.on('error', () => undefined).pipe(to);
      }
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const through = new URL(ADDRESS);
    through.hostname = '127.0.0.1';
    through.port = String((proxy.address() as AddressInfo).port);
    reads = openPostgres({ connectionString: through.href, max: 2 }, (error) => errors.push(error));
  });

  afterAll(async () => {
    await reads.close();
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });

  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };

  it.each([
    ['of a list', () => reads.all(SLOW)],
    ['of a search', () => reads.all({ ...SLOW, isByIndex: true })],
    ['of an export', () => reads.linesBehind(ONE, () => ({ ...SLOW, sql: SLOW.sql.replace('1 AS', "'{}' AS") }))],
  ])('fail what was asked of them, and nothing else: %s', async (_name, ask) => {
    expect(await reads.all(ONE)).toEqual([{ one: 1 }]);
    const asked = ask().then(
      () => 'answered',
      () => 'failed',
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    cut();
    expect(await asked).toBe('failed');
    expect(await reads.all({ ...ONE, isByIndex: true })).toEqual([{ one: 1 }]);
  });

  it('leave no setting behind', async () => {
    const setting = { sql: "SELECT current_setting('enable_seqscan') AS value", values: [] };
    expect(await reads.all({ ...setting, isByIndex: true })).toEqual([{ value: 'off' }]);
    await expect(reads.all({ sql: 'SELECT 1 / 0', values: [], isByIndex: true })).rejects.toThrow('division by zero');
    expect(await Promise.all([reads.all(setting), reads.all(setting)])).toEqual([[{ value: 'on' }], [{ value: 'on' }]]);
  });
});
