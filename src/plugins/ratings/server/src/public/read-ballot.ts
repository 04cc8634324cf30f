import { z } from 'zod';
import { invalid, type Fault } from '../errors';
import { SCORES, type Score } from '../votes/ballot';

/** What is sent as a vote. */
export const ballot = z.strictObject({ score: z.literal(SCORES) });

const SENTENCE = 'score must be one of the whole numbers 1, 2, 3, 4, 5.';

const unknownField = (name: string): Fault => ({
  path: [name],
  message: `"${name}" is no field of a vote. Allowed: score.`,
  allowed: ['score'],
});

const faultOf = (issue: z.core.$ZodIssue): Fault[] => {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(unknownField);
  if (issue.path.length === 0)
    return [{ path: [], message: 'The body must be an object: {"score": 1} to {"score": 5}.' }];
  return [{ path: issue.path.map(String), message: SENTENCE, allowed: SCORES }];
};

/** The score of a body. @throws RatingError 400 naming each fault */
export const readBallot = (body: unknown): Score => {
  // Zod passes over the one name that no object it makes can carry.
  if (typeof body === 'object' && body !== null && Object.hasOwn(body, '__proto__'))
    throw invalid([unknownField('__proto__')]);
  const result = ballot.safeParse(body);
  if (result.success) return result.data.score;
  throw invalid(result.error.issues.flatMap(faultOf));
};

/** The parameters of a query string: `locale`, whose slugs are meant. @throws RatingError 400 for any other, or a doubled one */
export const readLocale = (queryString: string): string | undefined => {
  const parameters = new URLSearchParams(queryString);
  const faults: Fault[] = [...new Set(parameters.keys())].flatMap((name): Fault[] => {
    if (name !== 'locale')
      return [{ path: [name], message: `${name} is not a parameter here. Allowed: locale.`, allowed: ['locale'] }];
    return parameters.getAll(name).length > 1 ? [{ path: [name], message: 'locale may be given once.' }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
  return parameters.get('locale') ?? undefined;
};
