import type { Context } from 'koa';

const CODES = ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'EPIPE'];

/** Whether an error says no more than that the client left. */
export const isGone = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && CODES.includes(String(error.code));

/** Koa reports every client that leaves before its answer is whole; of answers that take long, many do. */
export const staySilentWhenGone = (ctx: Context): void => {
  const report = ctx.onerror.bind(ctx);
  ctx.onerror = (error: Error) => {
    if (!isGone(error)) report(error);
  };
};
