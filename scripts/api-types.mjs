import openapiTS, { astToString } from 'openapi-typescript';

/**
 * `npm run -s api:types -- [ADDRESS] > api.d.ts` prints TypeScript types of a site's public API, made from its description.
 * ADDRESS is the site's own, http://localhost:1337 unless told.
 */
const [site = 'http://localhost:1337', ...others] = process.argv.slice(2);

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

if (!/^https?:/.test(site) || !URL.canParse(site) || others.length > 0)
  stop('Give one address or none: npm run -s api:types -- http://localhost:1337 > api.d.ts');

const address = new URL('api/openapi.json', site.endsWith('/') ? site : `${site}/`);
const answer = await fetch(address).catch((error) =>
  stop(`${address} does not answer (${error.cause?.message ?? error.message}).`),
);
if (!answer.ok) stop(`${address} answers ${answer.status}; it should be a description of the API.`);
const description = await answer.json().catch(() => null);
if (!description?.openapi) stop(`${address} answers with something that is no description of an API.`);
console.log(astToString(await openapiTS(description)));
