import { actsOn, firstDay, isDated, type Act, type DatedAct } from './acts';
import { annulmentsIn, type Annulments } from './annulments';
import type { Problem, ProblemCode } from './problem-types';
import { STATUS_TYPES } from './relation-types';
import { scopeOf } from './scope';
import { hasDays } from './spans';
import { resumes, suspensionsIn } from './suspensions';
import type { Register, RegisterDocument } from './types';
import { endOf, wholeTerms } from './validity';

/**
 * What contradicts itself, or is missing, in what decides the status of one document. Circles of replacements and
 * repeals take more than one document's data: see `endingCircles`.
 *
 * @param register as for `statusIntervals`
 */
export const documentProblems = (
  document: RegisterDocument,
  register: Register,
  annulments: Annulments = annulmentsIn(register),
): Problem[] => {
  const { id } = document;
  const acts = actsOn(id, register, annulments, STATUS_TYPES);
  const dated = acts.filter(isDated);
  return [
    ...ownDates(document),
    ...circle(id, annulments),
    ...relationsToItself(id, register),
    ...acts.filter((act) => act.on === null && act.type !== 'annuls').map(problem('effect-without-day', id)),
    ...dated.filter((act) => endsBeforeIssue(act, document)).map(problem('ended-before-issued', id)),
    ...extensions(document, dated),
    ...suspensions(id, dated),
    ...resumptions(id, dated),
  ];
};

const problem =
  (code: ProblemCode, target: string) =>
  ({ source, type, scope, on }: Act): Problem => ({ code, documents: [target], by: source, type, scope, on });

const ownDates = (document: RegisterDocument): Problem[] => {
  const { id, effectiveTo } = document;
  const first = firstDay(document);
  if (first === null || effectiveTo === null || effectiveTo >= first) return [];
  return [{ code: 'ends-before-it-begins', documents: [id], by: null, type: null, scope: null, on: effectiveTo }];
};

const circle = (id: string, annulments: Annulments): Problem[] => {
  const members = annulments.circleOf(id);
  if (members.length === 0) return [];
  return [{ code: 'annulment-circle', documents: [...members], by: null, type: 'annuls', scope: null, on: null }];
};

const relationsToItself = (id: string, register: Register): Problem[] =>
  register
    .effectsOn(id)
    .filter(({ source, type }) => source === id && STATUS_TYPES.some((known) => known === type))
    .map((effect) => problem('relation-to-itself', id)({ ...effect, scope: scopeOf(effect), on: effect.effectiveOn }));

const endsBeforeIssue = ({ type, on }: DatedAct, { issuedOn }: RegisterDocument): boolean =>
  (type === 'replaces' || type === 'repeals') && issuedOn !== null && on < issuedOn;

const extensions = (document: RegisterDocument, acts: readonly DatedAct[]): Problem[] => {
  const { id, effectiveTo } = document;
  const open = acts.filter(({ type, until }) => type === 'extends' && until === null);
  const parts = acts.filter(({ type, until, scope }) => type === 'extends' && until !== null && scope !== null);
  const terms = wholeTerms(document, acts);
  return [
    ...open.map(problem('extension-without-until', id)),
    ...(effectiveTo === null && terms.length === 1 ? parts.map(problem('extension-without-end', id)) : []),
    ...terms.flatMap(({ act, last }, index) => {
      const before = terms[index - 1];
      if (act === null || before === undefined) return [];
      if (before.last === null) return [problem('extension-without-end', id)(act)];
      const codes: ProblemCode[] = [];
      if (endOf(before) !== null) codes.push('extension-after-end');
      if (last !== null && last < before.last) codes.push('extension-shortens');
      return codes.map((code) => problem(code, id)(act));
    }),
  ];
};

const suspensions = (id: string, acts: readonly DatedAct[]): Problem[] =>
  suspensionsIn(acts)
    .filter(({ act, end }) => !hasDays({ from: act.on, until: end }))
    .map(({ act }) => problem('suspension-without-days', id)(act));

const resumptions = (id: string, acts: readonly DatedAct[]): Problem[] => {
  const all = suspensionsIn(acts);
  return acts
    .filter(({ type }) => type === 'resumes')
    .flatMap((act) => {
      const meant = all.filter((suspension) => resumes(act, suspension.act));
      if (meant.some(({ act: { on }, end }) => on <= act.on && (end === null || end >= act.on))) return [];
      const isEarly = meant.some(({ act: { on } }) => on > act.on);
      return [problem(isEarly ? 'resumption-before-suspension' : 'resumption-of-nothing', id)(act)];
    });
};
