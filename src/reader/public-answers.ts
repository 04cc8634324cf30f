import type { Core } from '@strapi/strapi';
import { publicRoutes } from './delivery';

/** An answer of the public API, as a client would have got it. */
export interface PublicAnswer {
  status: number;
  body: unknown;
  /** Where it sends on to. */
  location: string | null;
}

interface AnsweringError {
  status: number;
  toBody(): unknown;
}

const isAnswering = (error: unknown): error is AnsweringError =>
  error instanceof Error && 'status' in error && 'toBody' in error;

const NO_BODY = new Error('The reader sends no body.');

/** Asks the public API in this process: the same handlers, so pages and API can never differ. */
export const createPublicAnswers =
  (strapi: Core.Strapi) =>
  async (path: string, queryString: string): Promise<PublicAnswer> => {
    try {
      const match = publicRoutes(strapi).match(path);
      if (match === null) return { status: 404, body: null, location: null };
      const answer = await match.route.handler({
        params: match.params,
        queryString,
        originalUrl: `${path}?${queryString}`,
        isConditional: false,
        isHead: false,
        held: () => null,
        closed: () => new AbortController().signal,
        json: () => Promise.reject(NO_BODY),
      });
      return {
        status: answer.status,
        body: JSON.parse(String(answer.body)),
        location: answer.headers?.Location ?? null,
      };
    } catch (error) {
      if (!isAnswering(error)) throw error;
      return { status: error.status, body: error.toBody(), location: null };
    }
  };
