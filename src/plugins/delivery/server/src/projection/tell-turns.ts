import { appendChanges } from '../store/changes';
import type { Turn } from '../store/periods';
import type { Tables, Transaction } from '../store/tables';
import type { Site } from './site';

/** Tells the log of snapshots that show another value of a dated member, though nothing was published of them. */
export const tellTurns = async (
  trx: Transaction,
  t: Tables,
  turns: readonly Turn[],
  { addresses, now }: { addresses: Site['addresses']; now: Date },
): Promise<void> => {
  await appendChanges(
    trx,
    t,
    turns.map((turn) => ({
      ...turn,
      at: now.toISOString(),
      event: 'updated',
      major: false,
      url: addresses.siteUrl(turn.collection, turn.locale, turn.slug),
    })),
  );
};
