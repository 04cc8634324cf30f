import type { LegalEffect, RegisterDocument } from '../../../src/plugins/gazette/server/src/legal-status';
import type { SmallRegister } from './random-register';

/** What an onlooker would write down on one day: the status and who or what caused it (`rule|by|scope|on`). */
export interface Observation {
  code: string;
  because: string[];
}

const isWhole = ({ scope }: LegalEffect): boolean => scope === null || scope.trim() === '';
const partOf = ({ scope }: LegalEffect): string => (scope ?? '').toLowerCase().split(' ').filter(Boolean).join(' ');
const written = (rule: string, { source, scope }: LegalEffect, on: string | null): string =>
  `${rule}|${source}|${(scope ?? '').trim()}|${on ?? ''}`;
const inOrder = (...parts: (string | null)[]): string => parts.map((part) => part ?? '').join('|');

/** The annulled documents, by the definition: fixed points over a matrix of who can reach whom. */
export const annulledIn = ({ documents, effects }: SmallRegister): Set<string> => {
  const ids = documents.map(({ id }) => id);
  const attacks = (a: string, b: string): boolean =>
    a !== b && effects.some((e) => e.type === 'annuls' && isWhole(e) && e.source === a && e.target === b);
  const standing = new Set<string>();
  const fallen = new Set<string>();
  const undecided = (): string[] => ids.filter((id) => !standing.has(id) && !fallen.has(id));
  while (undecided().length > 0) {
    const before = undecided().length;
    for (const id of undecided()) {
      const attackers = ids.filter((other) => attacks(other, id));
      if (attackers.some((other) => standing.has(other))) fallen.add(id);
      else if (attackers.every((other) => fallen.has(other))) standing.add(id);
    }
    if (undecided().length < before) continue;
    const left = undecided();
    const reaches = new Set(left.flatMap((a) => left.filter((b) => attacks(a, b)).map((b) => `${a}>${b}`)));
    for (const middle of left)
      for (const a of left)
        for (const b of left)
          if (reaches.has(`${a}>${middle}`) && reaches.has(`${middle}>${b}`)) reaches.add(`${a}>${b}`);
    for (const id of left)
      if (left.every((other) => !reaches.has(`${other}>${id}`) || reaches.has(`${id}>${other}`))) standing.add(id);
  }
  return fallen;
};

/**
 * Lives through all days, in order, from one before all others to the last, with a notebook, instead of asking for each day what holds: on its
 * day, each act changes the notebook; then the page says what the status is.
 */
export const replay = (subject: RegisterDocument, register: SmallRegister, days: readonly string[]): Observation[] => {
  const annulled = annulledIn(register);
  const dayOf = ({ effectiveOn, source }: LegalEffect): string | null => {
    const acting = register.documents.find(({ id }) => id === source);
    return effectiveOn ?? acting?.effectiveFrom ?? (acting?.normative ? null : (acting?.issuedOn ?? null));
  };
  const acts = register.effects.filter(
    (e) =>
      e.target === subject.id &&
      e.source !== subject.id &&
      !annulled.has(e.source) &&
      register.documents.some(({ id }) => id === e.source),
  );
  const annulments = acts.filter((e) => e.type === 'annuls');
  const begins = subject.effectiveFrom ?? (subject.normative ? null : subject.issuedOn);
  const beginsBy = subject.effectiveFrom === null ? `issued-on|||${begins}` : `effective-from|||${begins}`;

  let last = subject.effectiveTo;
  let lastBy: LegalEffect | null = null;
  let passed: { by: LegalEffect | null; since: string } | null = null;
  const parts = new Map<string, LegalEffect>();
  let ended: { since: string; causes: string[] } | null = null;
  const partlyEnded: string[] = annulments.filter((e) => !isWhole(e)).map((e) => written('annulled', e, null));
  let suspensions: LegalEffect[] = [];

  return days.map((today) => {
    const happening = acts
      .filter((e) => dayOf(e) === today)
      .sort((a, b) => (inOrder(a.until, a.source, a.scope) < inOrder(b.until, b.source, b.scope) ? -1 : 1));
    for (const e of happening) {
      if (e.type === 'extends' && e.until !== null) {
        if (isWhole(e)) [last, lastBy] = [e.until, e];
        else parts.set(partOf(e), e);
      }
      if (e.type === 'suspends') suspensions.push(e);
      if (e.type === 'replaces' || e.type === 'repeals') {
        const line = written(e.type === 'replaces' ? 'replaced' : 'repealed', e, today);
        if (!isWhole(e)) partlyEnded.push(line);
        else if (ended === null || ended.since === today)
          ended = { since: today, causes: [...(ended?.causes ?? []), line] };
      }
    }
    for (const e of happening.filter(({ type }) => type === 'resumes'))
      suspensions = suspensions.filter((s) => !(isWhole(e) || (!isWhole(s) && partOf(s) === partOf(e))));
    suspensions = suspensions.filter(({ until }) => until === null || until >= today);

    if (last === null || today <= last) passed = null;
    else if (passed === null || passed.by !== lastBy) passed = { by: lastBy, since: today };

    const livingParts = [...parts.values()]
      .filter(({ until }) => (until ?? '') >= today)
      .map((e) => written('extended', e, dayOf(e)));
    const passedBy = passed === null ? [] : [`effective-to|${passed.by?.source ?? ''}||${passed.since}`];
    const page = (code: string, because: string[]): Observation => ({ code, because: [...new Set(because)].sort() });

    const wholly = annulments.filter(isWhole);
    if (wholly.length > 0)
      return page(
        'expired',
        wholly.map((e) => written('annulled', e, null)),
      );
    const timeIsUp = passed !== null && livingParts.length === 0;
    if (ended !== null || timeIsUp) {
      const sinceEnd = ended?.since ?? '9';
      const sincePassed = timeIsUp ? (passed?.since ?? '9') : '9';
      return page('expired', [
        ...(sinceEnd <= sincePassed ? (ended?.causes ?? []) : []),
        ...(sincePassed <= sinceEnd ? passedBy : []),
      ]);
    }
    if (begins !== null && today < begins) return page('not-yet-in-force', [beginsBy]);
    if (subject.obsolete === true) return page('obsolete', ['obsolete|||']);
    if (begins === null) return page('unknown', [subject.issuedOn === null ? 'no-dates|||' : 'no-effective-from|||']);
    const whole = suspensions.filter(isWhole);
    if (whole.length > 0)
      return page(
        'suspended',
        whole.map((e) => written('suspended', e, dayOf(e))),
      );
    if (suspensions.length > 0)
      return page(
        'partly-suspended',
        suspensions.map((e) => written('suspended', e, dayOf(e))),
      );
    if (passed !== null) return page('partly-expired', [...passedBy, ...livingParts, ...partlyEnded]);
    if (partlyEnded.length > 0) return page('partly-expired', partlyEnded);
    return page('in-force', [
      beginsBy,
      ...(lastBy === null ? [] : [written('extended', lastBy, dayOf(lastBy))]),
      ...livingParts,
    ]);
  });
};
