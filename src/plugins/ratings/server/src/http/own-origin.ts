import type { Context } from 'koa';

const originOf = (address: string): string => new URL(address).origin;

/** Whether a page of this origin is one of the host's own: of the address that was asked, or of those that are set. */
export const createOwnOrigins = (addresses: readonly string[]) => {
  const own = new Set(addresses.map(originOf));
  return (ctx: Context, origin: string): boolean => own.has(origin) || origin === `${ctx.protocol}://${ctx.host}`;
};
