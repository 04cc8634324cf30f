import type { Core } from '@strapi/strapi';
import type { CollectionRegistry } from '../collections/registry';
import { readSite } from '../projection/site';
import { tellTurns } from '../projection/tell-turns';
import { dayOf } from '../query/time-ranges';
import { CountDelta } from '../store/counts';
import { lockPublishing } from '../store/lock';
import { readMeta, writeMeta } from '../store/meta';
import { turnsBetween } from '../store/periods';
import { inTransaction, tablesFor } from '../store/tables';

/** The day up to which the log tells what the passing of days has changed. */
const TOLD_UNTIL = 'days-told-until';

/**
 * Tells the log of the items for which another period has begun since it was last told: what they show has changed without
 * anyone publishing. Answers need no telling, since they are read for their day. Once, however many instances run.
 * @returns how many items
 */
export const turnDay = (strapi: Core.Strapi, registry: CollectionRegistry, now = new Date()): Promise<number> =>
  inTransaction(strapi, async (trx) => {
    const t = tablesFor(strapi);
    await lockPublishing(trx, t);
    const today = dayOf(now);
    const told = await readMeta(trx, t, TOLD_UNTIL);
    if (told !== null && told >= today) return 0;
    await writeMeta(trx, t, TOLD_UNTIL, today);
    // Without a beginning there is nothing that readers could have seen otherwise.
    if (told === null) return 0;
    const turns = await turnsBetween(trx, t, told, today);
    const { addresses } = await readSite(strapi);
    await tellTurns(trx, t, turns, { addresses, now });
    const counts = new CountDelta();
    for (const { collection, locale } of turns)
      for (const list of registry.listsOf(collection)) counts.touch(list, locale);
    await counts.store(trx, t);
    return turns.length;
  });
