import fc from 'fast-check';
import type { LegalEffect, RegisterDocument, RelationType } from '../../../src/plugins/gazette/server/src/legal-status';

/** A small register in which everything may bear on everything. */
export interface SmallRegister {
  documents: RegisterDocument[];
  effects: LegalEffect[];
}

const numbered = (day: number): string => `2024-02-${String(day).padStart(2, '0')}`;

/** Every day that matters: dates are drawn from the inner ones, so the first stands before and the last after them all. */
export const DAYS = Array.from({ length: 16 }, (_, index) => numbered(index + 20)).map((day) =>
  day > '2024-02-29' ? `2024-03-${String(Number(day.slice(8)) - 29).padStart(2, '0')}` : day,
);

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SCOPES = ['Điều 1', 'điều  1', 'Điều 2', ' ', null, null];
const TYPES: RelationType[] = ['replaces', 'repeals', 'annuls', 'annuls', 'suspends', 'resumes', 'extends', 'amends'];

const day = fc.constantFrom(...DAYS.slice(2, -3));
const dayOrNull = fc.option(day, { nil: null, freq: 2 });

const documentWith = (id: string) =>
  fc.record({
    id: fc.constant(id),
    issuedOn: fc.option(day, { nil: null, freq: 6 }),
    effectiveFrom: dayOrNull,
    effectiveTo: dayOrNull,
    normative: fc.boolean(),
    obsolete: fc.constantFrom(false, false, false, true),
  });

const effect = fc.record({
  source: fc.constantFrom(...IDS, 'unpublished'),
  target: fc.constantFrom(...IDS),
  type: fc.constantFrom(...TYPES),
  scope: fc.constantFrom(...SCOPES),
  effectiveOn: dayOrNull,
  until: dayOrNull,
});

/** Registers with circles, self-relations, scopes, missing dates and contradictions. */
export const smallRegister: fc.Arbitrary<SmallRegister> = fc.record({
  documents: fc.tuple(...IDS.map(documentWith)),
  effects: fc.array(effect, { maxLength: 20 }),
});
