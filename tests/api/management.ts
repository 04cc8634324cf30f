import { apiToken, type TestApp } from '../support';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** Asks the management API with a token that may do everything. */
export const managementApi = async (app: TestApp) => {
  const token = await apiToken(app);
  return (method: Method, path: string) =>
    app.request[method](`/api/gazette${path}`).set('Authorization', `Bearer ${token}`);
};

export type ManagementApi = Awaited<ReturnType<typeof managementApi>>;

/** The fields that an answer names, dotted. */
export const fieldsOf = (body: { error?: { details?: { errors?: { path: string[] }[] } } }): string[] =>
  (body.error?.details?.errors ?? []).map(({ path }) => path.join('.'));

/** Makes a complete directive's data, each with a symbol of its own. */
export const directives = (issuer: string) => {
  let number = 0;
  return (data: Record<string, unknown> = {}): Record<string, unknown> => {
    number += 1;
    return {
      symbol: `${number}-KH/HU`,
      title: 'Kế hoạch công tác',
      kind: 'plan',
      issuedOn: '2024-03-01',
      issuer,
      ...data,
    };
  };
};
