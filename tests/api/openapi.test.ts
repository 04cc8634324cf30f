import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startApp, type TestApp } from '../support';
import type { OpenApi, OperationObject } from '../support/described/operations';

interface Found extends OpenApi {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
}

const LINT = path.resolve(__dirname, '../support/described/lint.mjs');

let app: TestApp;
let document: Found;

beforeAll(async () => {
  app = await startApp({
    environment: { SAMPLE_CONTENT: 'true', PUBLIC_VERSIONS: 'true', PUBLIC_API_URL: 'https://api.example.vn' },
  });
  document = (await app.request.get('/api/openapi.json').expect(200)).body;
  // All sample content is published first.
}, 400_000);

afterAll(() => app.stop());

const operations = (): (OperationObject & { path: string; method: string; tags: string[]; summary: string })[] =>
  Object.entries(document.paths).flatMap(([address, item]) =>
    Object.entries(item).map(([method, operation]) => ({ tags: [], summary: '', ...operation, path: address, method })),
  );

/** Visits every object of a document. */
const visit = (value: unknown, see: (object: Record<string, unknown>) => void): void => {
  if (Array.isArray(value)) value.forEach((one) => visit(one, see));
  else if (typeof value === 'object' && value !== null) {
    see(value as Record<string, unknown>);
    Object.values(value).forEach((one) => visit(one, see));
  }
};

