import { COLLECTION_TYPES, SINGLE_TYPES, type ManagedType } from './types';

const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: [] },
});

const collection = ({ singular, plural }: ManagedType) => [
  route('GET', `/${plural}`, `${singular}.find`),
  route('GET', `/${plural}/:id`, `${singular}.findOne`),
  route('POST', `/${plural}`, `${singular}.create`),
  route('PUT', `/${plural}/:id`, `${singular}.update`),
  route('DELETE', `/${plural}/:id`, `${singular}.delete`),
];

const single = ({ singular, plural }: ManagedType) => [
  route('GET', `/${plural}`, `${singular}.find`),
  route('PUT', `/${plural}`, `${singular}.update`),
  route('DELETE', `/${plural}`, `${singular}.delete`),
];

/** What editors' tools ask. Any editor may: nothing but what is public is read from the register, and nothing is saved. */
const forEditors = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

const admin = {
  type: 'admin' as const,
  routes: [
    forEditors('POST', '/relations/propose', 'relations.propose'),
    forEditors('GET', '/legal-status/:id', 'legalStatus.inspect'),
  ],
};

/** The management API, /api/gazette/*: Strapi's standard routes, closed until a token or role is granted their actions. */
export default {
  'content-api': {
    type: 'content-api' as const,
    routes: [...COLLECTION_TYPES.flatMap(collection), ...SINGLE_TYPES.flatMap(single)],
  },
  admin,
};
