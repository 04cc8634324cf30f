import type { Core } from '@strapi/strapi';
import { claim, releaseAllBut, takenLike } from '../store/reservations';
import { inTransaction, tablesFor } from '../store/tables';

/** Who wants a name, and in which scope it must be the only one. */
export interface Claimant {
  /** For example `slug:articles`. */
  scope: string;
  /** '' where the name holds for all locales. */
  locale: string;
  documentId: string;
}

/** Names that only one document may carry, safe under concurrency: a unique key decides, not a look beforehand. */
export interface Reservations {
  /** Takes a name. @returns null, or the documentId of the other document that has it */
  claim(claimant: Claimant, name: string): Promise<string | null>;
  /** Takes `base`, or else the first free one of `base-2`, `base-3` ..., none longer than `maxLength`. */
  claimFirstFree(
    claimant: Claimant,
    base: string,
    options: { maxLength: number; forbidden: ReadonlySet<string> },
  ): Promise<string>;
  /** Gives back every name of the claimant in this scope and locale except those it still uses. */
  keepOnly(claimant: Claimant, names: string[]): Promise<void>;
}

/** `base-7`, with the base cut at a word where the whole would be too long. */
const numbered = (base: string, number: number, maxLength: number): string => {
  const suffix = `-${number}`;
  const room = maxLength - suffix.length;
  const cut = base.length <= room ? base : base.slice(0, room).replace(/-[^-]*$/, '') || base.slice(0, room);
  return `${cut}${suffix}`;
};

export const createReservations = ({ strapi }: { strapi: Core.Strapi }): Reservations => {
  const tryClaim = (claimant: Claimant, name: string) =>
    inTransaction(strapi, async (trx) => {
      const holder = await claim(trx, tablesFor(strapi), { ...claimant, reserved: name });
      return holder === claimant.documentId ? null : holder;
    });

  return {
    claim: tryClaim,
    claimFirstFree: (claimant, base, { maxLength, forbidden }) =>
      inTransaction(strapi, async (trx) => {
        if (!forbidden.has(base) && (await tryClaim(claimant, base)) === null) return base;
        const taken = await takenLike(trx, tablesFor(strapi), claimant.scope, claimant.locale, base);
        for (let number = 2; ; number += 1) {
          const name = numbered(base, number, maxLength);
          if (taken.has(name) || forbidden.has(name)) continue;
          if ((await tryClaim(claimant, name)) === null) return name;
        }
      }),
    keepOnly: (claimant, names) =>
      inTransaction(strapi, (trx) => releaseAllBut(trx, tablesFor(strapi), claimant, names)),
  };
};
