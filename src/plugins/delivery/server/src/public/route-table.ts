import { PublicError } from '../errors';
import type { Describe } from '../description/tools';
import type { Handler } from '../http/answer';

/** One public address: `path` is below the API's prefix, with `:name` for a part that varies. */
export interface PublicRoute {
  path: string;
  handler: Handler;
  /** What the API's description says of it. */
  describe: Describe;
  /** The method that it takes besides OPTIONS; GET, with HEAD, by default. */
  method?: 'GET' | 'POST';
  /** True where every method gets the handler's answer, an error that explains itself; otherwise GET, HEAD and OPTIONS only. */
  anyMethod?: boolean;
}

export interface RouteMatch {
  route: TableRoute;
  params: Record<string, string>;
}

/** An address that is kept free, and answers that it is not built. No description has it. */
export type TableRoute = Omit<PublicRoute, 'describe'> & { describe: Describe | null };

/** The public addresses of this host, from every plugin that has some. Complete when the last plugin has registered. */
export interface RouteTable {
  add(route: PublicRoute): void;
  /** An address that the API describes and this release does not serve: 404 with its name. */
  reserve(path: string): void;
  all(): TableRoute[];
  /** @throws PublicError 400 where a part of the path is not valid percent-encoding */
  match(path: string): RouteMatch | null;
}

const segmentsOf = (path: string): string[] => path.replace(/^\//, '').replace(/\/$/, '').split('/');

const decode = (segment: string): string => {
  if (!segment.includes('%')) return segment;
  const refuse = (reason: string) =>
    new PublicError(400, 'ValidationError', `The address part "${segment}" ${reason}.`, { path: segment });
  let decoded: string;
  try {
    decoded = decodeURIComponent(segment);
  } catch {
    throw refuse('is not valid percent-encoding');
  }
  // PostgreSQL has no text that holds a NUL.
  if (decoded.includes('\0')) throw refuse('holds a NUL character (%00)');
  return decoded;
};

interface Compiled {
  route: TableRoute;
  segments: string[];
  /** The names of its variable parts, and which parts they are. */
  variables: [name: string, index: number][];
}

export const createRouteTable = (): RouteTable => {
  // Grouped by their first part and the number of parts: a match looks at a handful of routes.
  const groups = new Map<string, Compiled[]>();
  const groupOf = (segments: readonly string[]) => `${segments.length} ${segments[0] ?? ''}`;
  const routes: TableRoute[] = [];

  const add = (route: TableRoute) => {
    if (routes.some(({ path }) => path === route.path))
      throw new Error(`The public address ${route.path} is defined twice.`);
    routes.push(route);
    const segments = segmentsOf(route.path);
    if (segments[0]?.startsWith(':')) throw new Error(`The public address ${route.path} begins with a variable part.`);
    const group = groups.get(groupOf(segments)) ?? [];
    // Fixed parts beat variable ones: /documents/lookup before /documents/:id.
    const variables = segments.flatMap((part, index): Compiled['variables'] =>
      part.startsWith(':') ? [[part.slice(1), index]] : [],
    );
    group.push({ route, segments, variables });
    group.sort((a, b) => a.variables.length - b.variables.length);
    groups.set(groupOf(segments), group);
  };

  return {
    add,
    reserve: (path) =>
      add({
        path,
        describe: null,
        anyMethod: true,
        handler: async () => {
          throw new PublicError(404, 'NotFoundError', `${path} is described in the API but not built yet.`, { path });
        },
      }),
    all: () => routes,
    match(path) {
      const parts = segmentsOf(path);
      const found = groups
        .get(groupOf(parts))
        ?.find(({ segments }) =>
          segments.every((segment, index) => segment.startsWith(':') || segment === parts[index]),
        );
      if (!found) return null;
      const params: RouteMatch['params'] = {};
      for (const [name, index] of found.variables) params[name] = decode(parts[index] ?? '');
      return { route: found.route, params };
    },
  };
};
