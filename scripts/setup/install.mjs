import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { run, runNode, step } from './step.mjs';

const STAMP = inRoot('node_modules/.gazette-install');

/** The lockfile, and what compiled dependencies are bound to. */
const wantedStamp = () => {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch} abi ${process.versions.modules}\n`;
};

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
};

/** Whether npm itself, run by hand, has installed just what the lockfile names: npm notes that in node_modules. */
const isInstalledByHand = () => {
  const installed = packagesOf(inRoot('node_modules/.package-lock.json'));
  if (!installed) return false;
  return Object.entries(packagesOf(inRoot('package-lock.json'))).every(([name, wanted]) => {
    if (name === '') return true;
    const found = installed[name];
    if (!found) return Boolean(wanted.optional || wanted.peer);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
};

/** Whether node_modules holds what the lockfile names, for this Node. */
export const isInstalled = () => {
  const stamp = readStamp(STAMP);
  return stamp === null ? isInstalledByHand() : stamp === wantedStamp();
};

/** Installs what the lockfile names, unless it is there. */
export const install = async () => {
  if (isInstalled()) {
    if (readStamp(STAMP) === null) writeStamp(STAMP, wantedStamp());
    return;
  }
  // The build tools are developer dependencies; npm leaves them out where NODE_ENV is "production", unless told.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const isNpmScript = npm?.endsWith('npm-cli.js');
  console.log('Installing the packages of package-lock.json: this takes a few minutes');
  await step('Installed packages', () =>
    isNpmScript ? runNode('npm ci', npm, args) : run('npm ci', process.platform === 'win32' ? 'npm.cmd' : 'npm', args),
  );
  writeStamp(STAMP, wantedStamp());
};
