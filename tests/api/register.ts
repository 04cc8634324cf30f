import type { Response } from 'supertest';
import type { TestApp } from '../support';

const UIDS = { directives: 'plugin::gazette.directive', resolutions: 'plugin::gazette.resolution' } as const;

/** An answer's JSON, as far as these tests read it. */
export interface RegisterAnswer {
  status: number;
  body: Response['body'];
  headers: Headers;
}

/** A register that is filled by the Document Service and read over HTTP. */
export const createRegister = async (app: TestApp) => {
  const issuers = new Map<string, string>();

  const issuer = async (name: string, code: string, extra: object = {}): Promise<string> => {
    const known = issuers.get(name);
    if (known) return known;
    const { documentId } = await app.strapi
      .documents('plugin::gazette.issuer')
      .create({ data: { name, code, ...extra } });
    issuers.set(name, documentId);
    return documentId;
  };

  const politburo = await issuer('Bộ Chính trị', 'TW', { level: 'central', branch: 'party' });

  return {
    issuer,
    /** Makes a document, published unless told otherwise. @returns its documentId */
    async document(
      symbol: string,
      data: Record<string, unknown> = {},
      {
        collection = 'directives',
        status = 'published',
      }: { collection?: keyof typeof UIDS; status?: 'draft' | 'published' } = {},
    ): Promise<string> {
      const base = {
        symbol,
        title: `Về việc thứ ${symbol}`,
        kind: collection === 'directives' ? 'conclusion' : 'party',
        issuedOn: '2023-06-15',
        issuer: politburo,
      };
      const made = await app.strapi.documents(UIDS[collection]).create({ data: { ...base, ...data }, status });
      return made.documentId;
    },
    update: (documentId: string, data: Record<string, unknown>, collection: keyof typeof UIDS = 'directives') =>
      app.strapi.documents(UIDS[collection]).update({ documentId, data, status: 'published' }),
    unpublish: (documentId: string, collection: keyof typeof UIDS = 'directives') =>
      app.strapi.documents(UIDS[collection]).unpublish({ documentId }),
    async get(path: string): Promise<RegisterAnswer> {
      const read = () => fetch(`${app.url}/api${path}`, { redirect: 'manual' });
      // While many documents are saved the server closes what was kept open; that is no answer yet.
      const answer = await read().catch(read);
      return { status: answer.status, body: await answer.json(), headers: answer.headers };
    },
    async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<RegisterAnswer> {
      const answer = await fetch(`${app.url}/api${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: answer.status, body: await answer.json(), headers: answer.headers };
    },
  };
};

export type TestRegister = Awaited<ReturnType<typeof createRegister>>;
