import { text } from 'node:stream/consumers';
import { Validator } from '@seriousme/openapi-schema-validator';

// A process of its own: the validator is an ES module, which Jest does not load.
const document = JSON.parse(await text(process.stdin));
const validator = new Validator();
const { valid, errors } = await validator.validate(document);
let unresolved = null;
try {
  validator.resolveRefs();
} catch (error) {
  unresolved = String(error);
}
process.stdout.write(JSON.stringify({ valid, errors, version: validator.version, unresolved }));
