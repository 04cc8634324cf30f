import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Voter } from '../votes/ballot';

/** `1.{id}.{signature}`: a random id, 122 bits in hexadecimal, and its HMAC in base64url. */
const VERSION = '1';
const TOKEN = /^1\.([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/;

/** A visitor as a token names one. */
export interface Visitor {
  voter: Voter;
  token: string;
  /** The token is not the one that the visitor sent: it is new, or signed by the secret that signs now. */
  isFresh: boolean;
}

export interface VisitorTokens {
  /** A visitor who was never here. */
  issue(): Visitor;
  /** The visitor of a token; null for a text that none of the secrets has signed. */
  read(text: string): Visitor | null;
}

const sign = (secret: string, id: string): string =>
  createHmac('sha256', secret).update(`voter ${VERSION} ${id}`).digest('base64url');

const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * What is stored of a visitor. It depends on the id alone, so that a vote is found again whichever secret signed; and
 * nobody who reads it can make a token of it, for want of the id and the secret.
 */
const visitorOf = (id: string): Voter => ({
  key: `v:${createHash('sha256').update(id).digest('base64url')}`,
  origin: 'visitor',
  member: null,
});

/** @param secrets the first signs, all verify */
export const createVisitorTokens = (secrets: readonly string[]): VisitorTokens => {
  const [current] = secrets;
  if (current === undefined) throw new Error('Visitor tokens need a secret.');
  const tokenOf = (id: string) => `${VERSION}.${id}.${sign(current, id)}`;
  return {
    issue() {
      const id = randomUUID().replaceAll('-', '');
      return { voter: visitorOf(id), token: tokenOf(id), isFresh: true };
    },
    read(text) {
      const [, id, signature] = TOKEN.exec(text) ?? [];
      if (id === undefined || signature === undefined) return null;
      const signer = secrets.findIndex((secret) => isSame(sign(secret, id), signature));
      if (signer < 0) return null;
      return { voter: visitorOf(id), token: tokenOf(id), isFresh: signer > 0 };
    },
  };
};

export const memberVoter = (documentId: string): Voter => ({
  key: `m:${documentId}`,
  origin: 'member',
  member: documentId,
});

/**
 * The secrets in use: the host's own ones, then keys derived from Strapi's, by which tokens were signed before there
 * were own ones.
 */
export const secretsFrom = (own: readonly string[], appKeys: readonly string[]): string[] => [
  ...own,
  ...appKeys.map((key) => createHmac('sha256', key).update('ratings: visitor tokens').digest('base64url')),
];
