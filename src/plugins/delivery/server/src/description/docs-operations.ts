import { z } from 'zod';
import type { Describe } from './tools';

const TAG = 'About';

/** `GET /docs` */
export const describeDocs: Describe = (tools) => [
  {
    operationId: 'getDocs',
    method: 'get',
    path: '/docs',
    tag: TAG,
    summary: 'This description as a page',
    answers: { 200: tools.file('A page that shows this description, and tries requests out.', 'text/html') },
    others: [304, 400],
  },
];

/** `GET /docs/{file}` */
export const describeDocsFile =
  (names: readonly [string, ...string[]]): Describe =>
  (tools) => [
    {
      operationId: 'getDocsFile',
      method: 'get',
      path: '/docs/{file}',
      tag: TAG,
      summary: 'A file of that page',
      parameters: [tools.path('file', 'Its name.', z.enum(names))],
      answers: {
        200: {
          ...tools.file('A stylesheet or a script.', 'text/css'),
          content: { 'text/css': z.string(), 'text/javascript': z.string() },
        },
      },
      others: [304, 400, 404],
    },
  ];
