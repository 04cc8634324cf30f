import { describeDocs, describeDocsFile } from '../description/docs-operations';
import { createDocsFiles, docsFileNames, DOCS, docsPage, PAGE_POLICY } from '../docs';
import { invalidParameter, notFound } from '../errors';
import type { Answer, PublicRequest } from '../http/answer';
import { tagOf } from '../http/etag';
import { parseQueryString } from '../query/parse-query-string';
import type { PublicRoute } from './route-table';

const refuseParameters = ({ queryString }: PublicRequest, path: string): void => {
  const [unknown] = Object.keys(parseQueryString(queryString));
  if (unknown === undefined) return;
  throw invalidParameter(unknown, `"${unknown}" is not a parameter of ${path}. It takes none.`, []);
};

/** What all answers have in common; a new release changes them, and no publication does. */
const FRAME = { status: 200, cache: 'shared' as const, keys: ['docs'], links: {} };

const pageHandler = async (request: PublicRequest): Promise<Answer> => {
  refuseParameters(request, DOCS);
  const [path = DOCS] = request.originalUrl.split('?');
  const body = docsPage(path);
  return {
    ...FRAME,
    body,
    contentType: 'text/html; charset=utf-8',
    tag: tagOf(body),
    headers: { 'Content-Security-Policy': PAGE_POLICY },
  };
};

const fileHandler = () => {
  const files = createDocsFiles();
  return async (request: PublicRequest): Promise<Answer> => {
    const { file: name = '' } = request.params;
    refuseParameters(request, `${DOCS}/${name}`);
    const file = await files.read(name);
    if (!file)
      throw notFound(`${DOCS} has no file "${name}". Files: ${docsFileNames.join(', ')}.`, { allowed: docsFileNames });
    return { ...FRAME, ...file };
  };
};

/** The page that shows the description of this API, with its files. No other host is asked for anything. */
export const docsRoutes = (): PublicRoute[] => [
  { path: DOCS, describe: describeDocs, handler: pageHandler },
  { path: `${DOCS}/:file`, describe: describeDocsFile(docsFileNames), handler: fileHandler() },
];
