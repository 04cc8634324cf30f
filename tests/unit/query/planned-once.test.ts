import Database from 'better-sqlite3';
import { plannedOnce } from '../../../src/plugins/delivery/server/src/reader/connection';

/** A statement that takes a hundred times longer to plan than to run: nothing of its parts is looked for. */
const PART = `SELECT ${Array.from({ length: 100 }, (_, index) => `abs(random()) + ${index}`).join(', ')} WHERE abs(random()) < 0`;
const LONG = `SELECT 1 FROM (${Array.from({ length: 100 }, () => PART).join(' UNION ALL ')}) q LIMIT ?`;

/** How long it takes to ask a prepared statement five times, in milliseconds. */
const timeOf = (sql: string): number => {
  const database = new Database(':memory:');
  const statement = database.prepare<unknown[]>(sql);
  const values = [20];
  statement.all(...values);
  const start = performance.now();
  for (let round = 0; round < 5; round += 1) statement.all(...values);
  const time = performance.now() - start;
  database.close();
  return time;
};

describe('statements are planned once, whatever values they are asked with', () => {
  // SQLite does not tell when it plans: the time does, and here it differs by the plan alone.
  test('SQLite plans one with a bare parameter in LIMIT anew, and the same one as the reader sends it does not', () => {
    expect(timeOf(plannedOnce(LONG))).toBeLessThan(timeOf(LONG) / 3);
  });

  test.each([
    ['SELECT id FROM items WHERE list = ? LIMIT ? OFFSET ?', 'SELECT id FROM items WHERE list = ? LIMIT +? OFFSET ?'],
    ['SELECT * FROM (SELECT 1 LIMIT ?) q LIMIT ?', 'SELECT * FROM (SELECT 1 LIMIT +?) q LIMIT +?'],
    ['SELECT 1 LIMIT 1', 'SELECT 1 LIMIT 1'],
  ])('%s', (sql, sent) => {
    expect(plannedOnce(sql)).toBe(sent);
  });
});
