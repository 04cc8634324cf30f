import { spawn } from 'node:child_process';
import { announceAddresses, isTaken, localAddress } from './addresses.mjs';
import { checkSettings } from './check-settings.mjs';
import { COMMANDS, ROOT } from './paths.mjs';
import { prepareToServe } from './prepare.mjs';
import { SetUpError, orStop } from './stop.mjs';

const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143, SIGKILL: 137 };

const refuseTakenPort = async () => {
  const address = localAddress();
  if (!(await isTaken(address))) return;
  throw new SetUpError(
    `Port ${address.port} is in use by another program. Stop that program, or set PORT (in .env or the environment) to a free port.`,
  );
};

/** Serves the application until it ends or is told to; ends this process with its exit code. */
export const serve = async () => {
  await orStop(async () => {
    checkSettings();
    await refuseTakenPort();
  });
  await prepareToServe();
  const child = spawn(process.execPath, [COMMANDS.strapi, 'start'], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? SIGNAL_CODES[signal] ?? 1));
  await announceAddresses();
};
