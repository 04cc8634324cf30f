import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const PUBLIC = path.resolve(__dirname, '../../../public');
/** 60 KB. */
const LIMIT = 60 * 1024;

const files = [...readdirSync(path.join(PUBLIC, 'reader')).map((name) => `reader/${name}`), 'gazette.js'];

describe('the reader', () => {
  it(`weighs less than ${LIMIT} bytes in all, as written and before images`, () => {
    const sizes = files.map((name) => statSync(path.join(PUBLIC, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LIMIT);
  });

  it('loads nothing from other hosts, and writes HTML at two places only: parsed, and out of the page', () => {
    const sources = files.map((name) => [name, readFileSync(path.join(PUBLIC, name), 'utf8')] as const);
    for (const [, source] of sources) expect(source).not.toMatch(/(?:src|href|from|import\()\s*[=(]?\s*["'`]https?:/);
    const own = sources.filter(([name]) => name.startsWith('reader/'));
    const writes = own.flatMap(([name, source]) =>
      (source.match(/innerHTML|outerHTML|insertAdjacent|document\.write/g) ?? []).map(() => name),
    );
    expect(writes).toEqual(['reader/dom.js', 'reader/dom.js']);
  });
});
