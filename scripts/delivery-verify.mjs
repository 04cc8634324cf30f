import { requireSupportedNode } from './setup/node-version.mjs';

const waitingJobs = async (delivery) => (await delivery.service('jobs').list()).filter(({ state }) => state !== 'done');

requireSupportedNode();
Promise.all([
  import('./setup/load-app.mjs'),
  import('./setup/progress.mjs'),
  import('./setup/other-settings.mjs'),
]).then(([{ withApp }, { createProgress }, { inWords }]) =>
  withApp(async (strapi) => {
    const delivery = strapi.plugin('delivery');
    for (const { label, done, total, state } of await waitingJobs(delivery))
      console.log(
        `note: a background job is ${state}: ${label}, ${done} of ${total}. What it has not reached yet differs.`,
      );
    const others = await delivery.service('rebuild').otherSettings();
    if (others.length > 0)
      console.log(
        `note: this command has other settings than the server that made what is public. ${inWords(others)}.`,
      );
    const progress = createProgress();
    let count;
    try {
      count = await delivery
        .service('verify')
        .all(({ where, what }) => progress.say(`${where}: ${what}`), progress.show);
    } finally {
      progress.stop();
    }
    console.log(count === 0 ? 'Content and what is public agree.' : `${count} differences.`);
    return count === 0 ? 0 : 1;
  }),
);
