import { existsSync } from 'node:fs';
import { PARTS } from './build-parts.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';
import { step } from './step.mjs';

const isCurrent = (part) => existsSync(part.output) && readStamp(part.stamp) === part.hash();

const stale = () => PARTS.filter((part) => !isCurrent(part));

const make = async (part) => {
  const made = [...(part.includes ?? []), part];
  // Taken before the work: a source that changes meanwhile makes the stamp differ, and the next run builds again.
  const stamps = made.map((one) => ({ file: one.stamp, value: one.hash() }));
  stamps.forEach(({ file }) => removeStamp(file));
  await step(`Built ${made.map(({ name }) => name).join(' and ')}`, part.make);
  stamps.forEach(({ file, value }) => writeStamp(file, value));
};

/** Whether everything is built from what is there now. */
export const isBuilt = () => stale().length === 0;

/** Forgets what was built, so that the next build makes it again. */
export const forgetBuilds = () => PARTS.forEach(({ stamp }) => removeStamp(stamp));

/** Builds what is not current; parts that do not wait for one another at the same time. */
export const build = async () => {
  const needed = stale();
  const included = needed.flatMap((part) => part.includes ?? []);
  const running = new Map();
  for (const part of needed.filter((one) => !included.includes(one))) {
    const before = part.after.map((other) => running.get(other));
    running.set(
      part,
      Promise.all(before).then(() => make(part)),
    );
  }
  const results = await Promise.allSettled(running.values());
  const failure = results.find(({ status }) => status === 'rejected');
  if (failure) throw failure.reason;
};
