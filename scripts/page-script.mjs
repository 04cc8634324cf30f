import { writeFileSync } from 'node:fs';
import { pageScript } from './page-script/minify.mjs';
import { inRoot } from './setup/paths.mjs';

/** Writes the reference script as pages load it. To be run after a change of its source; a test tells. */
writeFileSync(inRoot('public/gazette.js'), pageScript());
