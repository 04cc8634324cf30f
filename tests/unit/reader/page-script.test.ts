import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
/** 3 KB, uncompressed. */
const LIMIT = 3 * 1024;

const served = readFileSync(path.join(ROOT, 'public/gazette.js'), 'utf8');

describe('the reference script', () => {
  it(`weighs less than ${LIMIT} bytes as it is served`, () => {
    expect(Buffer.byteLength(served)).toBeLessThan(LIMIT);
  });

  it('is what its source says', () => {
    const print = `import { pageScript } from './scripts/page-script/minify.mjs'; process.stdout.write(pageScript());`;
    const made = execFileSync(process.execPath, ['--input-type=module', '-e', print], { cwd: ROOT, encoding: 'utf8' });
    expect(served).toBe(made);
  });
});
