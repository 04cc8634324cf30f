import type { LegalEffect, RegisterDocument, RelationType } from '../../../src/plugins/gazette/server/src/legal-status';

/** A published document that is issued, and takes effect, on the second day of 2020 unless told otherwise. */
export const document = (id: string, dates: Partial<RegisterDocument> = {}): RegisterDocument => ({
  id,
  issuedOn: '2020-01-02',
  effectiveFrom: null,
  effectiveTo: null,
  normative: false,
  ...dates,
});

/** `source` acts on `target`, as a whole and on the day on which `source` takes effect, unless told otherwise. */
export const effect = (
  source: string,
  type: RelationType,
  target: string,
  details: Partial<LegalEffect> = {},
): LegalEffect => ({ source, type, target, scope: null, effectiveOn: null, until: null, ...details });
