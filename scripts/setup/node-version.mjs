import { readFileSync } from 'fs';

// Plain old syntax throughout: this file must run on the very versions it refuses.

const wantedRange = () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const [lowest, highest] = engines.node.match(/\d+/g).filter((_part, index) => index === 0 || index === 3);
  return { lowest: Number(lowest), highest: Number(highest) };
};

/** Ends the process with one clear sentence where this Node is not one that `engines` in package.json names. */
export const requireSupportedNode = () => {
  const { lowest, highest } = wantedRange();
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= lowest && major <= highest) return;
  console.error(
    `Gazette needs Node.js ${lowest} to ${highest}, and this is Node.js ${process.versions.node}. Install a supported version (https://nodejs.org) and run the command again.`,
  );
  process.exit(1);
};
