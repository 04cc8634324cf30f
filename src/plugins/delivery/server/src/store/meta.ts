import { placeholders, rows, run, type Tables, type Transaction } from './tables';

export const readMeta = async (trx: Transaction, t: Tables, name: string): Promise<string | null> => {
  const [row] = await rows<{ value: string }>(trx, `SELECT value FROM ${t.meta} WHERE name = ?`, [name]);
  return row?.value ?? null;
};

export const writeMeta = (trx: Transaction, t: Tables, name: string, value: string): Promise<void> =>
  run(
    trx,
    `INSERT INTO ${t.meta} (name, value) VALUES ${placeholders(1, 2)}
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [name, value],
  );
