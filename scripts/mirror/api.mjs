import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './stop.mjs';

const TRIES = 6;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const PATIENCE_MS = 60_000;

/** Answers that may be another one in a moment. */
const isPassing = (status) => status === 429 || status >= 500;

const bodyOf = async (response) => {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Stop(
      `${response.url} answers ${response.status} with something that is not JSON. Is this a Gazette server?`,
    );
  }
};

/** The lines of a body; one that does not end is none. */
async function* linesOf(body) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop();
    yield* lines;
  }
}

/**
 * The public API of one server. Passing failures are tried again; what is left is thrown as `Stop`.
 * @param options `patient`: tries for ever
 */
export const createApi = (base, report, { patient }) => {
  /** @returns the response, whatever its status, unless that may be another one in a moment */
  const ask = async (path, signal) => {
    let reason = '';
    for (let attempt = 0; patient || attempt < TRIES; attempt += 1) {
      if (attempt > 0) {
        report.say(`${path}: ${reason}; trying again`);
        await pause(Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS), undefined, { signal });
      }
      try {
        const signals = [AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])];
        const response = await fetch(`${base}${path}`, { signal: AbortSignal.any(signals), redirect: 'error' });
        if (!isPassing(response.status)) return response;
        reason = `${response.status}`;
        const seconds = Number(response.headers.get('retry-after'));
        await response.body?.cancel();
        if (seconds > 0) await pause(Math.min(seconds, 60) * 1_000, undefined, { signal });
      } catch (error) {
        if (signal?.aborted) throw error;
        reason = error.cause?.message || error.cause?.code || error.message;
      }
    }
    throw new Stop(`${base}${path} cannot be read: ${reason}.`);
  };

  const json = async (path, signal) => {
    const response = await ask(path, signal);
    return { status: response.status, body: await bodyOf(response) };
  };

  const expected = async (path) => {
    const { status, body } = await json(path);
    if (status !== 200) throw new Stop(`${base}${path} answers ${status}: ${body.error?.message ?? ''}`);
    return body;
  };

  return {
    base,
    /** The collections of the server; unions of them hold nothing else. */
    async collections() {
      const { status, body } = await json('/api/export/-.ndjson');
      const found = body?.error?.details?.collections;
      if (status !== 404 || !Array.isArray(found))
        throw new Stop(`${base} does not say which collections it has. Is this the address of a Gazette server?`);
      return found;
    },
    /** The languages of the server: it names them to whoever asks for another one. */
    async locales(collection) {
      const { body } = await json(`/api/${collection}?locale=-`);
      const allowed = body?.error?.details?.errors?.[0]?.allowed;
      if (!Array.isArray(allowed)) throw new Stop(`${base} does not say which languages it has.`);
      return allowed;
    },
    /**
     * Everything of a collection, item by item.
     * @returns the cursor of the last line @throws Stop where that is missing
     */
    async export(collection, onItem) {
      const path = `/api/export/${collection}.ndjson`;
      const response = await fetch(`${base}${path}`).catch((error) => {
        throw new Stop(`${base}${path} cannot be read: ${error.cause?.message ?? error.message}.`);
      });
      if (response.status !== 200) throw new Stop(`${base}${path} answers ${response.status}.`);
      let cursor = null;
      try {
        for await (const line of linesOf(response.body)) {
          const value = JSON.parse(line);
          if (typeof value.cursor === 'string' && value.documentId === undefined) cursor = value.cursor;
          else await onItem(value, line);
        }
      } catch (error) {
        if (error instanceof Stop) throw error;
        throw new Stop(`${path} broke off (${error.message}); run it again.`);
      }
      if (cursor === null) throw new Stop(`${path} broke off before its last line; run it again.`);
      return cursor;
    },
    /** A page of the change stream; null for a cursor that the server does not know. */
    async changes(since, { wait = 0, signal } = {}) {
      const query = new URLSearchParams({ since, limit: '1000', ...(wait > 0 ? { wait: String(wait) } : {}) });
      const path = `/api/changes?${query}`;
      const { status, body } = await json(path, signal);
      if (status === 400) return null;
      if (status !== 200) throw new Stop(`${base}${path} answers ${status}: ${body.error?.message ?? ''}`);
      return body;
    },
    /** An item as it is now; null where it is not public. */
    async item({ collection, documentId, locale }) {
      const path = `/api/${collection}/${documentId}?locale=${encodeURIComponent(locale)}`;
      const { status, body } = await json(path);
      if (status === 404 || status === 410) return null;
      if (status !== 200) throw new Stop(`${base}${path} answers ${status}: ${body.error?.message ?? ''}`);
      return body.data;
    },
    /** A page of a list: what tells one version of an item from another. */
    list: (collection, locale, cursor) =>
      expected(
        `/api/${collection}?${new URLSearchParams({
          locale,
          fields: 'collection,locale,version,slug',
          'pagination[pageSize]': '100',
          'pagination[withCount]': 'false',
          'pagination[cursor]': cursor,
        })}`,
      ),
  };
};
