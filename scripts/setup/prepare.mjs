import { build, isBuilt } from './build.mjs';
import { checkSettings } from './check-settings.mjs';
import { ensureEnvironment } from './env-file.mjs';
import { install, isInstalled } from './install.mjs';
import { whileLocked } from './lock.mjs';
import { orStop } from './stop.mjs';

const installAndBuild = async () => {
  if (isInstalled() && isBuilt()) return;
  await whileLocked(async () => {
    await install();
    await build();
  });
};

/** Everything that must be there before the application can be served: packages, settings, builds. */
export const prepareToServe = () =>
  orStop(async () => {
    checkSettings();
    ensureEnvironment();
    await installAndBuild();
  });

/** Packages and builds; tests bring settings of their own. */
export const prepareToTest = () => orStop(installAndBuild);

/** Packages and settings, for commands that build by themselves. */
export const prepareToWatch = () =>
  orStop(async () => {
    checkSettings();
    ensureEnvironment();
    if (!isInstalled()) await whileLocked(install);
  });
