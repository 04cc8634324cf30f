import type { Known, RegisterReader } from '@gazette/delivery/strapi-server';
import type { Language } from '../errors';
import {
  circlesThrough,
  documentProblems,
  loadRegister,
  statusIntervals,
  type Interval,
  type ProblemCode,
} from '../legal-status';
import { reasonLabel, statusLabel } from '../presenters/labels';
import { textOrNull } from '../presenters/values';
import { registerStore } from './legal-links';
import { problemText } from './problem-texts';

/** A document of the register as editors are shown it. */
export interface NamedDocument {
  documentId: string;
  collection: string;
  symbol: string;
}

export interface StatusOfDay {
  code: string;
  label: string;
  /** The first day, YYYY-MM-DD; null for ever before. */
  from: string | null;
  because: { label: string; on: string | null; scope: string | null; by: NamedDocument | null }[];
}

/** What the register says of one published document, and what in it contradicts itself. */
export interface StatusInspection {
  today: StatusOfDay;
  /** What follows, in order of day. */
  later: StatusOfDay[];
  problems: { code: ProblemCode; text: string; documents: NamedDocument[] }[];
}

const nameOf = ({ reference }: Known): NamedDocument => ({
  documentId: reference.documentId,
  collection: reference.collection,
  symbol: textOrNull(reference.symbol) ?? reference.slug,
});

/**
 * @param day YYYY-MM-DD
 * @returns null where the document is not published, and so not in the register
 */
export const inspectStatus = async (
  documentId: string,
  register: RegisterReader,
  day: string,
  language: Language,
): Promise<StatusInspection | null> => {
  const store = registerStore(register);
  const loaded = await loadRegister([documentId], store);
  const document = loaded.document(documentId);
  if (!document) return null;
  const intervals = statusIntervals(document, loaded);
  const found = [...documentProblems(document, loaded), ...(await circlesThrough(documentId, store))];

  const named = new Set([
    ...found.flatMap(({ by, documents }) => (by === null ? documents : [...documents, by])),
    ...intervals.flatMap(({ because }) => because.flatMap(({ by }) => by ?? [])),
  ]);
  const known = await register.known([...named]);
  const documentOf = (id: string | null): NamedDocument | null => {
    const one = id === null ? undefined : known.get(id);
    return one ? nameOf(one) : null;
  };
  const present = ({ from, code, because }: Interval): StatusOfDay => ({
    code,
    label: statusLabel(code, language),
    from,
    because: because.map(({ rule, on, scope, by }) => ({
      label: reasonLabel(rule, language),
      on,
      scope,
      by: documentOf(by),
    })),
  });

  const now = intervals.findIndex(({ until }) => until === null || day < until);
  const [today, ...later] = intervals.slice(now).map(present);
  if (!today) throw new Error(`The register has no status of ${documentId} for ${day}.`);
  return {
    today,
    later,
    problems: found.map((problem) => ({
      code: problem.code,
      text: problemText(problem, (id) => documentOf(id)?.symbol ?? id)[language],
      // The document at hand needs no link to itself.
      documents: [...new Set([...problem.documents, ...(problem.by === null ? [] : [problem.by])])].flatMap((id) =>
        id === documentId ? [] : (documentOf(id) ?? []),
      ),
    })),
  };
};
