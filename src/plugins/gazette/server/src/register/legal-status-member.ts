import type { z } from 'zod';
import type { DatedMember, Known, Period, RegisterReader } from '@gazette/delivery/strapi-server';
import {
  affectedBy,
  annulmentsIn,
  loadRegister,
  statusIntervals,
  STATUS_CODES,
  type Interval,
  type Reason,
  type StatusCode,
} from '../legal-status';
import { LEGAL_FORCE } from '../presenters/document-json-ld';
import { reasonLabel, statusLabel } from '../presenters/labels';
import { statusSchema, type reasonSchema } from '../presenters/schemas';
import { registerStore } from './legal-links';

/** The public JSON of the legal status on a day; delivery adds `asOf`. */
export type PublicStatus = z.infer<typeof statusSchema>;

export type PublicReason = z.infer<typeof reasonSchema>;

/** The statuses in the words of https://schema.org/LegalForceStatus; what is not known is left open. */
const FORCE: Partial<Record<StatusCode, string>> = {
  'in-force': 'InForce',
  'partly-expired': 'PartiallyInForce',
  'partly-suspended': 'PartiallyInForce',
  expired: 'NotInForce',
  'not-yet-in-force': 'NotInForce',
  suspended: 'NotInForce',
  obsolete: 'NotInForce',
};

type KnownDocuments = ReadonlyMap<string, Known>;

const presentReason = ({ rule, on, scope, by }: Reason, known: KnownDocuments, locale: string): PublicReason => {
  const acting = by === null ? undefined : known.get(by)?.reference;
  return {
    rule,
    label: reasonLabel(rule, locale),
    on,
    scope,
    by: acting
      ? {
          documentId: acting.documentId,
          collection: acting.collection,
          slug: acting.slug,
          symbol: typeof acting.symbol === 'string' ? acting.symbol : null,
        }
      : null,
  };
};

const periodOf = ({ from, until, code, because }: Interval, known: KnownDocuments): Period => ({
  from,
  until,
  value: code,
  label: (locale) => statusLabel(code, locale),
  fill: FORCE[code] && `"legislationLegalForce":${JSON.stringify(`https://schema.org/${FORCE[code]}`)}`,
  present: (locale): PublicStatus => ({
    code,
    label: statusLabel(code, locale),
    because: because.map((reason) => presentReason(reason, known, locale)),
  }),
});

const periods = async (changed: readonly string[], register: RegisterReader): Promise<Map<string, Period[]>> => {
  const store = registerStore(register);
  const affected = await affectedBy(changed, store);
  const loaded = await loadRegister(affected, store);
  const annulments = annulmentsIn(loaded);
  const intervals = affected.flatMap((id): [string, Interval[]][] => {
    const document = loaded.document(id);
    return document ? [[id, statusIntervals(document, loaded, annulments)]] : [];
  });
  const acting = new Set(
    intervals.flatMap(([, all]) => all.flatMap(({ because }) => because.flatMap(({ by }) => by ?? []))),
  );
  const known = await register.known([...acting]);
  return new Map(intervals.map(([id, all]) => [id, all.map((interval) => periodOf(interval, known))]));
};

/** What is in force (tình trạng hiệu lực): `status` of official documents, never typed in. */
export const legalStatus: DatedMember = {
  name: 'status',
  values: STATUS_CODES,
  schema: statusSchema,
  placeholder: LEGAL_FORCE,
  periods,
};
