import { z } from 'zod';
import { TOKEN_HEADER } from '../services/voters';
import { summarySchema } from '../summary';
import { ballot } from './read-ballot';

const TAG = 'Ratings';
const VOTER = ['voterToken', 'voterCookie', 'member'];

const mineSchema = summarySchema
  .extend({
    mine: z.int().min(1).max(5).nullable().meta({ description: "The voter's own score; null without one." }),
    voterToken: z
      .string()
      .optional()
      .meta({
        description: `With the first vote of a visitor: what ${TOKEN_HEADER} takes, where cookies do not come along.`,
      }),
  })
  .meta({ id: 'MyRating' });

const answer = (schema: z.ZodType) => ({
  'application/json': z.strictObject({ data: schema, meta: z.strictObject({}) }),
});

/**
 * What the public addresses are, as OpenAPI has it.
 * @param prefix put before the paths @param collections what is rated @param locales the languages of the site
 */
export const describeRatings = (
  prefix: string,
  cookieName: string,
  collections: readonly string[],
  locales: readonly string[],
) => {
  const [first = '', ...rest] = collections;
  const parameters = [
    {
      name: 'collection',
      in: 'path' as const,
      required: true,
      description: 'A rated collection.',
      schema: z.enum([first, ...rest]),
    },
    { name: 'id', in: 'path' as const, required: true, description: 'A slug or a documentId.', schema: z.string() },
    {
      name: 'locale',
      in: 'query' as const,
      description: 'Whose slugs are meant; the default language otherwise.',
      schema: z.enum([...locales]),
    },
  ];
  const path = `${prefix}/ratings/{collection}/{id}`;
  const mine = { path: `${path}/mine`, tag: TAG, parameters, security: VOTER, isOpen: true };
  const mineAnswer = (description: string) => ({
    description,
    content: answer(mineSchema),
    headers: ['Cache-Control', 'Set-Cookie'] as const,
  });
  return {
    tags: [{ name: TAG, description: 'What readers say of an item, in 1 to 5 points.' }],
    security: [
      {
        name: 'voterToken',
        description: 'The `voterToken` of the first vote, for front ends on another origin.',
        scheme: { type: 'apiKey', in: 'header', name: TOKEN_HEADER } as const,
      },
      {
        name: 'voterCookie',
        description: 'A signed cookie that the first vote sets.',
        scheme: { type: 'apiKey', in: 'cookie', name: cookieName } as const,
      },
      {
        name: 'member',
        description: 'A token of a member who is signed in.',
        scheme: { type: 'http', scheme: 'bearer' } as const,
      },
    ],
    operations:
      collections.length === 0
        ? []
        : ([
            {
              operationId: 'getRating',
              method: 'get',
              path,
              tag: TAG,
              summary: 'The votes on an item',
              description: 'Exact at once.',
              parameters,
              answers: {
                200: {
                  description: 'Counted now.',
                  content: answer(summarySchema),
                  headers: ['ETag', 'Cache-Control'],
                },
              },
              others: [301, 304, 400, 404, 410],
            },
            {
              ...mine,
              operationId: 'getMyRating',
              method: 'get',
              summary: "The votes on an item, with the voter's own",
              answers: { 200: mineAnswer('Counted now.') },
              others: [400, 401, 403, 404, 410],
            },
            {
              ...mine,
              operationId: 'putMyRating',
              method: 'put',
              summary: 'Votes, or changes a vote',
              description:
                'A second vote replaces the first. Whoever sends none of the credentials is a new visitor, and is known again by the cookie or the `voterToken` of the answer. Browsers may vote from this origin and those that the operator names.',
              body: { description: 'The vote.', schema: ballot },
              answers: { 200: mineAnswer('It has counted.') },
              others: [400, 401, 403, 404, 409, 410, 413, 415, 429, 503],
            },
            {
              ...mine,
              operationId: 'deleteMyRating',
              method: 'delete',
              summary: 'Takes a vote back',
              answers: { 200: mineAnswer('There is no vote of this voter.') },
              others: [400, 401, 403, 404, 410, 503],
            },
          ] as const),
  };
};
