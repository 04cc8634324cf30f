import { z } from 'zod';
import { invalidInput } from '../errors';

/** Whose sessions an end is for: `this` one, the default, or `all` of the member. */
export const SCOPES = ['this', 'all'] as const;

export const nothing = z.strictObject({});

export const endQuery = z.strictObject({ scope: z.enum(SCOPES).default('this') });

const ALLOWED: Record<string, readonly string[]> = { scope: SCOPES };

/**
 * Reads a query or a body.
 * @param where what is read, as a message calls it: `parameter` or `field`
 * @throws ValidationError naming everything that is unknown or cannot be used
 */
export const read = <Out>(schema: z.ZodType<Out>, input: unknown, where: 'parameter' | 'field'): Out => {
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  throw invalidInput(
    result.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((path) => ({ path, message: `The ${where} "${path}" is unknown here.` }));
      const path = issue.path.join('.');
      if (path === '') return [{ path: where, message: `What is sent here must be a JSON object.` }];
      const allowed = ALLOWED[path];
      const list = allowed ? ` Allowed: ${allowed.join(', ')}.` : '';
      return [{ path, message: `The ${where} "${path}" cannot be used.${list}`, ...(allowed ? { allowed } : {}) }];
    }),
  );
};

/**
 * Reads the parameters of a query string, each as often as it is given. Strapi's parsed query leaves out what is named like
 * something that every object has.
 * @throws ValidationError as `read` does
 */
export const readQuery = <Out>(schema: z.ZodType<Out>, queryString: string): Out => {
  const parameters = new URLSearchParams(queryString);
  // Zod passes over the one name that no object it makes can carry.
  if (parameters.has('__proto__'))
    throw invalidInput([{ path: '__proto__', message: 'The parameter "__proto__" is unknown here.' }]);
  const values = [...new Set(parameters.keys())].map((name) => {
    const given = parameters.getAll(name);
    return [name, given.length > 1 ? given : given[0]];
  });
  return read(schema, Object.fromEntries(values), 'parameter');
};