describe('the description', () => {
  it('is valid OpenAPI 3.1 by an independent validator, and refers to nothing that is not there', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [LINT], {
      input: JSON.stringify(document),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ valid: true, version: '3.1', unresolved: null });
  });

  it('says who and where the API is', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(document.servers).toEqual([{ url: 'https://api.example.vn' }]);
  });

  it('names every component that it has, and has none that nothing names', () => {
    const named = new Set<string>();
    visit(document, ({ $ref }) => {
      if (typeof $ref === 'string') named.add($ref.replace('#/components/', ''));
    });
    const { schemas, responses, parameters } = document.components;
    const all = Object.entries({ schemas, responses, parameters }).flatMap(([kind, components]) =>
      Object.keys(components).map((name) => `${kind}/${name}`),
    );
    // 405 is the answer to methods that an address has not, which no operation can name.
    expect(all.filter((name) => !named.has(name))).toEqual(['responses/MethodNotAllowed']);
  });

  it('gives every operation a name, a group that is described, a line about it, and its path parameters', () => {
    const groups = document.tags.map(({ name }) => name);
    for (const { operationId, tags, summary, path: address, parameters = [] } of operations()) {
      expect([operationId, groups]).toEqual([operationId, expect.arrayContaining(tags)]);
      expect(summary).not.toBe('');
      const told = parameters.map((one) => {
        const name = one.$ref?.split('/').at(-1) ?? '';
        return one.$ref ? document.components.parameters[name] : one;
      });
      const variable = [...address.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
      expect([operationId, told.filter((one) => one?.in === 'path').map((one) => one?.name)]).toEqual([
        operationId,
        variable,
      ]);
    }
    const names = operations().map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('closes every object of items and summaries, so that no member goes undescribed', () => {
    const { schemas } = document.components;
    for (const name of ['Article', 'ArticleSummary', 'Directive', 'Resolution', 'Topic', 'Site', 'Citation'])
      expect([name, schemas[name]?.additionalProperties]).toEqual([name, false]);
  });

  it('takes no parameters, and names the one that is sent', async () => {
    const { body } = await app.request.get('/api/openapi.json?x=1').expect(400);
    expect(body.error.details.errors[0].path).toEqual(['x']);
  });

  it('has every address that this host serves, and no other', () => {
    const served: string[] = app.strapi
      .plugin('delivery')
      .service('publicRoutes')
      .all()
      .flatMap((route: { path: string; describe: unknown }) => (route.describe ? [route.path] : []));
    const described = Object.keys(document.paths).map((address) =>
      address
        .replace('/api', '')
        .replace(/\{(?:collection|name)\}\.[a-z]+$/, ':file')
        .replace(/\{([^}]+)\}/g, ':$1'),
    );
    const ownOfOthers = described.filter((one) => /^\/(ratings|auth)\//.test(one));
    expect([...new Set(described)].filter((one) => !ownOfOthers.includes(one)).sort()).toEqual([...served].sort());
  });
});

describe('every address that can be read', () => {
  const firstOf = async (list: string): Promise<string> => {
    const { body } = await app.request.get(`/api/${list}?pagination[pageSize]=1`).expect(200);
    return body.data[0].documentId;
  };

  /** The address with values for what varies in it. */
  const filled = async (address: string, id: string | null = null): Promise<string> => {
    if (address.startsWith('/api/export/') || address.startsWith('/api/feeds/'))
      return address.replace('{collection}', 'documents');
    if (address.startsWith('/api/ratings/'))
      return address.replace('{collection}', 'articles').replace('{id}', id ?? (await firstOf('articles')));
    if (address === '/api/docs/{file}') return '/api/docs/start.js';
    if (address.startsWith('/api/sitemaps/')) return address.replace('{name}', 'news');
    if (!address.includes('{id}')) return address;
    const [, , list = ''] = address.split('/');
    return address.replace('{id}', id ?? (await firstOf(list))).replace('{n}', '1');
  };

  const REQUIRED: Record<string, string> = {
    '/api/search': '?q=xã',
    '/api/documents/lookup': '?symbol=57-KL/TW',
  };

  const readable = () => operations().filter(({ method }) => method === 'get');

  // That an answer is as described is checked wherever one is received: see tests/support/described.
  it('answers as described, and 304 to whoever has the answer', async () => {
    for (const { operationId, path: address, responses } of readable()) {
      const target = (await filled(address)) + encodeURI(REQUIRED[address] ?? '');
      const answer = await app.request.get(target);
      expect([operationId, answer.status]).toEqual([operationId, 200]);
      if (!responses['304']) continue;
      const again = await app.request.get(target).set('If-None-Match', answer.headers.etag);
      expect([operationId, again.status]).toEqual([operationId, 304]);
    }
  });

  it('refuses a parameter that is not described', async () => {
    for (const { operationId, path: address } of readable()) {
      const { status, body } = await app.request.get(`${await filled(address)}?nonsense=1`);
      expect([operationId, status, body.error.name]).toEqual([operationId, 400, 'ValidationError']);
      expect(JSON.stringify(body.error.details)).toContain('nonsense');
    }
  });

  it('says that an item is not there', async () => {
    for (const { operationId, path: address } of readable().filter((one) => one.path.includes('{id}'))) {
      const { status } = await app.request.get(await filled(address, 'khong-co'));
      expect([operationId, status]).toEqual([operationId, 404]);
    }
  });

  it('accepts each of its parameters, with a value that its schema allows', async () => {
    const valueOf = (schema: Record<string, unknown>): string => {
      const { items } = schema as { items?: Record<string, unknown> };
      if (items) return valueOf(items);
      const values = schema.enum ?? schema.examples;
      if (Array.isArray(values)) return String(values[0]);
      if (schema.format === 'date') return '2024-01-31';
      if (schema.type === 'integer') return String(schema.minimum);
      return schema.type === 'boolean' ? 'true' : 'x';
    };
    const WRITTEN_BY_HAND = new Set(['symbol', 'since', 'filters', 'q', 'pagination[cursor]', 'filters[cites]']);
    const FORMS: Record<string, string> = {
      'filters[year]': '2024',
      'filters[cites][$notIn]': '57-KL/TW',
      'filters[year][$notIn]': '2024',
    };
    for (const { operationId, path: address, parameters = [] } of readable()) {
      const target = (await filled(address)) + encodeURI(REQUIRED[address] ?? '');
      for (const one of parameters) {
        const parameter = one.$ref ? document.components.parameters[one.$ref.split('/').at(-1) ?? ''] : one;
        const {
          name = '',
          in: place,
          schema = {},
        } = { ...parameter } as { name?: string; in?: string; schema?: object };
        if (place !== 'query' || WRITTEN_BY_HAND.has(name)) continue;
        const value = FORMS[name] ?? valueOf(schema as Record<string, unknown>);
        const { status, text } = await app.request.get(
          `${target}${target.includes('?') ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
        );
        expect([operationId, name, value, status, status === 200 ? '' : text]).toEqual([
          operationId,
          name,
          value,
          200,
          '',
        ]);
      }
    }
  });
});
