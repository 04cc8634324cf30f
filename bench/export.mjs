import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { once } from 'node:events';
import { median } from './measure.mjs';

/** Memory that a process has in use, in MB; what it maps of files is none of its own. */
const memoryOf = (pid) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024;
};

/** Reads an export as fast as it comes. @returns items, seconds, bytes and the most memory that the server used meanwhile */
const takeExport = async (base, pid) => {
  const begun = performance.now();
  let lines = 0;
  let bytes = 0;
  let most = memoryOf(pid);
  const watch = setInterval(() => (most = Math.max(most, memoryOf(pid))), 20);
  const [response] = await once(request(`${base}/api/export/articles.ndjson`).end(), 'response');
  let last = Buffer.alloc(0);
  for await (const chunk of response) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
    bytes += chunk.length;
    last = Buffer.concat([last, chunk]).subarray(-200);
  }
  clearInterval(watch);
  if (!/"cursor":"[^"]+"}\n$/.test(last.toString())) throw new Error('The export has no last line.');
  return { items: lines - 1, seconds: (performance.now() - begun) / 1_000, bytes, most };
};

/** Prints how fast whole exports are, and what they cost in memory. */
export const measureExport = async ({ database, load: { rounds } }, sizes, labels) => {
  console.log(`\n${database}, export of articles, one client, medians of ${rounds} rounds\n`);
  console.log(
    '| articles | items | KB an item | items/s (target >= 20,000) | MB/s | more memory, MB (target <= 60) |\n| ---: | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const [index, { base, end }] of sizes.entries()) {
    const { pid } = end;
    // The first one warms what stays: code, and pages of the database.
    await takeExport(base, pid);
    const before = memoryOf(pid);
    const taken = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await takeExport(base, pid));
    const rate = median(taken.map(({ items, seconds }) => items / seconds));
    const { items, bytes } = taken[0];
    const each = bytes / items;
    const more = Math.max(...taken.map(({ most }) => most - before));
    console.log(
      `| ${labels[index]} | ${items} | ${(each / 1_024).toFixed(1)} | ${Math.round(rate)} | ${((rate * each) / 2 ** 20).toFixed(0)} | ${more.toFixed(0)} |`,
    );
  }
};
