import { parseArgs } from 'node:util';
import { requireSupportedNode } from './setup/node-version.mjs';

const USAGE = `Usage: npm run delivery:redact -- COLLECTION DOCUMENT_ID --who NAME --reason TEXT [--locale vi] [--version 3]...

Erases the text of versions that are not public now from versions, log and old addresses. Without --version: all of them.
A version that is public now must first be corrected or unpublished.`;

const read = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        who: { type: 'string' },
        reason: { type: 'string' },
        locale: { type: 'string' },
        version: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return { help: true };
    const [collection, documentId, ...rest] = positionals;
    if (!collection || !documentId || rest.length > 0) throw new Error('Name one collection and one documentId.');
    for (const name of ['who', 'reason']) if (!values[name]?.trim()) throw new Error(`--${name} is missing.`);
    const versions = values.version?.map((text) => {
      if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--version takes a whole number; this is "${text}".`);
      return Number(text);
    });
    return {
      request: { collection, documentId, who: values.who, reason: values.reason, locale: values.locale, versions },
    };
  } catch (error) {
    return { fault: error.message };
  }
};

requireSupportedNode();
const { help, fault, request } = read();
if (help || fault) {
  if (fault) console.error(fault);
  console[fault ? 'error' : 'log'](USAGE);
  process.exit(fault ? 1 : 0);
}
import('./setup/load-app.mjs').then(({ withApp }) =>
  withApp(async (strapi) => {
    try {
      const erased = await strapi.plugin('delivery').service('redact').redact(request);
      erased.forEach(({ locale, version }) => console.log(`erased: ${locale} version ${version}`));
      console.log(erased.length === 0 ? 'There was nothing to erase.' : `${erased.length} versions erased.`);
      return 0;
    } catch (error) {
      if (error.constructor.name !== 'RedactError') throw error;
      console.error(error.message);
      return 1;
    }
  }),
);
