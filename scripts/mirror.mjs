import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./mirror/command.mjs').then(async ({ runMirror }) => {
  process.exitCode = await runMirror(process.argv.slice(2));
});
