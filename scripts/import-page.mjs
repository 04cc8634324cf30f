import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./import/import-pages.mjs').then(({ main }) => main(process.argv.slice(2)));
