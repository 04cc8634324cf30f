import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./setup/run-tests.mjs').then(({ runTests }) => runTests(process.argv.slice(2)));
