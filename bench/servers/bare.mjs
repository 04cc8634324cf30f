import { createServer } from 'node:http';

/** node:http and nothing else: answers what it is told at its start, and 304 to a request that has the ETag. */
const { PORT, BODY_FROM } = process.env;
const answer = await fetch(BODY_FROM, { headers: { 'accept-encoding': 'identity' } });
const body = Buffer.from(await answer.arrayBuffer());
const kept = [
  'content-type',
  'cache-control',
  'etag',
  'vary',
  'surrogate-key',
  'link',
  'x-content-type-options',
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
  'access-control-allow-origin',
  'access-control-expose-headers',
];
const headers = Object.fromEntries(
  kept.flatMap((name) => (answer.headers.get(name) ? [[name, answer.headers.get(name)]] : [])),
);
const etag = headers.etag;

createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.end(body);
}).listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
