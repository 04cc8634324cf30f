/** Every error that delivery answers with, in Strapi's error shape. */

export interface ErrorBody {
  data: null;
  error: { status: number; name: string; message: string; details: Record<string, unknown> };
}

/** An error with an HTTP answer of its own. `details` is public: nothing in it may come from a draft. */
export class PublicError extends Error {
  constructor(
    readonly status: number,
    name: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    /** Headers of the answer, `Retry-After` for example. */
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

/** One parameter that cannot be used, and what would be allowed instead. */
export interface ParameterFault {
  parameter: string;
  message: string;
  allowed?: readonly string[];
}

export const invalidParameters = (faults: ParameterFault[]) =>
  new PublicError(400, 'ValidationError', faults.map((fault) => fault.message).join(' '), {
    errors: faults.map(({ parameter, message, allowed }) => ({
      path: [parameter],
      message,
      name: 'ValidationError',
      ...(allowed ? { allowed } : {}),
    })),
  });

export const invalidParameter = (parameter: string, message: string, allowed?: readonly string[]) =>
  invalidParameters([{ parameter, message, allowed }]);

export const notFound = (message: string, details: Record<string, unknown> = {}) =>
  new PublicError(404, 'NotFoundError', message, details);

export const gone = (details: { documentId: string; collection: string; deletedAt: string }) =>
  new PublicError(410, 'GoneError', 'This item was published and has been taken back.', details);

/** A version whose text was erased; see the service `redact`. */
export const versionErased = (details: { documentId: string; collection: string; version: number }) =>
  new PublicError(410, 'GoneError', 'This version was published and has been erased.', { ...details, redacted: true });

export const versionNotFound = (version: string) => notFound(`This item has no published version ${version}.`);

export const forbidden = () => new PublicError(403, 'ForbiddenError', 'You may not read this.');

/** 503: as many long answers are being made as this server takes at once. */
export const tooManyAtOnce = (what: string, limit: number) =>
  new PublicError(
    503,
    'ServiceUnavailableError',
    `${what}: ${limit} are being answered, which is as many as this server takes at once. Try again in a moment.`,
    { limit },
    { 'Retry-After': '5' },
  );

export const methodNotAllowed = (method: string, allowed: readonly string[]) =>
  new PublicError(405, 'MethodNotAllowedError', `${method} is not allowed here. Allowed: ${allowed.join(', ')}.`, {
    allowed,
  });

export const internalError = () => new PublicError(500, 'InternalServerError', 'Something went wrong on the server.');
