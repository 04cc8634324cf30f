import { readFileSync } from 'node:fs';
import { minifySync } from '@swc/core';

const HEAD =
  '// Sessions and stars for any page. Written by `npm run page-script` from scripts/page-script/gazette.js; use: docs/read.md.';

/** The reference script without comments and spaces, below a line that says where it comes from. */
export const pageScript = () => {
  const source = readFileSync(new URL('./gazette.js', import.meta.url), 'utf8');
  const { code } = minifySync(source, { module: true, compress: true, mangle: true });
  return `${HEAD}\n${code}\n`;
};
