/** Every error that ratings answer with, in Strapi's error shape. */

export interface ErrorBody {
  data: null;
  error: { status: number; name: string; message: string; details: Record<string, unknown> };
}

/** An error with an HTTP answer of its own. `details` is public. */
export class RatingError extends Error {
  constructor(
    readonly status: number,
    name: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = name;
  }

  toBody(): ErrorBody {
    return {
      data: null,
      error: { status: this.status, name: this.name, message: this.message, details: this.details },
    };
  }
}

/** One part of a request that cannot be used, and what would be allowed instead. */
export interface Fault {
  path: string[];
  message: string;
  allowed?: readonly unknown[];
}

export const invalid = (faults: readonly Fault[]) =>
  new RatingError(400, 'ValidationError', faults.map(({ message }) => message).join(' '), {
    errors: faults.map(({ path, message, allowed }) => ({
      path,
      message,
      name: 'ValidationError',
      ...(allowed ? { allowed } : {}),
    })),
  });

export const invalidParameter = (name: string, message: string, allowed?: readonly unknown[]) =>
  invalid([{ path: [name], message, allowed }]);

export const unknownCollection = (name: string, allowed: readonly string[]) =>
  new RatingError(
    404,
    'NotFoundError',
    `There is no rated collection "${name}". Rated: ${allowed.join(', ') || 'none'}.`,
    { allowed },
  );

export const notFound = (message: string, details: Record<string, unknown> = {}) =>
  new RatingError(404, 'NotFoundError', message, details);

export const gone = (details: Record<string, unknown>) =>
  new RatingError(410, 'GoneError', 'This item was published and has been taken back.', details);

export const notRateable = (message: string, details: Record<string, unknown>) =>
  new RatingError(409, 'NotRateableError', message, details);

export const voterTokenRefused = () =>
  new RatingError(
    401,
    'UnauthorizedError',
    'The X-Voter-Token is none that this server has signed. Leave it out, and the answer to the next vote brings another.',
    { header: 'X-Voter-Token' },
  );

export const signedOut = (details: Record<string, unknown> = {}) =>
  new RatingError(
    401,
    'UnauthorizedError',
    'The Authorization header names no member who is signed in now. Sign in again, or leave it out to vote as a visitor.',
    { header: 'Authorization', ...details },
  );

export const notConfirmed = () =>
  new RatingError(403, 'ForbiddenError', 'Confirm your e-mail address first: only confirmed members vote.');

export const foreignOrigin = (origin: string) =>
  new RatingError(
    403,
    'ForbiddenError',
    `Pages of ${origin} may not vote here. Allowed: this address, and the origins that the operator names one by one.`,
    {
      origin,
    },
  );

export const throttled = (seconds: number) =>
  new RatingError(
    429,
    'RateLimitError',
    'Too many new votes on this item have come from your address today. Your vote was not counted.',
    { retryAfterSeconds: seconds },
    { 'Retry-After': String(seconds) },
  );

export const overloaded = () =>
  new RatingError(
    503,
    'ServiceUnavailableError',
    'Too many votes are waiting. Your vote was not counted; send it again.',
    {},
    { 'Retry-After': '1' },
  );

export const methodNotAllowed = (method: string, allowed: readonly string[]) =>
  new RatingError(
    405,
    'MethodNotAllowedError',
    `${method} is not allowed here. Allowed: ${allowed.join(', ')}.`,
    { allowed },
    { Allow: allowed.join(', ') },
  );

export const unsupportedMedia = () =>
  new RatingError(415, 'UnsupportedMediaTypeError', 'Send the body as JSON, with Content-Type: application/json.', {
    allowed: ['application/json'],
  });

export const tooLarge = (limit: number) =>
  new RatingError(413, 'PayloadTooLargeError', `The body may have at most ${limit} bytes.`, { limit });

export const internalError = () => new RatingError(500, 'InternalServerError', 'Something went wrong on the server.');

export const noSuchVote = () => notFound('There is no such vote; it may have been annulled or taken back.');
