/** What `strapi::cors` is told; public reads obey the same settings. */
export interface CorsSettings {
  origin?: unknown;
  expose?: unknown;
  headers?: unknown;
  maxAge?: unknown;
}

const listOf = (value: unknown, fallback: string[]): string[] => {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  return typeof value === 'string' ? value.split(',').map((one) => one.trim()) : fallback;
};

/** Everything that an answer may say to a page of another origin. */
export const CORS_HEADERS = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
] as const;

export interface Cors {
  /** Headers of an answer to this origin, names and values in turn. Public reads take no credentials, so `*` is `*`. */
  headers(origin: string | undefined): readonly string[];
  preflight(origin: string | undefined, methods: string): readonly string[];
}

export const createCors = (settings: CorsSettings): Cors => {
  const origins = listOf(settings.origin, ['*']);
  const open = origins.includes('*');
  const exposed = listOf(settings.expose, ['ETag', 'Link', 'Location']).join(', ');
  const allowing = (origin: string) => [
    ...['Access-Control-Allow-Origin', origin],
    ...['Access-Control-Expose-Headers', exposed],
  ];
  const everyone = allowing('*');
  const headers = (origin: string | undefined): readonly string[] => {
    if (open) return everyone;
    return origin && origins.includes(origin) ? allowing(origin) : [];
  };
  return {
    headers,
    preflight: (origin, methods) => [
      ...headers(origin),
      ...['Access-Control-Allow-Methods', methods],
      ...[
        'Access-Control-Allow-Headers',
        listOf(settings.headers, ['Content-Type', 'Accept', 'If-None-Match']).join(', '),
      ],
      ...['Access-Control-Max-Age', String(typeof settings.maxAge === 'number' ? settings.maxAge : 86_400)],
    ],
  };
};

/** Whether answers differ by origin, so that caches must keep them apart. */
export const variesByOrigin = (settings: CorsSettings): boolean => !listOf(settings.origin, ['*']).includes('*');
