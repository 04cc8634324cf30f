import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';

const parsed = (text: string) => (ipaddr.isValid(text) ? ipaddr.process(text) : null);

/** Some proxies write the port as well: `203.0.113.9:51000`, `[2001:db8::1]:51000`. */
const withoutPort = (entry: string): string => {
  const [, bracketed, v4] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(entry) ?? [];
  return bracketed ?? v4 ?? entry;
};

/**
 * The address that a request comes from. Each proxy writes on the right of X-Forwarded-For whom it was asked by, so the
 * entry of the outermost proxy is counted from the right; what stands left of it the client wrote.
 * @param hops how many proxies are believed; 0 where none stands in front
 */
export const clientAddress = (socketAddress: string, forwardedFor: string, hops: number): string => {
  if (hops === 0 || forwardedFor === '') return socketAddress;
  const entries = forwardedFor.split(',');
  const entry = withoutPort((entries[Math.max(0, entries.length - hops)] ?? '').trim());
  return parsed(entry) ? entry : socketAddress;
};

/** Whose votes are counted together: an IPv4 address, or the network of 64 bits that one subscriber has of IPv6. */
export const networkOf = (address: string): string => {
  const found = parsed(address);
  if (!found) return address;
  if (found.kind() === 'ipv4') return found.toString();
  return `${found
    .toByteArray()
    .slice(0, 8)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}::/64`;
};

/** What is kept of an address: nobody who has not the secret can try all addresses and see which it was. */
export const hashAddress = (address: string, secret: string): string =>
  createHmac('sha256', secret)
    .update(`address ${networkOf(address)}`)
    .digest('base64url')
    .slice(0, 22);
