import type { Answer } from '@gazette/delivery/strapi-server';

/**
 * An error with an answer of its own, in Strapi's error shape.
 * Turned into an answer inside this plugin: delivery knows only its own class, and each plugin's build holds its own copy of a class.
 */
export class FeedError extends Error {
  constructor(
    readonly status: number,
    name: string,
    message: string,
    readonly details: Record<string, unknown>,
  ) {
    super(message);
    this.name = name;
  }

  toAnswer(): Answer {
    const { status, name, message, details } = this;
    return {
      status,
      body: JSON.stringify({ data: null, error: { status, name, message, details } }),
      contentType: 'application/json; charset=utf-8',
      tag: null,
      cache: 'none',
      keys: [],
      links: {},
    };
  }
}

/** 400: a parameter that cannot be used, and what would be allowed instead. */
export const invalidParameter = (parameter: string, message: string, allowed: readonly string[]) =>
  new FeedError(400, 'ValidationError', message, {
    errors: [{ path: [parameter], message, name: 'ValidationError', allowed }],
  });

/** 404: a feed that this host does not have; `feeds` are the ones it has. */
export const unknownFeed = (file: string, feeds: readonly string[]) =>
  new FeedError(404, 'NotFoundError', `There is no feed "${file}". Feeds: ${feeds.join(', ') || 'none'}.`, { feeds });

/** 400: an address that takes no parameters. */
export const unknownParameter = (parameter: string, address: string) =>
  invalidParameter(parameter, `"${parameter}" is not a parameter of ${address}. It takes none.`, []);

/** 404: a sitemap that there is not; `sitemaps` are those of the index. */
export const unknownSitemap = (file: string, sitemaps: readonly string[]) =>
  new FeedError(404, 'NotFoundError', `There is no sitemap "${file}". /sitemap.xml names them all.`, {
    allowed: sitemaps.slice(0, 100),
  });

/** An address that outgoing requests must not go to. Told in logs and to editors. */
export const privateAddress = (host: string) =>
  new Error(
    `${host} is an address of this machine or of a private network; the option allowPrivateAddresses of the plugin feeds allows them`,
  );

/** A webhook that would never be sent anything of it. */
export const unknownCollection = (webhook: string, collection: string, known: readonly string[]) =>
  new Error(
    `feeds: the webhook "${webhook}" wants changes to "${collection}", which is no collection of this host. Collections: ${known.join(', ')}.`,
  );

/** An answer that is none of success. */
export const refusedDelivery = (status: number) => new Error(`answered with status ${status}`);

/** 404: a message that is not among those that were given up. */
export const unknownMessage = (id: string) =>
  new FeedError(404, 'NotFoundError', `No message ${id} of a webhook that is set up was given up.`, { id });

/** 400: a body or query that cannot be used. */
export const invalidRequest = (issues: readonly { path: string[]; message: string }[]) =>
  new FeedError(400, 'ValidationError', issues.map(({ message }) => message).join(' '), {
    errors: issues.map((issue) => ({ ...issue, name: 'ValidationError' })),
  });
