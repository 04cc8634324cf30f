import { parseArgs } from 'node:util';
import { createApi } from './api.mjs';
import { openCopy } from './copy.mjs';
import { Stop } from './stop.mjs';
import { exportAll, followChanges } from './sync.mjs';
import { createReport } from './report.mjs';
import { verify } from './verify.mjs';

const USAGE = `Usage: npm run mirror -- URL DIR [--once | --follow | --verify] [--fresh]

Keeps a copy of everything that a Gazette server shows, one JSON file an item: DIR/items/{collection}/{locale}/{documentId}.json
URL is the server's address, for example https://api.example.vn

--once    brings the copy up to date and ends (the default)
--follow  goes on following the changes until it is stopped
--verify  brings the copy up to date, compares it with the lists and exports, names every difference, and ends with 1 if there is one
--fresh   exports everything again into DIR; needed where the server was put back to an older state

It may be stopped or killed at any moment: the next run goes on where it was. One at a time may work on a DIR.`;

const readArguments = (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      once: { type: 'boolean', default: false },
      follow: { type: 'boolean', default: false },
      verify: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { help: true };
  const [url, folder, ...rest] = positionals;
  if (!url || !folder || rest.length > 0) throw new Stop(`Name the server's address and one folder.\n\n${USAGE}`);
  const modes = ['once', 'follow', 'verify'].filter((mode) => values[mode]);
  if (modes.length > 1) throw new Stop(`Choose one of ${modes.map((mode) => `--${mode}`).join(' and ')}.`);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Stop(`"${url}" is no address; it begins with http:// or https://.`);
  return { url: url.replace(/\/+$/, ''), folder, mode: modes[0] ?? 'once', fresh: values.fresh };
};

/** Runs the command. @returns its exit code */
export const runMirror = async (args) => {
  const report = createReport();
  let copy = null;
  try {
    const { help, url, folder, mode, fresh } = readArguments(args);
    if (help) {
      console.log(USAGE);
      return 0;
    }
    const api = createApi(url, report, { patient: mode === 'follow' });
    copy = await openCopy(folder, url, { fresh });
    const ending = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());
    if (copy.state.phase === 'export') await exportAll(api, copy, report);
    if (mode === 'verify') return await verify(api, copy, report);
    await followChanges(api, copy, report, { forever: mode === 'follow', ending: ending.signal });
    return 0;
  } catch (error) {
    report.done();
    // What a user can mend is one sentence; anything else is a fault of this program.
    const isKnown = error instanceof Stop || String(error?.code).startsWith('ERR_PARSE_ARGS');
    console.error(isKnown ? error.message : error);
    return 1;
  } finally {
    await copy?.close();
  }
};
