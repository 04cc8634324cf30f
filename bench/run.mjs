import { parseArgs } from 'node:util';
import { prepareToTest } from '../scripts/setup/prepare.mjs';
import { compare } from './compare.mjs';
import { createContext } from './context.mjs';
import { register } from './register.mjs';
import { scale } from './scale.mjs';
import { search } from './search.mjs';
import { votes } from './votes.mjs';

const USAGE = `Usage: npm run bench -- [--quick] [--database sqlite|postgres] [--scale 100000] [--register 50000] [--search 100000] [--votes] [--only-sizes]

Measures this application against Strapi's own REST on the same data, a bare server and a prepared select, in turn.
--quick: short rounds. --scale N: also compares the time of each read among N articles with that among the first ones.
--register N: the same for a register of N documents with relations against one of 500.
--search N: the time of searches among N items against the bare query of their index. --votes: votes against a bare upsert.
--only-sizes: nothing but these.`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    database: { type: 'string', default: 'sqlite' },
    scale: { type: 'string', default: '0' },
    register: { type: 'string', default: '0' },
    search: { type: 'string', default: '0' },
    votes: { type: 'boolean', default: false },
    'only-sizes': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
if (!['sqlite', 'postgres'].includes(options.database)) {
  console.error(`--database is "${options.database}"; it takes sqlite or postgres.\n${USAGE}`);
  process.exit(1);
}

await prepareToTest();
const context = createContext(options);
try {
  if (!options['only-sizes']) await compare(context);
  if (options.votes) await votes(context);
  if (Number(options.scale) > 0) await scale(context, Number(options.scale));
  if (Number(options.register) > 0) await register(context, Number(options.register));
  if (Number(options.search) > 0) await search(context, Number(options.search));
} finally {
  await context.clean();
}
