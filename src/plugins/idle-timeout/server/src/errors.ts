import { errors } from '@strapi/utils';
import type { EndReason } from './sessions/session-state';

const { UnauthorizedError, ForbiddenError, ValidationError } = errors;

/** What someone is told whose session no longer counts. */
export const REFUSALS: Record<EndReason, string> = {
  idle: 'You were signed out because nothing was done for too long. Sign in again.',
  ended: 'This session was ended. Sign in again.',
  expired: 'This session has reached its longest life. Sign in again.',
  'password-changed': 'The password was changed, which ended this session. Sign in with the new one.',
  blocked: 'This account is blocked.',
  deleted: 'This account no longer exists.',
};

/** 401 whose `details.reason` says why a session no longer counts. */
export const sessionEnded = (reason: EndReason) => new UnauthorizedError(REFUSALS[reason], { reason });

/** 401 for someone who is not signed in. */
export const notSignedIn = () => new UnauthorizedError('Missing or invalid credentials');

/** 403 for a page of a foreign site that acts by a cookie of the visitor's. */
export const foreignOrigin = (origin: string) =>
  new ForbiddenError(
    `The website ${origin} may not use this session's cookie. Allowed: this address, and the websites that CORS names one by one.`,
    { origin },
  );

/** The answer of a 405 naming what may be sent there; Strapi has no error of this kind. */
export const methodNotAllowed = (method: string, allowed: readonly string[]) => ({
  data: null,
  error: {
    status: 405,
    name: 'MethodNotAllowedError',
    message: `${method} is not allowed here. Allowed: ${allowed.join(', ')}.`,
    details: { allowed },
  },
});

/** 400 naming what cannot be used and what may be. */
export const invalidInput = (faults: { path: string; message: string; allowed?: readonly string[] }[]) =>
  new ValidationError(faults.map(({ message }) => message).join(' '), {
    errors: faults.map(({ path, message, allowed }) => ({
      path: [path],
      message,
      name: 'ValidationError',
      ...(allowed ? { allowed } : {}),
    })),
  });
