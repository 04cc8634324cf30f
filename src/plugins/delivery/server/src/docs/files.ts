import { readFile } from 'node:fs/promises';
import path from 'node:path';
import swaggerFolder from 'swagger-ui-dist/absolute-path.js';
import type { Answer } from '../http/answer';
import { encode, KEPT_BROTLI_QUALITY } from '../http/encoding';
import { tagOf } from '../http/etag';
import { START_SCRIPT } from './start-script';

const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** The files of the page: of the library only what it needs. */
const FILES = {
  'index.css': { type: CSS, text: () => ofLibrary('index.css') },
  'swagger-ui.css': { type: CSS, text: () => ofLibrary('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: SCRIPT, text: () => ofLibrary('swagger-ui-bundle.js') },
  'start.js': { type: SCRIPT, text: async () => START_SCRIPT },
};

/** A file as it is sent. */
export type DocsFile = Pick<Answer, 'body' | 'encoded' | 'contentType'> & { tag: string };

const ofLibrary = async (name: string): Promise<string> => {
  const text = await readFile(path.join(swaggerFolder(), name), 'utf8');
  // Browsers would ask for the map, and it is not served.
  return text.replace(/\n\/[/*]# sourceMappingURL=.*\s*$/, '\n');
};

type Name = keyof typeof FILES;

export const docsFileNames: readonly [Name, ...Name[]] = [
  'index.css',
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'start.js',
];

const isName = (text: string): text is Name => Object.hasOwn(FILES, text);

/** Reads files once, and keeps them compressed. */
export const createDocsFiles = () => {
  const kept = new Map<string, Promise<DocsFile>>();
  const load = async ({ type, text }: (typeof FILES)[Name]): Promise<DocsFile> => {
    const body = await text();
    const [br, gzip] = await Promise.all([encode(body, 'br', KEPT_BROTLI_QUALITY), encode(body, 'gzip')]);
    return { contentType: type, tag: tagOf(body), body, encoded: { br, gzip } };
  };
  return {
    /** Null for a name that is none of the page's files. */
    async read(name: string): Promise<DocsFile | null> {
      if (!isName(name)) return null;
      const file = kept.get(name) ?? load(FILES[name]);
      kept.set(name, file);
      file.catch(() => kept.delete(name));
      return file;
    },
  };
};
