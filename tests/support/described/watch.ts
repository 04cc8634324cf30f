import type { Core } from '@strapi/strapi';
import supertest from 'supertest';
import { createCheck, type Check, type SeenAnswer } from './check';
import type { OpenApi } from './operations';

/** The applications that run in this process, by their addresses. */
const running = new Map<string, () => Promise<Check>>();

/** Checks answers of an application from now on; returns what ends it. */
export const watchAnswers = (strapi: Core.Strapi, url: string): (() => void) => {
  let check: Promise<Check> | null = null;
  const make = async (): Promise<Check> => {
    const description = strapi.plugin('delivery').service<{ document(): Promise<OpenApi> }>('description');
    return createCheck(await description.document());
  };
  // At the first answer: a test that asks for nothing pays nothing.
  running.set(url, () => (check ??= make()));
  return () => running.delete(url);
};

/** Checks an answer where its application is watched. @throws Error that names the address, the status and what differs */
export const checkAnswer = async (url: string, answer: Omit<SeenAnswer, 'target'>): Promise<void> => {
  const { origin, pathname, search } = new URL(url);
  const check = running.get(origin);
  if (check) (await check())({ ...answer, target: pathname + search });
};

type Finish = (error: Error | null, answer?: supertest.Response) => void;

interface SentTest {
  method: string;
  url: string;
  end(done: Finish): unknown;
}

/** As text, or what a test's own parser has made of it: JSON, then. */
const bodyOf = ({ body, text }: supertest.Response): string | Buffer => {
  if (typeof text === 'string' || Buffer.isBuffer(body)) return Buffer.isBuffer(body) ? body : text;
  return typeof body === 'string' ? body : JSON.stringify(body);
};

/** Every answer to supertest is checked once it has met what the test itself expects. */
const watchSupertest = (): void => {
  const { prototype } = supertest.Test as unknown as { prototype: SentTest };
  const { end } = prototype;
  prototype.end = function (this: SentTest, done: Finish) {
    return end.call(this, (error, answer) => {
      if (error || !answer) return done(error, answer);
      const seen = {
        method: this.method,
        status: answer.status,
        header: (name: string) => answer.headers[name.toLowerCase()] ?? null,
        body: bodyOf(answer),
      };
      checkAnswer(this.url, seen).then(
        () => done(null, answer),
        (fault) => done(fault, answer),
      );
    });
  };
};

/** Every answer to `fetch` is checked when its body is read; one that is read as a stream, or not at all, as far as it goes. */
const watchFetch = (): void => {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const response = await fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    const seen = {
      method: init?.method ?? 'GET',
      status: response.status,
      header: (name: string) => response.headers.get(name),
    };
    // What was followed is the answer of another address.
    const target = response.redirected ? response.url : url;
    await checkAnswer(target, { ...seen, body: null });
    const read = response.text.bind(response);
    const text = async () => {
      const body = await read();
      await checkAnswer(target, { ...seen, body });
      return body;
    };
    const json = async (): Promise<unknown> => JSON.parse(await text());
    Object.defineProperties(response, { text: { value: text }, json: { value: json } });
    return response;
  };
};

watchSupertest();
watchFetch();
