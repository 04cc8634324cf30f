import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./setup/watch.mjs').then(({ watch }) => watch());
