import type { Core } from '@strapi/strapi';
import type { Languages } from './page-address';

/** What the reader needs of delivery's route table; the host is compiled without the plugins' own types. */
interface RouteTable {
  match(path: string): { route: { handler: Handler }; params: Record<string, string> } | null;
}

type Handler = (request: {
  params: Record<string, string>;
  queryString: string;
  originalUrl: string;
  isConditional: boolean;
  isHead: boolean;
  held(tag: string): null;
  closed(): AbortSignal;
  json(limit: number): Promise<unknown>;
}) => Promise<{ status: number; body: string | Buffer; headers?: Record<string, string> }>;

/** The public addresses of this host. */
export const publicRoutes = (strapi: Core.Strapi): RouteTable =>
  strapi.plugin('delivery').service<RouteTable>('publicRoutes');

/** The languages that the site speaks. */
export const siteLanguages = (strapi: Core.Strapi): Promise<Languages> =>
  strapi.plugin('delivery').service<{ locales(): Promise<Languages> }>('reader').locales();
