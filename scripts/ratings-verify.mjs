import { requireSupportedNode } from './setup/node-version.mjs';

const USAGE = `npm run ratings:verify [-- --repair]

Counts every vote again and compares the sums with those that are kept, and with those that items and lists show.
Prints each difference and ends with code 1 where there is one. With --repair it brings what differs to what the votes say.`;

requireSupportedNode();
const args = process.argv.slice(2);
const unknown = args.find((arg) => arg !== '--repair' && arg !== '--help');
if (unknown !== undefined || args.includes('--help')) {
  if (unknown !== undefined) console.error(`Unknown option ${unknown}.\n`);
  console.log(USAGE);
  process.exit(unknown === undefined ? 0 : 1);
}
const repair = args.includes('--repair');
Promise.all([import('./setup/load-app.mjs'), import('./setup/progress.mjs')]).then(
  ([{ withApp }, { createProgress }]) =>
    withApp(async (strapi) => {
      const progress = createProgress();
      let count;
      try {
        count = await strapi
          .plugin('ratings')
          .service('verify')
          .all({
            repair,
            onDifference: ({ where, what, repaired }) =>
              progress.say(`${where}: ${what}${repaired ? ' (repaired)' : ''}`),
            onProgress: progress.show,
          });
      } finally {
        progress.stop();
      }
      console.log(
        count === 0
          ? 'Votes, summaries and what items show agree.'
          : `${count} differences${repair ? ', repaired' : ''}.`,
      );
      return count === 0 || repair ? 0 : 1;
    }),
);
