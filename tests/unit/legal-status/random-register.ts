import fc from 'fast-check';
import type { LegalEffect, RegisterDocument, RelationType } from '../../../src/plugins/gazette/server/src/legal-status';

/** A small register in which everything may bear on everything. */
export interface SmallRegister {
  documents: RegisterDocument[];
  effects: LegalEffect[];
}

/** Every day that matters, in order, over the end of a month: dates are drawn from inner ones, so the first stands before and the last after all. */
export const DAYS = Array.from({ length: 14 }, (_, index) =>
  new Date(Date.UTC(2024, 1, 23 + index)).toISOString().slice(0, 10),
);

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SCOPES = ['Điều 1', 'điều  1', 'Điều 2', ' ', null, null];
/** Twice the types that bear on each other. */
const TYPES: RelationType[] = [
  'replaces',
  'repeals',
  'suspends',
  'suspends',
  'resumes',
  'resumes',
  'extends',
  'extends',
  'amends',
];

const day = fc.constantFrom(...DAYS.slice(2, -3));
/** Most documents begin early, so that something can happen to them. */
const early = fc.constantFrom(...DAYS.slice(1, 4));
const dayOrNull = fc.option(day, { nil: null, freq: 2 });

const documentWith = (id: string) =>
  fc.record({
    id: fc.constant(id),
    issuedOn: fc.option(early, { nil: null, freq: 9 }),
    effectiveFrom: fc.option(fc.oneof(early, day), { nil: null, freq: 2 }),
    effectiveTo: dayOrNull,
    normative: fc.constantFrom(false, false, false, true),
    obsolete: fc.constantFrom(...Array<boolean>(9).fill(false), true),
  });

const effectAmong = (ids: string[], targets: string[], types: RelationType[]) =>
  fc.record({
    source: fc.constantFrom(...ids, 'unpublished'),
    target: fc.constantFrom(...targets),
    type: fc.constantFrom(...types),
    scope: fc.constantFrom(...SCOPES),
    effectiveOn: dayOrNull,
    until: dayOrNull,
  });

const registerAmong = (ids: string[], effects: fc.Arbitrary<LegalEffect[]>): fc.Arbitrary<SmallRegister> =>
  fc.record({ documents: fc.tuple(...ids.map(documentWith)), effects });

/** Registers with circles, self-relations, scopes, missing dates and contradictions; much of it happens to one document. */
export const smallRegister: fc.Arbitrary<SmallRegister> = registerAmong(
  IDS,
  fc
    .tuple(
      fc.array(effectAmong(IDS, ['a', 'a', 'a', ...IDS], TYPES), { maxLength: 14 }),
      fc.array(effectAmong(IDS, IDS, ['annuls']), { maxLength: 5 }),
    )
    .map((lists) => lists.flat()),
);

const MORE_IDS = [...IDS, 'g', 'h'];

/** Registers in which everything annuls everything. */
export const annullingRegister: fc.Arbitrary<SmallRegister> = registerAmong(
  MORE_IDS,
  fc.array(effectAmong(MORE_IDS, MORE_IDS, ['annuls']), { minLength: 8, maxLength: 30 }),
);
