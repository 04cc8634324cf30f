import type { Context } from 'koa';

type Origins = string | readonly string[] | null | undefined;

/** What `strapi::cors` is told; ratings obey the same settings. */
export interface CorsSettings {
  origin?: Origins | ((ctx: Context) => Origins | Promise<Origins>);
  expose?: string | readonly string[];
  headers?: string | readonly string[];
  credentials?: boolean;
  maxAge?: number;
}

/** Everything that an answer may say to a page of another origin. */
export const CORS_HEADERS = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
] as const;

const listOf = (value: Origins, fallback: readonly string[]): readonly string[] => {
  if (value === null || value === undefined) return fallback;
  return typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value;
};

const DAY_SECONDS = 86_400;

/** What pages of an origin may do here. */
export interface OriginRights {
  /** Named by the settings; `*` names nobody. */
  isNamed: boolean;
  headers: Record<string, string>;
}

export interface Cors {
  rightsOf(ctx: Context): Promise<OriginRights>;
  /** Headers of the answer to a preflight, besides those of any answer. */
  preflight(methods: string): Record<string, string>;
}

/**
 * Where all origins are allowed, none may send a cookie: a page of any site could vote as its reader. Origins that are
 * named may.
 */
export const createCors = (settings: CorsSettings): Cors => {
  const exposed = listOf(settings.expose, ['ETag', 'Retry-After']).join(', ');
  const named = (origin: string): Record<string, string> => ({
    'Access-Control-Allow-Origin': origin,
    ...(settings.credentials === false ? {} : { 'Access-Control-Allow-Credentials': 'true' }),
    'Access-Control-Expose-Headers': exposed,
  });
  return {
    async rightsOf(ctx): Promise<OriginRights> {
      const configured = typeof settings.origin === 'function' ? await settings.origin(ctx) : settings.origin;
      const origins = listOf(configured, ['*']);
      const origin = ctx.get('Origin');
      const isNamed = origin !== '' && origin !== '*' && origins.includes(origin);
      if (origins.includes('*'))
        return {
          isNamed,
          headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': exposed },
        };
      const headers: Record<string, string> = isNamed ? named(origin) : {};
      return { isNamed, headers: { ...headers, Vary: 'Origin' } };
    },
    preflight: (methods) => ({
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': listOf(settings.headers, [
        'Content-Type',
        'Authorization',
        'Accept',
        'If-None-Match',
        'X-Voter-Token',
      ]).join(', '),
      'Access-Control-Max-Age': String(settings.maxAge ?? DAY_SECONDS),
    }),
  };
};

/** The settings that the host gives `strapi::cors`. */
export const corsSettingsIn = (middlewares: readonly unknown[]): CorsSettings => {
  const entry = middlewares.find(
    (one): one is { name: string; config?: CorsSettings } =>
      typeof one === 'object' && one !== null && 'name' in one && one.name === 'strapi::cors',
  );
  return entry?.config ?? {};
};
