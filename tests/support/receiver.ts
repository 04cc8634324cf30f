import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Received {
  /** Milliseconds since 1970. */
  at: number;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server of somebody else, which is told of changes. */
export interface Receiver {
  url: string;
  received: Received[];
  /** The status that it answers with from now on. */
  answerWith(status: number): void;
  /** What it does with each request from now on, before it answers. */
  beforeAnswer(work: (one: Received) => Promise<void> | void): void;
  /** Waits until as many requests have come that meet a condition. @throws after 20 s */
  waitFor(count: number, condition?: (one: Received) => boolean): Promise<Received[]>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;

export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  let status = 204;
  let before: (one: Received) => Promise<void> | void = () => undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => (body += chunk));
    request.on('end', async () => {
      const one = { at: Date.now(), path: request.url ?? '', headers: request.headers, body };
      received.push(one);
      await before(one);
      response.writeHead(status, { Location: 'http://169.254.169.254/' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerWith: (next) => (status = next),
    beforeAnswer: (work) => (before = work),
    async waitFor(count, condition = () => true) {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50))
        if (received.filter(condition).length >= count) return received.filter(condition);
      throw new Error(`of ${count} requests ${received.filter(condition).length} have come`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
