import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Core } from '@strapi/strapi';
import { openPostgres, type ReadConnection } from '../../src/plugins/delivery/server/src/reader/connection';
import { openPostgres as openVotes } from '../../src/plugins/ratings/server/src/store/postgres';
import { tablesOf } from '../../src/plugins/ratings/server/src/store/tables';
import { eventually } from '../support/eventually';
import { testClient } from '../support/test-database';

const describeOnPostgres = testClient() === 'postgres' ? describe : describe.skip;
const ADDRESS = new URL(process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres');

const SLOW = { sql: 'SELECT 1 AS one FROM pg_sleep(20)', values: [] };
const ONE = { sql: 'SELECT 1 AS one', values: [] };

/** What a host sees when its database fails over, or a cable is pulled: no word of farewell. */
describeOnPostgres('connections that are lost while they are asked', () => {
  let proxy: Server;
  let reads: ReadConnection;
  let votes: ReturnType<typeof openVotes>;
  const sockets = new Set<Socket>();

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
    reads = openPostgres({ connectionString: through.href, max: 2 }, () => undefined);
    const strapi = {
      config: { get: () => ({ connectionString: through.href }) },
      log: { warn: () => undefined },
    } as unknown as Core.Strapi;
    votes = openVotes(strapi, tablesOf('postgres'));
  });

  afterAll(async () => {
    await reads.close();
    await votes.close();
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
    [
      'of a vote',
      () =>
        votes.write(function* () {
          yield SLOW;
        }),
    ],
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
    // The other connections notice in their own time.
    const again = await eventually(
      () => Promise.all([reads.all({ ...ONE, isByIndex: true }), votes.read(ONE)]).catch(() => null),
      (answers) => answers !== null,
    );
    expect(again).toEqual([[{ one: 1 }], [{ one: 1 }]]);
  });

  it('leave no setting behind', async () => {
    const setting = { sql: "SELECT current_setting('enable_seqscan') AS value", values: [] };
    expect(await reads.all({ ...setting, isByIndex: true })).toEqual([{ value: 'off' }]);
    await expect(reads.all({ sql: 'SELECT 1 / 0', values: [], isByIndex: true })).rejects.toThrow('division by zero');
    expect(await Promise.all([reads.all(setting), reads.all(setting)])).toEqual([[{ value: 'on' }], [{ value: 'on' }]]);
  });
});
