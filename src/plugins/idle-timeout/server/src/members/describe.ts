import { z } from 'zod';
import { END_REASONS } from '../sessions/session-state';
import { memberSchema } from './member';
import { SCOPES } from './input';
import { timesSchema } from '../sessions/times-schema';

const TAG = 'Sessions';
const SIGNED_IN = ['sessionToken', 'sessionCookie'];

const session = z
  .strictObject({
    authenticated: z.boolean(),
    user: memberSchema.nullable().meta({ description: 'Null for nobody.' }),
    ...timesSchema.shape,
  })
  .meta({ id: 'Session', description: 'The session of a member: how long it lasts if nothing more is done.' });

const content = {
  'application/json': z.strictObject({
    data: session,
    meta: z.strictObject({
      endedBecause: z.enum(END_REASONS).optional().meta({ description: 'Why the session that was shown has ended.' }),
    }),
  }),
};

const answer = (description: string) => ({ 200: { description, content, headers: ['Cache-Control'] as const } });

/**
 * What the addresses of a member's session are, as OpenAPI has it.
 * @param cookie the name of the cookie with the refresh token; null on a host without members
 */
export const describeSessions = (cookie: string | null) => ({
  tags: [{ name: TAG, description: "Members' sessions: how long they last, staying signed in, signing out." }],
  security:
    cookie === null
      ? []
      : [
          {
            name: 'sessionToken',
            description: 'An access or refresh token of a member, from `/api/auth/local`.',
            scheme: { type: 'http', scheme: 'bearer' } as const,
          },
          {
            name: 'sessionCookie',
            description: 'The cookie with the refresh token; from pages of this origin and those that CORS names.',
            scheme: { type: 'apiKey', in: 'cookie', name: cookie } as const,
          },
        ],
  operations:
    cookie === null
      ? []
      : ([
          {
            operationId: 'getSession',
            method: 'get',
            path: '/auth/session',
            tag: TAG,
            summary: 'Who is signed in, and for how long still',
            description: 'Extends nothing, and answers everyone: nobody is `authenticated: false`.',
            answers: answer('The session, or nobody.'),
            others: [400],
            security: SIGNED_IN,
            isOpen: true,
          },
          {
            operationId: 'endSession',
            method: 'delete',
            path: '/auth/session',
            tag: TAG,
            summary: 'Signs out',
            parameters: [
              {
                name: 'scope',
                in: 'query',
                description: '`all` ends every session of the member.',
                schema: z.enum(SCOPES).meta({ default: 'this' }),
              },
            ],
            answers: answer('Nobody is signed in any more.'),
            others: [400, 401, 403],
            security: SIGNED_IN,
          },
          {
            operationId: 'keepSessionAlive',
            method: 'post',
            path: '/auth/session/keep-alive',
            tag: TAG,
            summary: 'Stays signed in',
            answers: answer('The session, extended from now on.'),
            others: [400, 401, 403],
            security: SIGNED_IN,
          },
        ] as const),
});
