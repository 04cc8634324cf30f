import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { privateAddress } from '../errors';
import { isPublicAddress } from './public-address';

export interface PostOptions {
  headers: Record<string, string>;
  body: string;
  /** Whether the address may be one of this machine or a private network. */
  allowPrivateAddresses: boolean;
  signal: AbortSignal;
  timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;

/** Looks a name up and refuses it there, where no second answer can come in between, if any of its addresses is a private one. */
const publicLookup: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses;
    if (refused || !first) return callback(privateAddress(hostname), '');
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });

/**
 * Posts to an address that somebody else has named. Redirects are not followed, and what is answered is not read.
 * @returns the status of the answer
 * @throws where there is none in time, or the address is one that must not be asked
 */
export const post = (
  address: string,
  { headers, body, allowPrivateAddresses, signal, timeoutMs = TIMEOUT_MS }: PostOptions,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // An address that is written out is never looked up.
    if (!allowPrivateAddresses && isIP(host) !== 0 && !isPublicAddress(host)) return reject(privateAddress(host));
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const outgoing = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)), 'User-Agent': 'strapi-feeds/1' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        // A connection that was kept could lead elsewhere by now.
        agent: false,
        ...(allowPrivateAddresses ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
